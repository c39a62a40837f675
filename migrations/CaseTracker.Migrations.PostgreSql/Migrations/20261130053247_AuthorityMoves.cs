using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CaseTracker.Migrations.PostgreSql.Migrations
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
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ReportedToCode",
                table: "Proceedings",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ProceedingDefenders",
                columns: table => new
                {
                    Sequence = table.Column<int>(type: "integer", nullable: false),
                    ProceedingId = table.Column<Guid>(type: "uuid", nullable: false)
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
                    Sequence = table.Column<int>(type: "integer", nullable: false),
                    ProceedingId = table.Column<Guid>(type: "uuid", nullable: false),
                    FromCode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ToCode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Change = table.Column<int>(type: "integer", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Since_Earliest = table.Column<DateOnly>(type: "date", nullable: true),
                    Since_IsApproximate = table.Column<bool>(type: "boolean", nullable: false),
                    Since_Latest = table.Column<DateOnly>(type: "date", nullable: true),
                    Since_Precision = table.Column<int>(type: "integer", nullable: false)
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
