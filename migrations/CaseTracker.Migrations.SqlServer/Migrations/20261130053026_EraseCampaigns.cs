using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CaseTracker.Migrations.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class EraseCampaigns : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "ErasedAt",
                table: "Interventions",
                type: "datetimeoffset",
                nullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "Number",
                table: "Erasures",
                type: "nvarchar(60)",
                maxLength: 60,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "nvarchar(20)",
                oldMaxLength: 20);

            migrationBuilder.AlterColumn<Guid>(
                name: "IncidentId",
                table: "Erasures",
                type: "uniqueidentifier",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "uniqueidentifier");

            migrationBuilder.AddColumn<Guid>(
                name: "CampaignId",
                table: "Erasures",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "InterventionId",
                table: "Erasures",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "ErasedAt",
                table: "Campaigns",
                type: "datetimeoffset",
                nullable: true);

            migrationBuilder.AlterColumn<byte[]>(
                name: "Reason",
                table: "CampaignIncidents",
                type: "varbinary(max)",
                nullable: true,
                oldClrType: typeof(byte[]),
                oldType: "varbinary(max)");

            migrationBuilder.CreateIndex(
                name: "IX_Erasures_CampaignId",
                table: "Erasures",
                column: "CampaignId");

            migrationBuilder.CreateIndex(
                name: "IX_Erasures_InterventionId",
                table: "Erasures",
                column: "InterventionId");

            migrationBuilder.AddForeignKey(
                name: "FK_Erasures_Campaigns_CampaignId",
                table: "Erasures",
                column: "CampaignId",
                principalTable: "Campaigns",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Erasures_Interventions_InterventionId",
                table: "Erasures",
                column: "InterventionId",
                principalTable: "Interventions",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Erasures_Campaigns_CampaignId",
                table: "Erasures");

            migrationBuilder.DropForeignKey(
                name: "FK_Erasures_Interventions_InterventionId",
                table: "Erasures");

            migrationBuilder.DropIndex(
                name: "IX_Erasures_CampaignId",
                table: "Erasures");

            migrationBuilder.DropIndex(
                name: "IX_Erasures_InterventionId",
                table: "Erasures");

            migrationBuilder.DropColumn(
                name: "ErasedAt",
                table: "Interventions");

            migrationBuilder.DropColumn(
                name: "CampaignId",
                table: "Erasures");

            migrationBuilder.DropColumn(
                name: "InterventionId",
                table: "Erasures");

            migrationBuilder.DropColumn(
                name: "ErasedAt",
                table: "Campaigns");

            migrationBuilder.AlterColumn<string>(
                name: "Number",
                table: "Erasures",
                type: "nvarchar(20)",
                maxLength: 20,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "nvarchar(60)",
                oldMaxLength: 60);

            migrationBuilder.AlterColumn<Guid>(
                name: "IncidentId",
                table: "Erasures",
                type: "uniqueidentifier",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "uniqueidentifier",
                oldNullable: true);

            migrationBuilder.AlterColumn<byte[]>(
                name: "Reason",
                table: "CampaignIncidents",
                type: "varbinary(max)",
                nullable: false,
                defaultValue: new byte[0],
                oldClrType: typeof(byte[]),
                oldType: "varbinary(max)",
                oldNullable: true);
        }
    }
}
