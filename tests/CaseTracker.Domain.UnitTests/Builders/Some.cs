using CaseTracker.Domain.Access;
using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.People;
using CaseTracker.Domain.Places;
using CaseTracker.Domain.Shared;

namespace CaseTracker.Domain.UnitTests.Builders;

/// <summary>The same worker, team, day and place in every test that does not speak of them.</summary>
internal static class Some
{
    public static readonly DateOnly Today = new(2017, 1, 25);
    public static readonly DateTimeOffset Now = new(2017, 1, 25, 9, 30, 0, TimeSpan.Zero);
    public static readonly MemberId Worker = MemberId.From(new Guid("00000000-0000-7000-8000-000000000001"));
    public static readonly MemberId Colleague = MemberId.From(new Guid("00000000-0000-7000-8000-000000000002"));
    public static readonly TeamId Team = TeamId.From(new Guid("00000000-0000-7000-8000-000000000003"));
    public static readonly TeamId OtherTeam = TeamId.From(new Guid("00000000-0000-7000-8000-000000000004"));
    public static readonly PersonId Defender = PersonId.From(new Guid("00000000-0000-7000-8000-000000000005"));
    public static readonly IncidentId Incident = IncidentId.From(new Guid("00000000-0000-7000-8000-000000000006"));
    public static readonly Authority Prosecutor = AnAuthority("CT-AUT-FGR", AuthorityKind.Prosecutor);
    public static readonly Stamp Stamp = new(Worker, Now);
    public static readonly Place Guerrero = Place.Create(TestAreas.Instance, "MX", "MX-GRO", null).Value;

    public static IncidentFacts Facts { get; } = new("Threat after a hearing", null, On(2016, 3, 4), null, Guerrero, "C1", "CT-PRI-NORMAL", []);

    public static Office Office { get; } = new(Prosecutor, null);

    public static Authority AnAuthority(string code, AuthorityKind kind, int stalledAfterDays = Authority.StalledAfterDefault) =>
        Authority.Shipped(AuthorityId.New(Now), code, code, code, kind, null, stalledAfterDays, Now);

    public static Stamp StampAfter(int days) => new(Worker, Now.AddDays(days));

    public static PartialDate On(int year, int? month = null, int? day = null) => PartialDate.Create(year, month, day).Value;
}
