using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace CaseTracker.Migrations.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class Accountability : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Proceedings_IncidentId",
                table: "Proceedings");

            migrationBuilder.DropIndex(
                name: "IX_Incidents_Id_OwnerId_TeamId_Circle_IsDemonstration",
                table: "Incidents");

            migrationBuilder.AddColumn<byte[]>(
                name: "Writes",
                table: "Trail",
                type: "varbinary(32)",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Accused",
                table: "ProceedingStages",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsFinal",
                table: "ProceedingStages",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "IsWithdrawal",
                table: "ProceedingStages",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "Precedes",
                table: "ProceedingStages",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ReportedToCode",
                table: "ProceedingStages",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "AuthorityCode",
                table: "Proceedings",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ClockFrom",
                table: "Proceedings",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "Counsel",
                table: "Proceedings",
                type: "varbinary(max)",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "FileNumber",
                table: "Proceedings",
                type: "varbinary(max)",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "NextHearing",
                table: "Proceedings",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "StalledAfterDays",
                table: "Proceedings",
                type: "int",
                nullable: false,
                defaultValue: 180);

            migrationBuilder.AddColumn<DateOnly>(
                name: "StalledFrom",
                table: "Proceedings",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Standing",
                table: "Proceedings",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Corrects",
                table: "ProceedingInvestigativeActs",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsWithdrawal",
                table: "ProceedingInvestigativeActs",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<byte[]>(
                name: "Note",
                table: "ProceedingInvestigativeActs",
                type: "varbinary(max)",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "RecordedIn",
                table: "People",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "SameOriginAs",
                table: "IncidentSources",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "FurthestRung",
                table: "Incidents",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsSupported",
                table: "Incidents",
                type: "bit",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "Whose",
                table: "IncidentIdentityOpenings",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "Number",
                table: "Erasures",
                type: "nvarchar(60)",
                maxLength: 60,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "nvarchar(20)",
                oldMaxLength: 20);

            migrationBuilder.AlterColumn<Guid>(
                name: "IncidentId",
                table: "Erasures",
                type: "uniqueidentifier",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "uniqueidentifier");

            migrationBuilder.AddColumn<Guid>(
                name: "CampaignId",
                table: "Erasures",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "InterventionId",
                table: "Erasures",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Authorities",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Code = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    English = table.Column<string>(type: "nvarchar(160)", maxLength: 160, nullable: false),
                    Spanish = table.Column<string>(type: "nvarchar(160)", maxLength: 160, nullable: false),
                    Kind = table.Column<int>(type: "int", nullable: false),
                    State = table.Column<string>(type: "nvarchar(6)", maxLength: 6, nullable: true),
                    StalledAfterDays = table.Column<int>(type: "int", nullable: false),
                    IsActive = table.Column<bool>(type: "bit", nullable: false),
                    IsOwn = table.Column<bool>(type: "bit", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    CreatedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    ChangedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Authorities", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CampaignNumberSeries",
                columns: table => new
                {
                    Year = table.Column<int>(type: "int", nullable: false),
                    Last = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CampaignNumberSeries", x => x.Year);
                });

            migrationBuilder.CreateTable(
                name: "Campaigns",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Title = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    Description = table.Column<byte[]>(type: "varbinary(max)", nullable: true),
                    FirstDay = table.Column<DateOnly>(type: "date", nullable: false),
                    Reach = table.Column<long>(type: "bigint", nullable: true),
                    ReachUnitCode = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    ReachOn = table.Column<DateOnly>(type: "date", nullable: true),
                    OwnerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    TeamId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    IsDemonstration = table.Column<bool>(type: "bit", nullable: false),
                    ErasedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    FirstSeen_Earliest = table.Column<DateOnly>(type: "date", nullable: true),
                    FirstSeen_IsApproximate = table.Column<bool>(type: "bit", nullable: false),
                    FirstSeen_Latest = table.Column<DateOnly>(type: "date", nullable: true),
                    FirstSeen_Precision = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    CreatedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    ChangedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Campaigns", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "IncidentClaimSupports",
                columns: table => new
                {
                    Sequence = table.Column<int>(type: "int", nullable: false),
                    IncidentId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SourceSequence = table.Column<int>(type: "int", nullable: false),
                    Claims = table.Column<int>(type: "int", nullable: false),
                    Standing = table.Column<int>(type: "int", nullable: false),
                    Note = table.Column<byte[]>(type: "varbinary(max)", nullable: true),
                    By = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IncidentClaimSupports", x => new { x.IncidentId, x.Sequence });
                    table.ForeignKey(
                        name: "FK_IncidentClaimSupports_Incidents_IncidentId",
                        column: x => x.IncidentId,
                        principalTable: "Incidents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "IncidentOrderFindings",
                columns: table => new
                {
                    Sequence = table.Column<int>(type: "int", nullable: false),
                    IncidentId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    NobodyGaveOrders = table.Column<bool>(type: "bit", nullable: false),
                    Reason = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    By = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
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
                    ErasedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
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
                name: "ProceedingDefenders",
                columns: table => new
                {
                    Sequence = table.Column<int>(type: "int", nullable: false),
                    ProceedingId = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
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
                    Sequence = table.Column<int>(type: "int", nullable: false),
                    ProceedingId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AfterStage = table.Column<int>(type: "int", nullable: false),
                    FromCode = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    ToCode = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Change = table.Column<int>(type: "int", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    RecordedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    Since_Earliest = table.Column<DateOnly>(type: "date", nullable: true),
                    Since_IsApproximate = table.Column<bool>(type: "bit", nullable: false),
                    Since_Latest = table.Column<DateOnly>(type: "date", nullable: true),
                    Since_Precision = table.Column<int>(type: "int", nullable: false)
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

            migrationBuilder.CreateTable(
                name: "ProtectionMeasures",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    IncidentId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PersonId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    MechanismCode = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    MeasureCode = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Class = table.Column<int>(type: "int", nullable: false),
                    Standing = table.Column<int>(type: "int", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    ReminderId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false),
                    CreatedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    ChangedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
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
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    IncidentId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PersonId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Sequence = table.Column<int>(type: "int", nullable: false),
                    MethodCode = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Band = table.Column<int>(type: "int", nullable: false),
                    Reasoning = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    AssessedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    ValidUntil = table.Column<DateOnly>(type: "date", nullable: false),
                    AssessedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    CreatedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    ChangedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
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
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    IncidentId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ActSequence = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<int>(type: "int", nullable: false),
                    Reason = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    DismissedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    CreatedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    ChangedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
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

            migrationBuilder.CreateTable(
                name: "CampaignAddresses",
                columns: table => new
                {
                    Sequence = table.Column<int>(type: "int", nullable: false),
                    CampaignId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Url = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    ArchivedOn = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CampaignAddresses", x => new { x.CampaignId, x.Sequence });
                    table.ForeignKey(
                        name: "FK_CampaignAddresses_Campaigns_CampaignId",
                        column: x => x.CampaignId,
                        principalTable: "Campaigns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CampaignIncidents",
                columns: table => new
                {
                    Sequence = table.Column<int>(type: "int", nullable: false),
                    CampaignId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    IncidentId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Reason = table.Column<byte[]>(type: "varbinary(max)", nullable: true),
                    AddedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AddedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    RemovedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    RemovedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    RemovalReason = table.Column<byte[]>(type: "varbinary(max)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CampaignIncidents", x => new { x.CampaignId, x.Sequence });
                    table.ForeignKey(
                        name: "FK_CampaignIncidents_Campaigns_CampaignId",
                        column: x => x.CampaignId,
                        principalTable: "Campaigns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_CampaignIncidents_Incidents_IncidentId",
                        column: x => x.IncidentId,
                        principalTable: "Incidents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CampaignNarratives",
                columns: table => new
                {
                    Code = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    CampaignId = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CampaignNarratives", x => new { x.CampaignId, x.Code });
                    table.ForeignKey(
                        name: "FK_CampaignNarratives_Campaigns_CampaignId",
                        column: x => x.CampaignId,
                        principalTable: "Campaigns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CampaignOutlets",
                columns: table => new
                {
                    Sequence = table.Column<int>(type: "int", nullable: false),
                    CampaignId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    KindCode = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Name = table.Column<byte[]>(type: "varbinary(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CampaignOutlets", x => new { x.CampaignId, x.Sequence });
                    table.ForeignKey(
                        name: "FK_CampaignOutlets_Campaigns_CampaignId",
                        column: x => x.CampaignId,
                        principalTable: "Campaigns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CampaignSpeakers",
                columns: table => new
                {
                    Sequence = table.Column<int>(type: "int", nullable: false),
                    CampaignId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Label = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    IsOfficial = table.Column<bool>(type: "bit", nullable: false),
                    PerpetratorCode = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CampaignSpeakers", x => new { x.CampaignId, x.Sequence });
                    table.ForeignKey(
                        name: "FK_CampaignSpeakers_Campaigns_CampaignId",
                        column: x => x.CampaignId,
                        principalTable: "Campaigns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
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
                    IsWithdrawal = table.Column<bool>(type: "bit", nullable: false),
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

            migrationBuilder.CreateTable(
                name: "ProtectionMeasureJudgements",
                columns: table => new
                {
                    Sequence = table.Column<int>(type: "int", nullable: false),
                    ProtectionMeasureId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AdequacyCode = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    SaidByCode = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Reason = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    RecordedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    On_Earliest = table.Column<DateOnly>(type: "date", nullable: true),
                    On_IsApproximate = table.Column<bool>(type: "bit", nullable: false),
                    On_Latest = table.Column<DateOnly>(type: "date", nullable: true),
                    On_Precision = table.Column<int>(type: "int", nullable: false)
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
                    Sequence = table.Column<int>(type: "int", nullable: false),
                    ProtectionMeasureId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Stage = table.Column<int>(type: "int", nullable: false),
                    LastDay = table.Column<DateOnly>(type: "date", nullable: false),
                    Note = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    Corrects = table.Column<int>(type: "int", nullable: true),
                    Reopens = table.Column<bool>(type: "bit", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    RecordedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    On_Earliest = table.Column<DateOnly>(type: "date", nullable: true),
                    On_IsApproximate = table.Column<bool>(type: "bit", nullable: false),
                    On_Latest = table.Column<DateOnly>(type: "date", nullable: true),
                    On_Precision = table.Column<int>(type: "int", nullable: false)
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
                    Code = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    RiskAssessmentId = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
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

            migrationBuilder.InsertData(
                table: "CampaignNumberSeries",
                columns: new[] { "Year", "Last" },
                values: new object[,]
                {
                    { 2000, 0 },
                    { 2001, 0 },
                    { 2002, 0 },
                    { 2003, 0 },
                    { 2004, 0 },
                    { 2005, 0 },
                    { 2006, 0 },
                    { 2007, 0 },
                    { 2008, 0 },
                    { 2009, 0 },
                    { 2010, 0 },
                    { 2011, 0 },
                    { 2012, 0 },
                    { 2013, 0 },
                    { 2014, 0 },
                    { 2015, 0 },
                    { 2016, 0 },
                    { 2017, 0 },
                    { 2018, 0 },
                    { 2019, 0 },
                    { 2020, 0 },
                    { 2021, 0 },
                    { 2022, 0 },
                    { 2023, 0 },
                    { 2024, 0 },
                    { 2025, 0 },
                    { 2026, 0 },
                    { 2027, 0 },
                    { 2028, 0 },
                    { 2029, 0 },
                    { 2030, 0 },
                    { 2031, 0 },
                    { 2032, 0 },
                    { 2033, 0 },
                    { 2034, 0 },
                    { 2035, 0 },
                    { 2036, 0 },
                    { 2037, 0 },
                    { 2038, 0 },
                    { 2039, 0 },
                    { 2040, 0 },
                    { 2041, 0 },
                    { 2042, 0 },
                    { 2043, 0 },
                    { 2044, 0 },
                    { 2045, 0 },
                    { 2046, 0 },
                    { 2047, 0 },
                    { 2048, 0 },
                    { 2049, 0 },
                    { 2050, 0 },
                    { 2051, 0 },
                    { 2052, 0 },
                    { 2053, 0 },
                    { 2054, 0 },
                    { 2055, 0 },
                    { 2056, 0 },
                    { 2057, 0 },
                    { 2058, 0 },
                    { 2059, 0 },
                    { 2060, 0 },
                    { 2061, 0 },
                    { 2062, 0 },
                    { 2063, 0 },
                    { 2064, 0 },
                    { 2065, 0 },
                    { 2066, 0 },
                    { 2067, 0 },
                    { 2068, 0 },
                    { 2069, 0 },
                    { 2070, 0 },
                    { 2071, 0 },
                    { 2072, 0 },
                    { 2073, 0 },
                    { 2074, 0 },
                    { 2075, 0 },
                    { 2076, 0 },
                    { 2077, 0 },
                    { 2078, 0 },
                    { 2079, 0 },
                    { 2080, 0 },
                    { 2081, 0 },
                    { 2082, 0 },
                    { 2083, 0 },
                    { 2084, 0 },
                    { 2085, 0 },
                    { 2086, 0 },
                    { 2087, 0 },
                    { 2088, 0 },
                    { 2089, 0 },
                    { 2090, 0 },
                    { 2091, 0 },
                    { 2092, 0 },
                    { 2093, 0 },
                    { 2094, 0 },
                    { 2095, 0 },
                    { 2096, 0 },
                    { 2097, 0 },
                    { 2098, 0 },
                    { 2099, 0 },
                    { 2100, 0 }
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
                name: "IX_Incidents_IsSupported_Verification",
                table: "Incidents",
                columns: new[] { "IsSupported", "Verification" });

            migrationBuilder.CreateIndex(
                name: "IX_Incidents_OwnerId_ErasedAt_Circle_TeamId_Id",
                table: "Incidents",
                columns: new[] { "OwnerId", "ErasedAt", "Circle", "TeamId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Erasures_CampaignId",
                table: "Erasures",
                column: "CampaignId");

            migrationBuilder.CreateIndex(
                name: "IX_Erasures_InterventionId",
                table: "Erasures",
                column: "InterventionId");

            migrationBuilder.CreateIndex(
                name: "IX_Authorities_Code",
                table: "Authorities",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CampaignIncidents_IncidentId",
                table: "CampaignIncidents",
                column: "IncidentId");

            migrationBuilder.CreateIndex(
                name: "IX_Campaigns_Number",
                table: "Campaigns",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Campaigns_OwnerId",
                table: "Campaigns",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_Campaigns_TeamId_FirstDay",
                table: "Campaigns",
                columns: new[] { "TeamId", "FirstDay" });

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

            migrationBuilder.CreateIndex(
                name: "IX_TrailWrites_Record",
                table: "TrailWrites",
                column: "Record");

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

            migrationBuilder.DropTable(
                name: "Authorities");

            migrationBuilder.DropTable(
                name: "CampaignAddresses");

            migrationBuilder.DropTable(
                name: "CampaignIncidents");

            migrationBuilder.DropTable(
                name: "CampaignNarratives");

            migrationBuilder.DropTable(
                name: "CampaignNumberSeries");

            migrationBuilder.DropTable(
                name: "CampaignOutlets");

            migrationBuilder.DropTable(
                name: "CampaignSpeakers");

            migrationBuilder.DropTable(
                name: "IncidentClaimSupports");

            migrationBuilder.DropTable(
                name: "IncidentOrderFindings");

            migrationBuilder.DropTable(
                name: "InterventionDueChanges");

            migrationBuilder.DropTable(
                name: "InterventionGradings");

            migrationBuilder.DropTable(
                name: "InterventionReplies");

            migrationBuilder.DropTable(
                name: "ProceedingDefenders");

            migrationBuilder.DropTable(
                name: "ProceedingMoves");

            migrationBuilder.DropTable(
                name: "ProtectionMeasureJudgements");

            migrationBuilder.DropTable(
                name: "ProtectionMeasureSteps");

            migrationBuilder.DropTable(
                name: "RiskAssessmentFactors");

            migrationBuilder.DropTable(
                name: "SignDismissals");

            migrationBuilder.DropTable(
                name: "TrailWrites");

            migrationBuilder.DropTable(
                name: "Campaigns");

            migrationBuilder.DropTable(
                name: "Interventions");

            migrationBuilder.DropTable(
                name: "ProtectionMeasures");

            migrationBuilder.DropTable(
                name: "RiskAssessments");

            migrationBuilder.DropIndex(
                name: "IX_Proceedings_AuthorityCode_ClockFrom",
                table: "Proceedings");

            migrationBuilder.DropIndex(
                name: "IX_Proceedings_ClockFrom_Id_StalledFrom_AuthorityCode_IncidentId",
                table: "Proceedings");

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
                name: "IX_Incidents_IsSupported_Verification",
                table: "Incidents");

            migrationBuilder.DropIndex(
                name: "IX_Incidents_OwnerId_ErasedAt_Circle_TeamId_Id",
                table: "Incidents");

            migrationBuilder.DropIndex(
                name: "IX_Erasures_CampaignId",
                table: "Erasures");

            migrationBuilder.DropIndex(
                name: "IX_Erasures_InterventionId",
                table: "Erasures");

            migrationBuilder.DropColumn(
                name: "Writes",
                table: "Trail");

            migrationBuilder.DropColumn(
                name: "Accused",
                table: "ProceedingStages");

            migrationBuilder.DropColumn(
                name: "IsFinal",
                table: "ProceedingStages");

            migrationBuilder.DropColumn(
                name: "IsWithdrawal",
                table: "ProceedingStages");

            migrationBuilder.DropColumn(
                name: "Precedes",
                table: "ProceedingStages");

            migrationBuilder.DropColumn(
                name: "ReportedToCode",
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
                name: "IsWithdrawal",
                table: "ProceedingInvestigativeActs");

            migrationBuilder.DropColumn(
                name: "Note",
                table: "ProceedingInvestigativeActs");

            migrationBuilder.DropColumn(
                name: "RecordedIn",
                table: "People");

            migrationBuilder.DropColumn(
                name: "SameOriginAs",
                table: "IncidentSources");

            migrationBuilder.DropColumn(
                name: "FurthestRung",
                table: "Incidents");

            migrationBuilder.DropColumn(
                name: "IsSupported",
                table: "Incidents");

            migrationBuilder.DropColumn(
                name: "Whose",
                table: "IncidentIdentityOpenings");

            migrationBuilder.DropColumn(
                name: "CampaignId",
                table: "Erasures");

            migrationBuilder.DropColumn(
                name: "InterventionId",
                table: "Erasures");

            migrationBuilder.AlterColumn<string>(
                name: "Number",
                table: "Erasures",
                type: "nvarchar(20)",
                maxLength: 20,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "nvarchar(60)",
                oldMaxLength: 60);

            migrationBuilder.AlterColumn<Guid>(
                name: "IncidentId",
                table: "Erasures",
                type: "uniqueidentifier",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "uniqueidentifier",
                oldNullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Proceedings_IncidentId",
                table: "Proceedings",
                column: "IncidentId");

            migrationBuilder.CreateIndex(
                name: "IX_Incidents_Id_OwnerId_TeamId_Circle_IsDemonstration",
                table: "Incidents",
                columns: new[] { "Id", "OwnerId", "TeamId", "Circle", "IsDemonstration" });
        }
    }
}
