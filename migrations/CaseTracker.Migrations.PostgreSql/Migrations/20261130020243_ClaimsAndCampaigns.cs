using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace CaseTracker.Migrations.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class ClaimsAndCampaigns : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "SameOriginAs",
                table: "IncidentSources",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsSupported",
                table: "Incidents",
                type: "boolean",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "CampaignNumberSeries",
                columns: table => new
                {
                    Year = table.Column<int>(type: "integer", nullable: false),
                    Last = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CampaignNumberSeries", x => x.Year);
                });

            migrationBuilder.CreateTable(
                name: "Campaigns",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Title = table.Column<byte[]>(type: "bytea", nullable: false),
                    Description = table.Column<byte[]>(type: "bytea", nullable: true),
                    FirstDay = table.Column<DateOnly>(type: "date", nullable: false),
                    Reach = table.Column<long>(type: "bigint", nullable: true),
                    ReachUnitCode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    ReachOn = table.Column<DateOnly>(type: "date", nullable: true),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    TeamId = table.Column<Guid>(type: "uuid", nullable: false),
                    IsDemonstration = table.Column<bool>(type: "boolean", nullable: false),
                    FirstSeen_Earliest = table.Column<DateOnly>(type: "date", nullable: true),
                    FirstSeen_IsApproximate = table.Column<bool>(type: "boolean", nullable: false),
                    FirstSeen_Latest = table.Column<DateOnly>(type: "date", nullable: true),
                    FirstSeen_Precision = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ChangedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Campaigns", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "IncidentClaimSupports",
                columns: table => new
                {
                    Sequence = table.Column<int>(type: "integer", nullable: false),
                    IncidentId = table.Column<Guid>(type: "uuid", nullable: false),
                    SourceSequence = table.Column<int>(type: "integer", nullable: false),
                    Claims = table.Column<int>(type: "integer", nullable: false),
                    Standing = table.Column<int>(type: "integer", nullable: false),
                    Note = table.Column<byte[]>(type: "bytea", nullable: true),
                    By = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
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
                name: "CampaignAddresses",
                columns: table => new
                {
                    Sequence = table.Column<int>(type: "integer", nullable: false),
                    CampaignId = table.Column<Guid>(type: "uuid", nullable: false),
                    Url = table.Column<byte[]>(type: "bytea", nullable: false),
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
                    Sequence = table.Column<int>(type: "integer", nullable: false),
                    CampaignId = table.Column<Guid>(type: "uuid", nullable: false),
                    IncidentId = table.Column<Guid>(type: "uuid", nullable: false),
                    Reason = table.Column<byte[]>(type: "bytea", nullable: false),
                    AddedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    AddedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    RemovedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    RemovedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    RemovalReason = table.Column<byte[]>(type: "bytea", nullable: true)
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
                    Code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    CampaignId = table.Column<Guid>(type: "uuid", nullable: false)
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
                    Sequence = table.Column<int>(type: "integer", nullable: false),
                    CampaignId = table.Column<Guid>(type: "uuid", nullable: false),
                    KindCode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Name = table.Column<byte[]>(type: "bytea", nullable: false)
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
                    Sequence = table.Column<int>(type: "integer", nullable: false),
                    CampaignId = table.Column<Guid>(type: "uuid", nullable: false),
                    Label = table.Column<byte[]>(type: "bytea", nullable: false),
                    IsOfficial = table.Column<bool>(type: "boolean", nullable: false),
                    PerpetratorCode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true)
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
                name: "IX_Incidents_IsSupported_Verification",
                table: "Incidents",
                columns: new[] { "IsSupported", "Verification" });

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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
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
                name: "Campaigns");

            migrationBuilder.DropIndex(
                name: "IX_Incidents_IsSupported_Verification",
                table: "Incidents");

            migrationBuilder.DropColumn(
                name: "SameOriginAs",
                table: "IncidentSources");

            migrationBuilder.DropColumn(
                name: "IsSupported",
                table: "Incidents");
        }
    }
}
