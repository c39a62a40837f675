using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CaseTracker.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class AuthorityMoves : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Precedes",
                table: "ProceedingStages",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ReportedToCode",
                table: "Proceedings",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ProceedingDefenders",
                columns: table => new
                {
                    Sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    ProceedingId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProceedingDefenders", x => new { x.ProceedingId, x.Sequence });
                    table.ForeignKey(
                        name: "FK_ProceedingDefenders_Proceedings_ProceedingId",
                        column: x => x.ProceedingId,
                        principalTable: "Proceedings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ProceedingMoves",
                columns: table => new
                {
                    Sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    ProceedingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FromCode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ToCode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Change = table.Column<int>(type: "INTEGER", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    RecordedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Since_Earliest = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Since_IsApproximate = table.Column<bool>(type: "INTEGER", nullable: false),
                    Since_Latest = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Since_Precision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProceedingMoves", x => new { x.ProceedingId, x.Sequence });
                    table.ForeignKey(
                        name: "FK_ProceedingMoves_Proceedings_ProceedingId",
                        column: x => x.ProceedingId,
                        principalTable: "Proceedings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ProceedingDefenders");

            migrationBuilder.DropTable(
                name: "ProceedingMoves");

            migrationBuilder.DropColumn(
                name: "Precedes",
                table: "ProceedingStages");

            migrationBuilder.DropColumn(
                name: "ReportedToCode",
                table: "Proceedings");
        }
    }
}
