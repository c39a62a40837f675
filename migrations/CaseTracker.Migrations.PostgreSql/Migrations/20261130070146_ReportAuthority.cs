using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CaseTracker.Migrations.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class ReportAuthority : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "ReportedToCode",
                table: "Proceedings");

            migrationBuilder.AddColumn<string>(
                name: "ReportedToCode",
                table: "ProceedingStages",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "AfterStage",
                table: "ProceedingMoves",
                type: "integer",
                nullable: false,
                defaultValue: 0);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "ReportedToCode",
                table: "ProceedingStages");

            migrationBuilder.DropColumn(
                name: "AfterStage",
                table: "ProceedingMoves");

            migrationBuilder.AddColumn<string>(
                name: "ReportedToCode",
                table: "Proceedings",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);
        }
    }
}
