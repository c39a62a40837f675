using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CaseTracker.Migrations.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class Interventions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Interventions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    TypeCode = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    IncidentId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ProceedingId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    AskId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Addressee = table.Column<byte[]>(type: "varbinary(max)", nullable: true),
                    Summary = table.Column<byte[]>(type: "varbinary(max)", nullable: true),
                    SentFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: true),
                    State = table.Column<int>(type: "int", nullable: false),
                    GradeCode = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    RecordedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    IsDemonstration = table.Column<bool>(type: "bit", nullable: false),
                    ReminderId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ClosedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ClosedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    CloseReason = table.Column<byte[]>(type: "varbinary(max)", nullable: true),
                    SentOn_Earliest = table.Column<DateOnly>(type: "date", nullable: true),
                    SentOn_IsApproximate = table.Column<bool>(type: "bit", nullable: false),
                    SentOn_Latest = table.Column<DateOnly>(type: "date", nullable: true),
                    SentOn_Precision = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    CreatedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    ChangedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Interventions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Interventions_Incidents_IncidentId",
                        column: x => x.IncidentId,
                        principalTable: "Incidents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Interventions_Proceedings_ProceedingId",
                        column: x => x.ProceedingId,
                        principalTable: "Proceedings",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Interventions_ReleaseAsks_AskId",
                        column: x => x.AskId,
                        principalTable: "ReleaseAsks",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "InterventionDueChanges",
                columns: table => new
                {
                    Sequence = table.Column<int>(type: "int", nullable: false),
                    InterventionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: false),
                    Reason = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    By = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InterventionDueChanges", x => new { x.InterventionId, x.Sequence });
                    table.ForeignKey(
                        name: "FK_InterventionDueChanges_Interventions_InterventionId",
                        column: x => x.InterventionId,
                        principalTable: "Interventions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "InterventionGradings",
                columns: table => new
                {
                    Sequence = table.Column<int>(type: "int", nullable: false),
                    InterventionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ReplySequence = table.Column<int>(type: "int", nullable: false),
                    GradeCode = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Reason = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    By = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InterventionGradings", x => new { x.InterventionId, x.Sequence });
                    table.ForeignKey(
                        name: "FK_InterventionGradings_Interventions_InterventionId",
                        column: x => x.InterventionId,
                        principalTable: "Interventions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "InterventionReplies",
                columns: table => new
                {
                    Sequence = table.Column<int>(type: "int", nullable: false),
                    InterventionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    IsAcknowledgement = table.Column<bool>(type: "bit", nullable: false),
                    Code = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Substance = table.Column<byte[]>(type: "varbinary(max)", nullable: true),
                    Corrects = table.Column<int>(type: "int", nullable: true),
                    RecordedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    RecordedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    ReceivedOn_Earliest = table.Column<DateOnly>(type: "date", nullable: true),
                    ReceivedOn_IsApproximate = table.Column<bool>(type: "bit", nullable: false),
                    ReceivedOn_Latest = table.Column<DateOnly>(type: "date", nullable: true),
                    ReceivedOn_Precision = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InterventionReplies", x => new { x.InterventionId, x.Sequence });
                    table.ForeignKey(
                        name: "FK_InterventionReplies_Interventions_InterventionId",
                        column: x => x.InterventionId,
                        principalTable: "Interventions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Interventions_AskId",
                table: "Interventions",
                column: "AskId");

            migrationBuilder.CreateIndex(
                name: "IX_Interventions_IncidentId",
                table: "Interventions",
                column: "IncidentId");

            migrationBuilder.CreateIndex(
                name: "IX_Interventions_ProceedingId",
                table: "Interventions",
                column: "ProceedingId");

            migrationBuilder.CreateIndex(
                name: "IX_Interventions_SentFrom_Id",
                table: "Interventions",
                columns: new[] { "SentFrom", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Interventions_State_DueOn",
                table: "Interventions",
                columns: new[] { "State", "DueOn" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "InterventionDueChanges");

            migrationBuilder.DropTable(
                name: "InterventionGradings");

            migrationBuilder.DropTable(
                name: "InterventionReplies");

            migrationBuilder.DropTable(
                name: "Interventions");
        }
    }
}
