using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CaseTracker.Migrations.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class Withdrawals : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "IsWithdrawal",
                table: "ProceedingStages",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "IsWithdrawal",
                table: "ProceedingInvestigativeActs",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "IsWithdrawal",
                table: "InterventionReplies",
                type: "boolean",
                nullable: false,
                defaultValue: false);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "IsWithdrawal",
                table: "ProceedingStages");

            migrationBuilder.DropColumn(
                name: "IsWithdrawal",
                table: "ProceedingInvestigativeActs");

            migrationBuilder.DropColumn(
                name: "IsWithdrawal",
                table: "InterventionReplies");
        }
    }
}
