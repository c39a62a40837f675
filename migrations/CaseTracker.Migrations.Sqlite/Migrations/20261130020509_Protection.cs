using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CaseTracker.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Protection : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ProtectionMeasures",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    IncidentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: true),
                    MechanismCode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    MeasureCode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Class = table.Column<int>(type: "INTEGER", nullable: false),
                    Standing = table.Column<int>(type: "INTEGER", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ReminderId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProtectionMeasures", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ProtectionMeasures_Incidents_IncidentId",
                        column: x => x.IncidentId,
                        principalTable: "Incidents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "RiskAssessments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    IncidentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    MethodCode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Band = table.Column<int>(type: "INTEGER", nullable: false),
                    Reasoning = table.Column<byte[]>(type: "BLOB", nullable: false),
                    AssessedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ValidUntil = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    AssessedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RiskAssessments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RiskAssessments_Incidents_IncidentId",
                        column: x => x.IncidentId,
                        principalTable: "Incidents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SignDismissals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    IncidentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ActSequence = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Reason = table.Column<byte[]>(type: "BLOB", nullable: false),
                    DismissedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SignDismissals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SignDismissals_Incidents_IncidentId",
                        column: x => x.IncidentId,
                        principalTable: "Incidents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ProtectionMeasureJudgements",
                columns: table => new
                {
                    Sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    ProtectionMeasureId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AdequacyCode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    SaidByCode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Reason = table.Column<byte[]>(type: "BLOB", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    RecordedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    On_Earliest = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    On_IsApproximate = table.Column<bool>(type: "INTEGER", nullable: false),
                    On_Latest = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    On_Precision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProtectionMeasureJudgements", x => new { x.ProtectionMeasureId, x.Sequence });
                    table.ForeignKey(
                        name: "FK_ProtectionMeasureJudgements_ProtectionMeasures_ProtectionMeasureId",
                        column: x => x.ProtectionMeasureId,
                        principalTable: "ProtectionMeasures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ProtectionMeasureSteps",
                columns: table => new
                {
                    Sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    ProtectionMeasureId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Stage = table.Column<int>(type: "INTEGER", nullable: false),
                    LastDay = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Note = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Corrects = table.Column<int>(type: "INTEGER", nullable: true),
                    Reopens = table.Column<bool>(type: "INTEGER", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    RecordedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    On_Earliest = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    On_IsApproximate = table.Column<bool>(type: "INTEGER", nullable: false),
                    On_Latest = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    On_Precision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProtectionMeasureSteps", x => new { x.ProtectionMeasureId, x.Sequence });
                    table.ForeignKey(
                        name: "FK_ProtectionMeasureSteps_ProtectionMeasures_ProtectionMeasureId",
                        column: x => x.ProtectionMeasureId,
                        principalTable: "ProtectionMeasures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "RiskAssessmentFactors",
                columns: table => new
                {
                    Code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    RiskAssessmentId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RiskAssessmentFactors", x => new { x.RiskAssessmentId, x.Code });
                    table.ForeignKey(
                        name: "FK_RiskAssessmentFactors_RiskAssessments_RiskAssessmentId",
                        column: x => x.RiskAssessmentId,
                        principalTable: "RiskAssessments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ProtectionMeasures_IncidentId",
                table: "ProtectionMeasures",
                column: "IncidentId");

            migrationBuilder.CreateIndex(
                name: "IX_ProtectionMeasures_Standing_DueOn_IncidentId",
                table: "ProtectionMeasures",
                columns: new[] { "Standing", "DueOn", "IncidentId" });

            migrationBuilder.CreateIndex(
                name: "IX_RiskAssessments_IncidentId_Sequence",
                table: "RiskAssessments",
                columns: new[] { "IncidentId", "Sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RiskAssessments_PersonId_AssessedOn",
                table: "RiskAssessments",
                columns: new[] { "PersonId", "AssessedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_SignDismissals_IncidentId_ActSequence_Kind",
                table: "SignDismissals",
                columns: new[] { "IncidentId", "ActSequence", "Kind" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ProtectionMeasureJudgements");

            migrationBuilder.DropTable(
                name: "ProtectionMeasureSteps");

            migrationBuilder.DropTable(
                name: "RiskAssessmentFactors");

            migrationBuilder.DropTable(
                name: "SignDismissals");

            migrationBuilder.DropTable(
                name: "ProtectionMeasures");

            migrationBuilder.DropTable(
                name: "RiskAssessments");
        }
    }
}
