using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CaseTracker.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class EraseCampaigns : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "ErasedAt",
                table: "Interventions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "IncidentId",
                table: "Erasures",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "TEXT");

            migrationBuilder.AddColumn<Guid>(
                name: "CampaignId",
                table: "Erasures",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "InterventionId",
                table: "Erasures",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ErasedAt",
                table: "Campaigns",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AlterColumn<byte[]>(
                name: "Reason",
                table: "CampaignIncidents",
                type: "BLOB",
                nullable: true,
                oldClrType: typeof(byte[]),
                oldType: "BLOB");

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

            migrationBuilder.AlterColumn<Guid>(
                name: "IncidentId",
                table: "Erasures",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "TEXT",
                oldNullable: true);

            migrationBuilder.AlterColumn<byte[]>(
                name: "Reason",
                table: "CampaignIncidents",
                type: "BLOB",
                nullable: false,
                defaultValue: new byte[0],
                oldClrType: typeof(byte[]),
                oldType: "BLOB",
                oldNullable: true);
        }
    }
}
