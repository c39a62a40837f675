using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace CaseTracker.Migrations.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Areas",
                columns: table => new
                {
                    Code = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false),
                    Country = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: true),
                    English = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Spanish = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Areas", x => x.Code);
                });

            migrationBuilder.CreateTable(
                name: "IncidentDrafts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    Content = table.Column<byte[]>(type: "bytea", nullable: false),
                    SavedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IncidentDrafts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Incidents",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Title = table.Column<byte[]>(type: "bytea", nullable: false),
                    Narrative = table.Column<byte[]>(type: "bytea", nullable: true),
                    FirstDay = table.Column<DateOnly>(type: "date", nullable: false),
                    LastDay = table.Column<DateOnly>(type: "date", nullable: false),
                    Municipality = table.Column<byte[]>(type: "bytea", nullable: true),
                    ConsentCode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    PriorityCode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Verification = table.Column<int>(type: "integer", nullable: false),
                    Workflow = table.Column<int>(type: "integer", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    TeamId = table.Column<Guid>(type: "uuid", nullable: false),
                    LoggedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    HighestStage = table.Column<int>(type: "integer", nullable: true),
                    LowestStage = table.Column<int>(type: "integer", nullable: true),
                    LastInvestigated = table.Column<DateOnly>(type: "date", nullable: true),
                    IsDemonstration = table.Column<bool>(type: "boolean", nullable: false),
                    Circle = table.Column<int>(type: "integer", nullable: false),
                    ErasedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    EndedOn_Earliest = table.Column<DateOnly>(type: "date", nullable: true),
                    EndedOn_IsApproximate = table.Column<bool>(type: "boolean", nullable: true),
                    EndedOn_Latest = table.Column<DateOnly>(type: "date", nullable: true),
                    EndedOn_Precision = table.Column<int>(type: "integer", nullable: true),
                    Place_Country = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false),
                    Place_State = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: true),
                    StartedOn_Earliest = table.Column<DateOnly>(type: "date", nullable: true),
                    StartedOn_IsApproximate = table.Column<bool>(type: "boolean", nullable: false),
                    StartedOn_Latest = table.Column<DateOnly>(type: "date", nullable: true),
                    StartedOn_Precision = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ChangedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Incidents", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "MandateHolders",
                columns: table => new
                {
                    Key = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Mandate_English = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Mandate_Spanish = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MandateHolders", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "Members",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    DisplayName = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    Role = table.Column<int>(type: "integer", nullable: false),
                    Language = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    IsActive = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ChangedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Members", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "NumberSeries",
                columns: table => new
                {
                    Year = table.Column<int>(type: "integer", nullable: false),
                    Last = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NumberSeries", x => x.Year);
                });

            migrationBuilder.CreateTable(
                name: "Outbox",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Type = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Payload = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    DeliveredAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Attempts = table.Column<int>(type: "integer", nullable: false),
                    NextAttemptAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Outbox", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "People",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Pseudonym = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    GenderCode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    AgeBandCode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    IsIndigenous = table.Column<bool>(type: "boolean", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    IsDemonstration = table.Column<bool>(type: "boolean", nullable: false),
                    ErasedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ChangedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_People", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Releases",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Key = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Country = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false),
                    States = table.Column<string[]>(type: "text[]", nullable: false),
                    RelevantFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    RelevantTo = table.Column<DateOnly>(type: "date", nullable: false),
                    RelevantActs = table.Column<string[]>(type: "text[]", nullable: false),
                    RelevantNarratives = table.Column<string[]>(type: "text[]", nullable: false),
                    Appointment_English = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    Appointment_Spanish = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    Date_Earliest = table.Column<DateOnly>(type: "date", nullable: true),
                    Date_IsApproximate = table.Column<bool>(type: "boolean", nullable: false),
                    Date_Latest = table.Column<DateOnly>(type: "date", nullable: true),
                    Date_Precision = table.Column<int>(type: "integer", nullable: false),
                    DateNote_English = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    DateNote_Spanish = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    Publisher_English = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Publisher_Spanish = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    RelevantNote_English = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    RelevantNote_Spanish = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    Source_English = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    Source_Spanish = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    SourceLabel_English = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    SourceLabel_Spanish = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Summary_English = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    Summary_Spanish = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    Title_English = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Title_Spanish = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ChangedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Releases", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SignInAttempts",
                columns: table => new
                {
                    Key = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Count = table.Column<int>(type: "integer", nullable: false),
                    Since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SignInAttempts", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "SignIns",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    UserName = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    NormalizedUserName = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    Email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    NormalizedEmail = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    EmailConfirmed = table.Column<bool>(type: "boolean", nullable: false),
                    PasswordHash = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    SecurityStamp = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    PhoneNumber = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    PhoneNumberConfirmed = table.Column<bool>(type: "boolean", nullable: false),
                    TwoFactorEnabled = table.Column<bool>(type: "boolean", nullable: false),
                    LockoutEnd = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    LockoutEnabled = table.Column<bool>(type: "boolean", nullable: false),
                    AccessFailedCount = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SignIns", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Teams",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ChangedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Teams", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Terms",
                columns: table => new
                {
                    List = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Parent = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Class = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    English = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    Spanish = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    Source = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Note = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    Position = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Terms", x => new { x.List, x.Code });
                });

            migrationBuilder.CreateTable(
                name: "Trail",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ActorId = table.Column<Guid>(type: "uuid", nullable: true),
                    Action = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Outcome = table.Column<int>(type: "integer", nullable: false),
                    Subject = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    Detail = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Mac = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    TreeIndex = table.Column<long>(type: "bigint", nullable: true),
                    LeafHash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: true),
                    PlaceMac = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Trail", x => x.Sequence);
                });

            migrationBuilder.CreateTable(
                name: "TrailTree",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false),
                    Turn = table.Column<int>(type: "integer", nullable: false),
                    KeyId = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    Size = table.Column<long>(type: "bigint", nullable: false),
                    Peaks = table.Column<byte[]>(type: "bytea", maxLength: 2016, nullable: false),
                    SealedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    CheckpointSize = table.Column<long>(type: "bigint", nullable: true),
                    CheckpointAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    VerifiedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Fault = table.Column<int>(type: "integer", nullable: true),
                    FaultSequence = table.Column<long>(type: "bigint", nullable: true),
                    Mac = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TrailTree", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Erasures",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    IncidentId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: true),
                    Pseudonym = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Ground = table.Column<int>(type: "integer", nullable: false),
                    OrderedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    OrderedAs = table.Column<int>(type: "integer", nullable: false),
                    FinishedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ChangedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Erasures", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Erasures_Incidents_IncidentId",
                        column: x => x.IncidentId,
                        principalTable: "Incidents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "FollowUps",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    IncidentId = table.Column<Guid>(type: "uuid", nullable: false),
                    KindCode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Note = table.Column<byte[]>(type: "bytea", nullable: true),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    AssigneeId = table.Column<Guid>(type: "uuid", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    Recurrence = table.Column<int>(type: "integer", nullable: false),
                    SeriesFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    Status = table.Column<int>(type: "integer", nullable: false),
                    OutcomeCode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    OutcomeNote = table.Column<byte[]>(type: "bytea", nullable: true),
                    ClosedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    ClosedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ChangedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FollowUps", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FollowUps_Incidents_IncidentId",
                        column: x => x.IncidentId,
                        principalTable: "Incidents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "IncidentAccusations",
                columns: table => new
                {
                    Code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    IncidentId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IncidentAccusations", x => new { x.IncidentId, x.Code });
                    table.ForeignKey(
                        name: "FK_IncidentAccusations_Incidents_IncidentId",
                        column: x => x.IncidentId,
                        principalTable: "Incidents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "IncidentActs",
                columns: table => new
                {
                    Sequence = table.Column<int>(type: "integer", nullable: false),
                    IncidentId = table.Column<Guid>(type: "uuid", nullable: false),
                    VictimSequence = table.Column<int>(type: "integer", nullable: false),
                    Code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    MethodCode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    MotiveCode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    VictimStateCode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    RightCode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    On_Earliest = table.Column<DateOnly>(type: "date", nullable: true),
                    On_IsApproximate = table.Column<bool>(type: "boolean", nullable: true),
                    On_Latest = table.Column<DateOnly>(type: "date", nullable: true),
                    On_Precision = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IncidentActs", x => new { x.IncidentId, x.Sequence });
                    table.ForeignKey(
                        name: "FK_IncidentActs_Incidents_IncidentId",
                        column: x => x.IncidentId,
                        principalTable: "Incidents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "IncidentGrants",
                columns: table => new
                {
                    Sequence = table.Column<int>(type: "integer", nullable: false),
                    IncidentId = table.Column<Guid>(type: "uuid", nullable: false),
                    MemberId = table.Column<Guid>(type: "uuid", nullable: false),
                    Level = table.Column<int>(type: "integer", nullable: false),
                    LastDay = table.Column<DateOnly>(type: "date", nullable: false),
                    ExpiresAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Reason = table.Column<byte[]>(type: "bytea", nullable: false),
                    GivenBy = table.Column<Guid>(type: "uuid", nullable: false),
                    GivenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    RevokedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    RevokedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IncidentGrants", x => new { x.IncidentId, x.Sequence });
                    table.ForeignKey(
                        name: "FK_IncidentGrants_Incidents_IncidentId",
                        column: x => x.IncidentId,
                        principalTable: "Incidents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "IncidentHandOvers",
                columns: table => new
                {
                    Sequence = table.Column<int>(type: "integer", nullable: false),
                    IncidentId = table.Column<Guid>(type: "uuid", nullable: false),
                    From = table.Column<Guid>(type: "uuid", nullable: false),
                    To = table.Column<Guid>(type: "uuid", nullable: false),
                    Reason = table.Column<byte[]>(type: "bytea", nullable: false),
                    ProposedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    ProposedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    State = table.Column<int>(type: "integer", nullable: false),
                    Answer = table.Column<byte[]>(type: "bytea", nullable: true),
                    SettledBy = table.Column<Guid>(type: "uuid", nullable: true),
                    SettledAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IncidentHandOvers", x => new { x.IncidentId, x.Sequence });
                    table.ForeignKey(
                        name: "FK_IncidentHandOvers_Incidents_IncidentId",
                        column: x => x.IncidentId,
                        principalTable: "Incidents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "IncidentIdentityOpenings",
                columns: table => new
                {
                    Sequence = table.Column<int>(type: "integer", nullable: false),
                    IncidentId = table.Column<Guid>(type: "uuid", nullable: false),
                    MemberId = table.Column<Guid>(type: "uuid", nullable: false),
                    Reason = table.Column<byte[]>(type: "bytea", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ExpiresAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IncidentIdentityOpenings", x => new { x.IncidentId, x.Sequence });
                    table.ForeignKey(
                        name: "FK_IncidentIdentityOpenings_Incidents_IncidentId",
                        column: x => x.IncidentId,
                        principalTable: "Incidents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "IncidentInvolvements",
                columns: table => new
                {
                    Sequence = table.Column<int>(type: "integer", nullable: false),
                    IncidentId = table.Column<Guid>(type: "uuid", nullable: false),
                    PerpetratorCode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    RoleCode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    ProofCode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Description = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IncidentInvolvements", x => new { x.IncidentId, x.Sequence });
                    table.ForeignKey(
                        name: "FK_IncidentInvolvements_Incidents_IncidentId",
                        column: x => x.IncidentId,
                        principalTable: "Incidents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "IncidentSources",
                columns: table => new
                {
                    Sequence = table.Column<int>(type: "integer", nullable: false),
                    IncidentId = table.Column<Guid>(type: "uuid", nullable: false),
                    ConnectionCode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    MaterialCode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ReliabilityCode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Description = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IncidentSources", x => new { x.IncidentId, x.Sequence });
                    table.ForeignKey(
                        name: "FK_IncidentSources_Incidents_IncidentId",
                        column: x => x.IncidentId,
                        principalTable: "Incidents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "IncidentVerificationChanges",
                columns: table => new
                {
                    Sequence = table.Column<int>(type: "integer", nullable: false),
                    IncidentId = table.Column<Guid>(type: "uuid", nullable: false),
                    From = table.Column<int>(type: "integer", nullable: false),
                    To = table.Column<int>(type: "integer", nullable: false),
                    Reason = table.Column<byte[]>(type: "bytea", nullable: false),
                    By = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IncidentVerificationChanges", x => new { x.IncidentId, x.Sequence });
                    table.ForeignKey(
                        name: "FK_IncidentVerificationChanges_Incidents_IncidentId",
                        column: x => x.IncidentId,
                        principalTable: "Incidents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "IncidentWords",
                columns: table => new
                {
                    IncidentId = table.Column<Guid>(type: "uuid", nullable: false),
                    Word = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IncidentWords", x => new { x.Word, x.IncidentId });
                    table.ForeignKey(
                        name: "FK_IncidentWords_Incidents_IncidentId",
                        column: x => x.IncidentId,
                        principalTable: "Incidents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "IncidentWorkflowChanges",
                columns: table => new
                {
                    Sequence = table.Column<int>(type: "integer", nullable: false),
                    IncidentId = table.Column<Guid>(type: "uuid", nullable: false),
                    From = table.Column<int>(type: "integer", nullable: false),
                    To = table.Column<int>(type: "integer", nullable: false),
                    Reason = table.Column<byte[]>(type: "bytea", nullable: false),
                    By = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IncidentWorkflowChanges", x => new { x.IncidentId, x.Sequence });
                    table.ForeignKey(
                        name: "FK_IncidentWorkflowChanges_Incidents_IncidentId",
                        column: x => x.IncidentId,
                        principalTable: "Incidents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Notices",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Key = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    MemberId = table.Column<Guid>(type: "uuid", nullable: false),
                    IncidentId = table.Column<Guid>(type: "uuid", nullable: true),
                    FollowUpId = table.Column<Guid>(type: "uuid", nullable: true),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: true),
                    StepFrom = table.Column<DateOnly>(type: "date", nullable: true),
                    Subject = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    Detail = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    SeenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Notices", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Notices_Incidents_IncidentId",
                        column: x => x.IncidentId,
                        principalTable: "Incidents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Proceedings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    KindCode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    IsAgainstDefender = table.Column<bool>(type: "boolean", nullable: false),
                    Authority = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: true),
                    OpenedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    IncidentId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Proceedings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Proceedings_Incidents_IncidentId",
                        column: x => x.IncidentId,
                        principalTable: "Incidents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SignInSessions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MemberId = table.Column<Guid>(type: "uuid", nullable: false),
                    Browser = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    System = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Assurance = table.Column<int>(type: "integer", nullable: false),
                    StartedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    LastSeenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ConfirmedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SignInSessions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SignInSessions_Members_MemberId",
                        column: x => x.MemberId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "IncidentVictims",
                columns: table => new
                {
                    Sequence = table.Column<int>(type: "integer", nullable: false),
                    IncidentId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IncidentVictims", x => new { x.IncidentId, x.Sequence });
                    table.ForeignKey(
                        name: "FK_IncidentVictims_Incidents_IncidentId",
                        column: x => x.IncidentId,
                        principalTable: "Incidents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_IncidentVictims_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PersonBlindNames",
                columns: table => new
                {
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Token = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PersonBlindNames", x => new { x.Token, x.PersonId });
                    table.ForeignKey(
                        name: "FK_PersonBlindNames_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PersonIdentities",
                columns: table => new
                {
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<byte[]>(type: "bytea", nullable: false),
                    Aliases = table.Column<byte[]>(type: "bytea", nullable: true),
                    Contact = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PersonIdentities", x => x.PersonId);
                    table.ForeignKey(
                        name: "FK_PersonIdentities_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PersonProfiles",
                columns: table => new
                {
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PersonProfiles", x => new { x.PersonId, x.Code });
                    table.ForeignKey(
                        name: "FK_PersonProfiles_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "IncidentCitations",
                columns: table => new
                {
                    ReleaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    IncidentId = table.Column<Guid>(type: "uuid", nullable: false),
                    CitedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    CitedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IncidentCitations", x => new { x.IncidentId, x.ReleaseId });
                    table.ForeignKey(
                        name: "FK_IncidentCitations_Incidents_IncidentId",
                        column: x => x.IncidentId,
                        principalTable: "Incidents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_IncidentCitations_Releases_ReleaseId",
                        column: x => x.ReleaseId,
                        principalTable: "Releases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Missions",
                columns: table => new
                {
                    ReleaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    Places = table.Column<string[]>(type: "text[]", nullable: false),
                    From_Earliest = table.Column<DateOnly>(type: "date", nullable: true),
                    From_IsApproximate = table.Column<bool>(type: "boolean", nullable: false),
                    From_Latest = table.Column<DateOnly>(type: "date", nullable: true),
                    From_Precision = table.Column<int>(type: "integer", nullable: false),
                    Text_English = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    Text_Spanish = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    To_Earliest = table.Column<DateOnly>(type: "date", nullable: true),
                    To_IsApproximate = table.Column<bool>(type: "boolean", nullable: false),
                    To_Latest = table.Column<DateOnly>(type: "date", nullable: true),
                    To_Precision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Missions", x => x.ReleaseId);
                    table.ForeignKey(
                        name: "FK_Missions_Releases_ReleaseId",
                        column: x => x.ReleaseId,
                        principalTable: "Releases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ReleaseAffectedGroups",
                columns: table => new
                {
                    Sequence = table.Column<int>(type: "integer", nullable: false),
                    ReleaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    Text_English = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    Text_Spanish = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReleaseAffectedGroups", x => new { x.ReleaseId, x.Sequence });
                    table.ForeignKey(
                        name: "FK_ReleaseAffectedGroups_Releases_ReleaseId",
                        column: x => x.ReleaseId,
                        principalTable: "Releases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ReleaseAsks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Key = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    StatusCode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ReleaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    Addressee_English = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Addressee_Spanish = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Text_English = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    Text_Spanish = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReleaseAsks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReleaseAsks_Releases_ReleaseId",
                        column: x => x.ReleaseId,
                        principalTable: "Releases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ReleaseEffects",
                columns: table => new
                {
                    Sequence = table.Column<int>(type: "integer", nullable: false),
                    ReleaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    Text_English = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    Text_Spanish = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReleaseEffects", x => new { x.ReleaseId, x.Sequence });
                    table.ForeignKey(
                        name: "FK_ReleaseEffects_Releases_ReleaseId",
                        column: x => x.ReleaseId,
                        principalTable: "Releases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ReleaseFindings",
                columns: table => new
                {
                    Sequence = table.Column<int>(type: "integer", nullable: false),
                    ReleaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    Acts = table.Column<string[]>(type: "text[]", nullable: false),
                    Narratives = table.Column<string[]>(type: "text[]", nullable: false),
                    Text_English = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    Text_Spanish = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReleaseFindings", x => new { x.ReleaseId, x.Sequence });
                    table.ForeignKey(
                        name: "FK_ReleaseFindings_Releases_ReleaseId",
                        column: x => x.ReleaseId,
                        principalTable: "Releases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ReleaseSignatories",
                columns: table => new
                {
                    Sequence = table.Column<int>(type: "integer", nullable: false),
                    ReleaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    MandateHolderKey = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReleaseSignatories", x => new { x.ReleaseId, x.Sequence });
                    table.ForeignKey(
                        name: "FK_ReleaseSignatories_MandateHolders_MandateHolderKey",
                        column: x => x.MandateHolderKey,
                        principalTable: "MandateHolders",
                        principalColumn: "Key",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReleaseSignatories_Releases_ReleaseId",
                        column: x => x.ReleaseId,
                        principalTable: "Releases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ReleaseStatements",
                columns: table => new
                {
                    Sequence = table.Column<int>(type: "integer", nullable: false),
                    ReleaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    SpeakerKey = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Text_English = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    Text_Spanish = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReleaseStatements", x => new { x.ReleaseId, x.Sequence });
                    table.ForeignKey(
                        name: "FK_ReleaseStatements_MandateHolders_SpeakerKey",
                        column: x => x.SpeakerKey,
                        principalTable: "MandateHolders",
                        principalColumn: "Key",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReleaseStatements_Releases_ReleaseId",
                        column: x => x.ReleaseId,
                        principalTable: "Releases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SignInApps",
                columns: table => new
                {
                    SignInId = table.Column<Guid>(type: "uuid", nullable: false),
                    SealedKey = table.Column<byte[]>(type: "bytea", nullable: false),
                    LastStep = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SignInApps", x => x.SignInId);
                    table.ForeignKey(
                        name: "FK_SignInApps_SignIns_SignInId",
                        column: x => x.SignInId,
                        principalTable: "SignIns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SignInClaims",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    ClaimType = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    ClaimValue = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SignInClaims", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SignInClaims_SignIns_UserId",
                        column: x => x.UserId,
                        principalTable: "SignIns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SignInLogins",
                columns: table => new
                {
                    LoginProvider = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    ProviderKey = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    ProviderDisplayName = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SignInLogins", x => new { x.LoginProvider, x.ProviderKey });
                    table.ForeignKey(
                        name: "FK_SignInLogins_SignIns_UserId",
                        column: x => x.UserId,
                        principalTable: "SignIns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SignInPasskeys",
                columns: table => new
                {
                    CredentialId = table.Column<byte[]>(type: "bytea", maxLength: 1024, nullable: false),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    Data = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SignInPasskeys", x => x.CredentialId);
                    table.ForeignKey(
                        name: "FK_SignInPasskeys_SignIns_UserId",
                        column: x => x.UserId,
                        principalTable: "SignIns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SignInRecoveryCodes",
                columns: table => new
                {
                    SignInId = table.Column<Guid>(type: "uuid", nullable: false),
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SignInRecoveryCodes", x => new { x.SignInId, x.Hash });
                    table.ForeignKey(
                        name: "FK_SignInRecoveryCodes_SignIns_SignInId",
                        column: x => x.SignInId,
                        principalTable: "SignIns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SignInTokens",
                columns: table => new
                {
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    LoginProvider = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    Name = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    Value = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SignInTokens", x => new { x.UserId, x.LoginProvider, x.Name });
                    table.ForeignKey(
                        name: "FK_SignInTokens_SignIns_UserId",
                        column: x => x.UserId,
                        principalTable: "SignIns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "TeamMemberships",
                columns: table => new
                {
                    MemberId = table.Column<Guid>(type: "uuid", nullable: false),
                    TeamId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TeamMemberships", x => new { x.MemberId, x.TeamId });
                    table.ForeignKey(
                        name: "FK_TeamMemberships_Members_MemberId",
                        column: x => x.MemberId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_TeamMemberships_Teams_TeamId",
                        column: x => x.TeamId,
                        principalTable: "Teams",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ErasureKeys",
                columns: table => new
                {
                    Sequence = table.Column<int>(type: "integer", nullable: false),
                    ErasureId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    RecordId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ErasureKeys", x => new { x.ErasureId, x.Sequence });
                    table.ForeignKey(
                        name: "FK_ErasureKeys_Erasures_ErasureId",
                        column: x => x.ErasureId,
                        principalTable: "Erasures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "FollowUpSnoozes",
                columns: table => new
                {
                    Sequence = table.Column<int>(type: "integer", nullable: false),
                    FollowUpId = table.Column<Guid>(type: "uuid", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: false),
                    Reason = table.Column<byte[]>(type: "bytea", nullable: false),
                    By = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FollowUpSnoozes", x => new { x.FollowUpId, x.Sequence });
                    table.ForeignKey(
                        name: "FK_FollowUpSnoozes_FollowUps_FollowUpId",
                        column: x => x.FollowUpId,
                        principalTable: "FollowUps",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "OutgoingMail",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    NoticeId = table.Column<Guid>(type: "uuid", nullable: false),
                    MemberId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Status = table.Column<int>(type: "integer", nullable: false),
                    Attempts = table.Column<int>(type: "integer", nullable: false),
                    NextAttemptAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ClaimedUntil = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    LastFailure = table.Column<int>(type: "integer", nullable: false),
                    SentAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OutgoingMail", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OutgoingMail_Notices_NoticeId",
                        column: x => x.NoticeId,
                        principalTable: "Notices",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ProceedingInvestigativeActs",
                columns: table => new
                {
                    Sequence = table.Column<int>(type: "integer", nullable: false),
                    ProceedingId = table.Column<Guid>(type: "uuid", nullable: false),
                    Code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    LastDay = table.Column<DateOnly>(type: "date", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    On_Earliest = table.Column<DateOnly>(type: "date", nullable: true),
                    On_IsApproximate = table.Column<bool>(type: "boolean", nullable: false),
                    On_Latest = table.Column<DateOnly>(type: "date", nullable: true),
                    On_Precision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProceedingInvestigativeActs", x => new { x.ProceedingId, x.Sequence });
                    table.ForeignKey(
                        name: "FK_ProceedingInvestigativeActs_Proceedings_ProceedingId",
                        column: x => x.ProceedingId,
                        principalTable: "Proceedings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ProceedingStages",
                columns: table => new
                {
                    Sequence = table.Column<int>(type: "integer", nullable: false),
                    ProceedingId = table.Column<Guid>(type: "uuid", nullable: false),
                    Stage = table.Column<int>(type: "integer", nullable: false),
                    Reason = table.Column<byte[]>(type: "bytea", nullable: false),
                    NotReportedReason = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Corrects = table.Column<int>(type: "integer", nullable: true),
                    Reopens = table.Column<bool>(type: "boolean", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    On_Earliest = table.Column<DateOnly>(type: "date", nullable: true),
                    On_IsApproximate = table.Column<bool>(type: "boolean", nullable: false),
                    On_Latest = table.Column<DateOnly>(type: "date", nullable: true),
                    On_Precision = table.Column<int>(type: "integer", nullable: false),
                    OrderedOn_Earliest = table.Column<DateOnly>(type: "date", nullable: true),
                    OrderedOn_IsApproximate = table.Column<bool>(type: "boolean", nullable: true),
                    OrderedOn_Latest = table.Column<DateOnly>(type: "date", nullable: true),
                    OrderedOn_Precision = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProceedingStages", x => new { x.ProceedingId, x.Sequence });
                    table.ForeignKey(
                        name: "FK_ProceedingStages_Proceedings_ProceedingId",
                        column: x => x.ProceedingId,
                        principalTable: "Proceedings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "MissionFigures",
                columns: table => new
                {
                    Sequence = table.Column<int>(type: "integer", nullable: false),
                    ReleaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    Value = table.Column<int>(type: "integer", nullable: false),
                    Qualifier = table.Column<int>(type: "integer", nullable: false),
                    Label_English = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Label_Spanish = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Unit_English = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Unit_Spanish = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MissionFigures", x => new { x.ReleaseId, x.Sequence });
                    table.ForeignKey(
                        name: "FK_MissionFigures_Missions_ReleaseId",
                        column: x => x.ReleaseId,
                        principalTable: "Missions",
                        principalColumn: "ReleaseId",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ReleaseAskChanges",
                columns: table => new
                {
                    Sequence = table.Column<int>(type: "integer", nullable: false),
                    AskId = table.Column<Guid>(type: "uuid", nullable: false),
                    FormerCode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    StatusCode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    By = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    On_Earliest = table.Column<DateOnly>(type: "date", nullable: true),
                    On_IsApproximate = table.Column<bool>(type: "boolean", nullable: false),
                    On_Latest = table.Column<DateOnly>(type: "date", nullable: true),
                    On_Precision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReleaseAskChanges", x => new { x.AskId, x.Sequence });
                    table.ForeignKey(
                        name: "FK_ReleaseAskChanges_ReleaseAsks_AskId",
                        column: x => x.AskId,
                        principalTable: "ReleaseAsks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.InsertData(
                table: "NumberSeries",
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
                name: "IX_Erasures_FinishedAt",
                table: "Erasures",
                column: "FinishedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Erasures_IncidentId",
                table: "Erasures",
                column: "IncidentId");

            migrationBuilder.CreateIndex(
                name: "IX_FollowUps_AssigneeId_Status_DueOn_IncidentId",
                table: "FollowUps",
                columns: new[] { "AssigneeId", "Status", "DueOn", "IncidentId" });

            migrationBuilder.CreateIndex(
                name: "IX_FollowUps_IncidentId",
                table: "FollowUps",
                column: "IncidentId");

            migrationBuilder.CreateIndex(
                name: "IX_FollowUps_Status_DueOn",
                table: "FollowUps",
                columns: new[] { "Status", "DueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_IncidentActs_Code",
                table: "IncidentActs",
                column: "Code");

            migrationBuilder.CreateIndex(
                name: "IX_IncidentCitations_ReleaseId",
                table: "IncidentCitations",
                column: "ReleaseId");

            migrationBuilder.CreateIndex(
                name: "IX_IncidentDrafts_OwnerId",
                table: "IncidentDrafts",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_IncidentGrants_MemberId_RevokedAt_ExpiresAt_Level_IncidentId",
                table: "IncidentGrants",
                columns: new[] { "MemberId", "RevokedAt", "ExpiresAt", "Level", "IncidentId" });

            migrationBuilder.CreateIndex(
                name: "IX_IncidentHandOvers_To_State",
                table: "IncidentHandOvers",
                columns: new[] { "To", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_IncidentIdentityOpenings_MemberId_ExpiresAt_IncidentId",
                table: "IncidentIdentityOpenings",
                columns: new[] { "MemberId", "ExpiresAt", "IncidentId" });

            migrationBuilder.CreateIndex(
                name: "IX_IncidentInvolvements_PerpetratorCode",
                table: "IncidentInvolvements",
                column: "PerpetratorCode");

            migrationBuilder.CreateIndex(
                name: "IX_Incidents_CreatedAt_Id",
                table: "Incidents",
                columns: new[] { "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Incidents_FirstDay_Id",
                table: "Incidents",
                columns: new[] { "FirstDay", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Incidents_Id_OwnerId_TeamId_Circle_IsDemonstration",
                table: "Incidents",
                columns: new[] { "Id", "OwnerId", "TeamId", "Circle", "IsDemonstration" });

            migrationBuilder.CreateIndex(
                name: "IX_Incidents_Number",
                table: "Incidents",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Incidents_OwnerId_FirstDay",
                table: "Incidents",
                columns: new[] { "OwnerId", "FirstDay" });

            migrationBuilder.CreateIndex(
                name: "IX_Incidents_OwnerId_HighestStage_LastInvestigated",
                table: "Incidents",
                columns: new[] { "OwnerId", "HighestStage", "LastInvestigated" });

            migrationBuilder.CreateIndex(
                name: "IX_Incidents_TeamId_FirstDay",
                table: "Incidents",
                columns: new[] { "TeamId", "FirstDay" });

            migrationBuilder.CreateIndex(
                name: "IX_IncidentVictims_PersonId",
                table: "IncidentVictims",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_IncidentWords_IncidentId",
                table: "IncidentWords",
                column: "IncidentId");

            migrationBuilder.CreateIndex(
                name: "IX_Notices_FollowUpId_DueOn",
                table: "Notices",
                columns: new[] { "FollowUpId", "DueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Notices_IncidentId",
                table: "Notices",
                column: "IncidentId");

            migrationBuilder.CreateIndex(
                name: "IX_Notices_Key",
                table: "Notices",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Notices_MemberId_SeenAt",
                table: "Notices",
                columns: new[] { "MemberId", "SeenAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_DeliveredAt_NextAttemptAt",
                table: "Outbox",
                columns: new[] { "DeliveredAt", "NextAttemptAt" });

            migrationBuilder.CreateIndex(
                name: "IX_OutgoingMail_NoticeId",
                table: "OutgoingMail",
                column: "NoticeId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OutgoingMail_Status_NextAttemptAt",
                table: "OutgoingMail",
                columns: new[] { "Status", "NextAttemptAt" });

            migrationBuilder.CreateIndex(
                name: "IX_People_Pseudonym",
                table: "People",
                column: "Pseudonym",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PersonBlindNames_PersonId",
                table: "PersonBlindNames",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_PersonProfiles_Code",
                table: "PersonProfiles",
                column: "Code");

            migrationBuilder.CreateIndex(
                name: "IX_Proceedings_IncidentId",
                table: "Proceedings",
                column: "IncidentId");

            migrationBuilder.CreateIndex(
                name: "IX_ReleaseAsks_ReleaseId_Key",
                table: "ReleaseAsks",
                columns: new[] { "ReleaseId", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Releases_Country_RelevantFrom",
                table: "Releases",
                columns: new[] { "Country", "RelevantFrom" });

            migrationBuilder.CreateIndex(
                name: "IX_Releases_Key",
                table: "Releases",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReleaseSignatories_MandateHolderKey",
                table: "ReleaseSignatories",
                column: "MandateHolderKey");

            migrationBuilder.CreateIndex(
                name: "IX_ReleaseStatements_SpeakerKey",
                table: "ReleaseStatements",
                column: "SpeakerKey");

            migrationBuilder.CreateIndex(
                name: "IX_SignInAttempts_Since",
                table: "SignInAttempts",
                column: "Since");

            migrationBuilder.CreateIndex(
                name: "IX_SignInClaims_UserId",
                table: "SignInClaims",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_SignInLogins_UserId",
                table: "SignInLogins",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_SignInPasskeys_UserId",
                table: "SignInPasskeys",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "EmailIndex",
                table: "SignIns",
                column: "NormalizedEmail");

            migrationBuilder.CreateIndex(
                name: "UserNameIndex",
                table: "SignIns",
                column: "NormalizedUserName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SignInSessions_MemberId",
                table: "SignInSessions",
                column: "MemberId");

            migrationBuilder.CreateIndex(
                name: "IX_TeamMemberships_TeamId",
                table: "TeamMemberships",
                column: "TeamId");

            migrationBuilder.CreateIndex(
                name: "IX_Teams_Name",
                table: "Teams",
                column: "Name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Trail_At",
                table: "Trail",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_Trail_Id",
                table: "Trail",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Trail_Subject_Sequence",
                table: "Trail",
                columns: new[] { "Subject", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_Trail_TreeIndex_Sequence",
                table: "Trail",
                columns: new[] { "TreeIndex", "Sequence" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Areas");

            migrationBuilder.DropTable(
                name: "ErasureKeys");

            migrationBuilder.DropTable(
                name: "FollowUpSnoozes");

            migrationBuilder.DropTable(
                name: "IncidentAccusations");

            migrationBuilder.DropTable(
                name: "IncidentActs");

            migrationBuilder.DropTable(
                name: "IncidentCitations");

            migrationBuilder.DropTable(
                name: "IncidentDrafts");

            migrationBuilder.DropTable(
                name: "IncidentGrants");

            migrationBuilder.DropTable(
                name: "IncidentHandOvers");

            migrationBuilder.DropTable(
                name: "IncidentIdentityOpenings");

            migrationBuilder.DropTable(
                name: "IncidentInvolvements");

            migrationBuilder.DropTable(
                name: "IncidentSources");

            migrationBuilder.DropTable(
                name: "IncidentVerificationChanges");

            migrationBuilder.DropTable(
                name: "IncidentVictims");

            migrationBuilder.DropTable(
                name: "IncidentWords");

            migrationBuilder.DropTable(
                name: "IncidentWorkflowChanges");

            migrationBuilder.DropTable(
                name: "MissionFigures");

            migrationBuilder.DropTable(
                name: "NumberSeries");

            migrationBuilder.DropTable(
                name: "Outbox");

            migrationBuilder.DropTable(
                name: "OutgoingMail");

            migrationBuilder.DropTable(
                name: "PersonBlindNames");

            migrationBuilder.DropTable(
                name: "PersonIdentities");

            migrationBuilder.DropTable(
                name: "PersonProfiles");

            migrationBuilder.DropTable(
                name: "ProceedingInvestigativeActs");

            migrationBuilder.DropTable(
                name: "ProceedingStages");

            migrationBuilder.DropTable(
                name: "ReleaseAffectedGroups");

            migrationBuilder.DropTable(
                name: "ReleaseAskChanges");

            migrationBuilder.DropTable(
                name: "ReleaseEffects");

            migrationBuilder.DropTable(
                name: "ReleaseFindings");

            migrationBuilder.DropTable(
                name: "ReleaseSignatories");

            migrationBuilder.DropTable(
                name: "ReleaseStatements");

            migrationBuilder.DropTable(
                name: "SignInApps");

            migrationBuilder.DropTable(
                name: "SignInAttempts");

            migrationBuilder.DropTable(
                name: "SignInClaims");

            migrationBuilder.DropTable(
                name: "SignInLogins");

            migrationBuilder.DropTable(
                name: "SignInPasskeys");

            migrationBuilder.DropTable(
                name: "SignInRecoveryCodes");

            migrationBuilder.DropTable(
                name: "SignInSessions");

            migrationBuilder.DropTable(
                name: "SignInTokens");

            migrationBuilder.DropTable(
                name: "TeamMemberships");

            migrationBuilder.DropTable(
                name: "Terms");

            migrationBuilder.DropTable(
                name: "Trail");

            migrationBuilder.DropTable(
                name: "TrailTree");

            migrationBuilder.DropTable(
                name: "Erasures");

            migrationBuilder.DropTable(
                name: "FollowUps");

            migrationBuilder.DropTable(
                name: "Missions");

            migrationBuilder.DropTable(
                name: "Notices");

            migrationBuilder.DropTable(
                name: "People");

            migrationBuilder.DropTable(
                name: "Proceedings");

            migrationBuilder.DropTable(
                name: "ReleaseAsks");

            migrationBuilder.DropTable(
                name: "MandateHolders");

            migrationBuilder.DropTable(
                name: "SignIns");

            migrationBuilder.DropTable(
                name: "Members");

            migrationBuilder.DropTable(
                name: "Teams");

            migrationBuilder.DropTable(
                name: "Incidents");

            migrationBuilder.DropTable(
                name: "Releases");
        }
    }
}
