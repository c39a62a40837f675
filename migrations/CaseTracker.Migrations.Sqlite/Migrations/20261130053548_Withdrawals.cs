using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CaseTracker.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Withdrawals : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Proceedings_IncidentId",
                table: "Proceedings");

            migrationBuilder.DropIndex(
                name: "IX_Proceedings_NextHearing",
                table: "Proceedings");

            migrationBuilder.DropIndex(
                name: "IX_Incidents_Id_OwnerId_TeamId_Circle_IsDemonstration",
                table: "Incidents");

            migrationBuilder.CreateIndex(
                name: "IX_Proceedings_IncidentId_StalledFrom_ClockFrom_Id",
                table: "Proceedings",
                columns: new[] { "IncidentId", "StalledFrom", "ClockFrom", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Proceedings_NextHearing_IncidentId",
                table: "Proceedings",
                columns: new[] { "NextHearing", "IncidentId" });

            migrationBuilder.CreateIndex(
                name: "IX_Incidents_Id_OwnerId_TeamId_Circle_IsDemonstration_ErasedAt",
                table: "Incidents",
                columns: new[] { "Id", "OwnerId", "TeamId", "Circle", "IsDemonstration", "ErasedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Incidents_OwnerId_ErasedAt_Circle_TeamId_Id",
                table: "Incidents",
                columns: new[] { "OwnerId", "ErasedAt", "Circle", "TeamId", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Proceedings_IncidentId_StalledFrom_ClockFrom_Id",
                table: "Proceedings");

            migrationBuilder.DropIndex(
                name: "IX_Proceedings_NextHearing_IncidentId",
                table: "Proceedings");

            migrationBuilder.DropIndex(
                name: "IX_Incidents_Id_OwnerId_TeamId_Circle_IsDemonstration_ErasedAt",
                table: "Incidents");

            migrationBuilder.DropIndex(
                name: "IX_Incidents_OwnerId_ErasedAt_Circle_TeamId_Id",
                table: "Incidents");

            migrationBuilder.CreateIndex(
                name: "IX_Proceedings_IncidentId",
                table: "Proceedings",
                column: "IncidentId");

            migrationBuilder.CreateIndex(
                name: "IX_Proceedings_NextHearing",
                table: "Proceedings",
                column: "NextHearing");

            migrationBuilder.CreateIndex(
                name: "IX_Incidents_Id_OwnerId_TeamId_Circle_IsDemonstration",
                table: "Incidents",
                columns: new[] { "Id", "OwnerId", "TeamId", "Circle", "IsDemonstration" });
        }
    }
}
