using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CaseTracker.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Proceedings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Accused",
                table: "ProceedingStages",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsFinal",
                table: "ProceedingStages",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "AuthorityCode",
                table: "Proceedings",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ClockFrom",
                table: "Proceedings",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "Counsel",
                table: "Proceedings",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "FileNumber",
                table: "Proceedings",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "NextHearing",
                table: "Proceedings",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "StalledAfterDays",
                table: "Proceedings",
                type: "INTEGER",
                nullable: false,
                defaultValue: 180);

            migrationBuilder.AddColumn<DateOnly>(
                name: "StalledFrom",
                table: "Proceedings",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Standing",
                table: "Proceedings",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Corrects",
                table: "ProceedingInvestigativeActs",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "Note",
                table: "ProceedingInvestigativeActs",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "FurthestRung",
                table: "Incidents",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Authorities",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    English = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    Spanish = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 6, nullable: true),
                    StalledAfterDays = table.Column<int>(type: "INTEGER", nullable: false),
                    IsActive = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsOwn = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Authorities", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "IncidentOrderFindings",
                columns: table => new
                {
                    Sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    IncidentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    NobodyGaveOrders = table.Column<bool>(type: "INTEGER", nullable: false),
                    Reason = table.Column<byte[]>(type: "BLOB", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IncidentOrderFindings", x => new { x.IncidentId, x.Sequence });
                    table.ForeignKey(
                        name: "FK_IncidentOrderFindings_Incidents_IncidentId",
                        column: x => x.IncidentId,
                        principalTable: "Incidents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Proceedings_AuthorityCode_ClockFrom",
                table: "Proceedings",
                columns: new[] { "AuthorityCode", "ClockFrom" });

            migrationBuilder.CreateIndex(
                name: "IX_Proceedings_ClockFrom_Id_StalledFrom_AuthorityCode_IncidentId",
                table: "Proceedings",
                columns: new[] { "ClockFrom", "Id", "StalledFrom", "AuthorityCode", "IncidentId" });

            migrationBuilder.CreateIndex(
                name: "IX_Proceedings_NextHearing",
                table: "Proceedings",
                column: "NextHearing");

            migrationBuilder.CreateIndex(
                name: "IX_Authorities_Code",
                table: "Authorities",
                column: "Code",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Authorities");

            migrationBuilder.DropTable(
                name: "IncidentOrderFindings");

            migrationBuilder.DropIndex(
                name: "IX_Proceedings_AuthorityCode_ClockFrom",
                table: "Proceedings");

            migrationBuilder.DropIndex(
                name: "IX_Proceedings_ClockFrom_Id_StalledFrom_AuthorityCode_IncidentId",
                table: "Proceedings");

            migrationBuilder.DropIndex(
                name: "IX_Proceedings_NextHearing",
                table: "Proceedings");

            migrationBuilder.DropColumn(
                name: "Accused",
                table: "ProceedingStages");

            migrationBuilder.DropColumn(
                name: "IsFinal",
                table: "ProceedingStages");

            migrationBuilder.DropColumn(
                name: "AuthorityCode",
                table: "Proceedings");

            migrationBuilder.DropColumn(
                name: "ClockFrom",
                table: "Proceedings");

            migrationBuilder.DropColumn(
                name: "Counsel",
                table: "Proceedings");

            migrationBuilder.DropColumn(
                name: "FileNumber",
                table: "Proceedings");

            migrationBuilder.DropColumn(
                name: "NextHearing",
                table: "Proceedings");

            migrationBuilder.DropColumn(
                name: "StalledAfterDays",
                table: "Proceedings");

            migrationBuilder.DropColumn(
                name: "StalledFrom",
                table: "Proceedings");

            migrationBuilder.DropColumn(
                name: "Standing",
                table: "Proceedings");

            migrationBuilder.DropColumn(
                name: "Corrects",
                table: "ProceedingInvestigativeActs");

            migrationBuilder.DropColumn(
                name: "Note",
                table: "ProceedingInvestigativeActs");

            migrationBuilder.DropColumn(
                name: "FurthestRung",
                table: "Incidents");
        }
    }
}
