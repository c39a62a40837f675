using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CaseTracker.Migrations.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class TrailWrites : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<byte[]>(
                name: "Writes",
                table: "Trail",
                type: "varbinary(32)",
                maxLength: 32,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "TrailWrites",
                columns: table => new
                {
                    EntryId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Record = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Rows = table.Column<byte[]>(type: "varbinary(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TrailWrites", x => new { x.EntryId, x.Number });
                });

            migrationBuilder.CreateIndex(
                name: "IX_TrailWrites_Record",
                table: "TrailWrites",
                column: "Record");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "TrailWrites");

            migrationBuilder.DropColumn(
                name: "Writes",
                table: "Trail");
        }
    }
}
