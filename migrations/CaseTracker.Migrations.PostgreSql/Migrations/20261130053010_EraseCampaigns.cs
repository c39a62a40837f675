using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CaseTracker.Migrations.PostgreSql.Migrations
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
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "Number",
                table: "Erasures",
                type: "character varying(60)",
                maxLength: 60,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(20)",
                oldMaxLength: 20);

            migrationBuilder.AlterColumn<Guid>(
                name: "IncidentId",
                table: "Erasures",
                type: "uuid",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "uuid");

            migrationBuilder.AddColumn<Guid>(
                name: "CampaignId",
                table: "Erasures",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "InterventionId",
                table: "Erasures",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "ErasedAt",
                table: "Campaigns",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AlterColumn<byte[]>(
                name: "Reason",
                table: "CampaignIncidents",
                type: "bytea",
                nullable: true,
                oldClrType: typeof(byte[]),
                oldType: "bytea");

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
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(60)",
                oldMaxLength: 60);

            migrationBuilder.AlterColumn<Guid>(
                name: "IncidentId",
                table: "Erasures",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "uuid",
                oldNullable: true);

            migrationBuilder.AlterColumn<byte[]>(
                name: "Reason",
                table: "CampaignIncidents",
                type: "bytea",
                nullable: false,
                defaultValue: new byte[0],
                oldClrType: typeof(byte[]),
                oldType: "bytea",
                oldNullable: true);
        }
    }
}
