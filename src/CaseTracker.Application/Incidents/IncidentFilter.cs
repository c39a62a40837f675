using CaseTracker.Application.Access;
using CaseTracker.Application.Accountability;
using CaseTracker.Application.Paging;
using CaseTracker.Application.Time;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.People;
using CaseTracker.Domain.Places;
using CaseTracker.Domain.Shared;
using CaseTracker.Domain.Vocabularies;

namespace CaseTracker.Application.Incidents;

/// <summary>
/// Which incidents a list shows, as its link says it. Every part is text, empty when not asked for; one that cannot be
/// understood is refused rather than left out, because a list that silently shows more is a wrong count.
/// </summary>
public sealed record IncidentFilter
{
    public const int TextLimit = 100;

    public const string Me = "me";
    public const string Mine = "mine";
    public const string None = "none";

    /// <summary>Found in the number or a victim's pseudonym, as words of the title, the narrative or the municipality, or as the name of a victim of the reader's own incidents.</summary>
    public string? Text { get; init; }

    /// <summary>Code of an act, or of a group of them.</summary>
    public string? Act { get; init; }

    /// <summary>Where the best path stands; <c>none</c> while no path is recorded.</summary>
    public string? Stage { get; init; }

    /// <summary>The best path stands at this rung or higher.</summary>
    public string? MinStage { get; init; }

    /// <summary>Some path against an aggressor ever came to this rung, wherever it stands now; an exit counts for what it proves.</summary>
    public string? Reached { get; init; }

    public string? Path { get; init; }

    public string? Convicted { get; init; }

    /// <summary>What convictions stand, as the statistics ask: one of <see cref="JusticeAsked"/>. Incidents without a path, or whose suspect died, are in none.</summary>
    public string? Justice { get; init; }

    /// <summary>Statistics can count it: not rejected, dated, and no stage dated before it.</summary>
    public string? Counted { get; init; }

    /// <summary>A state (<c>V3</c>) or a range of them (<c>V0-V2</c>).</summary>
    public string? Verified { get; init; }

    /// <summary>Verified, and what is recorded of its claims holds that (<c>Yes</c>), no longer does (<c>No</c>), or was never recorded (<c>Unrecorded</c>).</summary>
    public string? Supported { get; init; }

    public string? Workflow { get; init; }

    /// <summary><c>me</c> or a member's id.</summary>
    public string? Owner { get; init; }

    /// <summary><c>mine</c> or a team's id.</summary>
    public string? Team { get; init; }

    /// <summary>Code of a country or of a state of one.</summary>
    public string? State { get; init; }

    public string? Priority { get; init; }

    public string? Profile { get; init; }

    public string? Perpetrator { get; init; }

    /// <summary>Id of somebody to whom it was done.</summary>
    public string? Person { get; init; }

    /// <summary>First day, month or year in which it may have begun.</summary>
    public string? From { get; init; }

    /// <summary>Last day, month or year in which it may have begun.</summary>
    public string? To { get; init; }

    /// <summary>Key of a release that the incident cites.</summary>
    public string? Release { get; init; }

    public string? Killings { get; init; }

    /// <summary>Began at least so many months before <see cref="AsOf"/>, in every reading of its date.</summary>
    public string? OlderThanMonths { get; init; }

    /// <summary>Today if empty. Incidents that began later are left out.</summary>
    public string? AsOf { get; init; }

    public string? Stalled { get; init; }

    /// <summary>A hearing is set within the next <see cref="NextHearings.SoonDays"/> days.</summary>
    public string? Hearing { get; init; }

    /// <summary>Given to me by somebody else, and I have not looked yet.</summary>
    public string? Handed { get; init; }

    public Result<IncidentCriteria> Read(ITerms terms, IAreas areas, Calendar calendar, Actor actor)
    {
        var reading = new FilterReading();
        var asOf = reading.Date(AsOf, nameof(AsOf));
        if (asOf?.IsAfter(calendar.Today) == true)
        {
            reading.Refuse(PartialDateErrors.InTheFuture, nameof(AsOf));
        }

        var from = reading.Date(From, nameof(From));
        var to = reading.Date(To, nameof(To));
        if (to is not null && from is not null && to.IsBefore(from))
        {
            reading.Refuse(PartialDateErrors.Reversed, nameof(To));
        }

        var (lowest, highest) = reading.Verification(Verified, nameof(Verified));
        var criteria = new IncidentCriteria
        {
            Text = reading.Text(Text, TextLimit, nameof(Text)) is { } text ? new SearchText(text) : null,
            Acts = Act is { Length: > 0 } && terms.Find(Lists.Acts, Act) is { IsGroup: true }
                ? [.. terms.All(Lists.Acts).Where(a => a.Parent == Act).Select(a => a.Code)]
                : reading.Term(terms, Lists.Acts, Act, nameof(Act)) is { } act ? [act] : null,
            NoPath = Stage == None,
            Stage = Stage == None ? null : reading.Stage(Stage, nameof(Stage)),
            MinStage = reading.Stage(MinStage, nameof(MinStage)),
            Reached = reading.Stage(Reached, nameof(Reached)) is { } reached ? Ladder.ReachedRung(reached) : null,
            Path = reading.YesNo(Path, nameof(Path)),
            Convicted = reading.YesNo(Convicted, nameof(Convicted)),
            Justice = reading.Name<JusticeAsked>(Justice, nameof(Justice)),
            Counted = reading.YesNo(Counted, nameof(Counted)),
            LowestVerification = lowest,
            HighestVerification = highest,
            Supported = reading.Name<SupportAsked>(Supported, nameof(Supported)),
            Workflow = reading.Term(terms, Lists.Workflow, Workflow, nameof(Workflow)) is { } workflow
                ? Enum.GetValues<Workflow>().Single(w => w.Code() == workflow)
                : null,
            Owner = Owner == Me ? actor.Id : reading.Id<MemberId>(Owner, nameof(Owner)),
            Teams = Team == Mine ? [.. actor.Teams] : reading.Id<TeamId>(Team, nameof(Team)) is { } team ? [team] : null,
            Area = reading.Area(areas, State, nameof(State)),
            Priority = reading.Term(terms, Lists.Priorities, Priority, nameof(Priority)),
            Profile = reading.Term(terms, Lists.Profiles, Profile, nameof(Profile)),
            Perpetrator = reading.Term(terms, Lists.Perpetrators, Perpetrator, nameof(Perpetrator)),
            Person = reading.Id<PersonId>(Person, nameof(Person)),
            From = from?.Earliest,
            To = to?.Latest,
            Release = reading.Text(Release, Domain.Reference.Release.KeyLimit, nameof(Release)),
            KillingActs = [.. terms.All(Lists.Acts).Where(a => a.Class == "killing").Select(a => a.Code)],
            Killings = reading.YesNo(Killings, nameof(Killings)),
            BeganBy = reading.Months(OlderThanMonths, nameof(OlderThanMonths)) is { } months ? (asOf?.Latest ?? calendar.Today).AddMonths(-months) : null,
            AsOf = asOf?.Latest,
            Stalled = reading.IfYes(Stalled, nameof(Stalled)),
            Hearing = reading.IfYes(Hearing, nameof(Hearing)),
            Handed = reading.IfYes(Handed, nameof(Handed)),
            By = actor,
            Now = calendar.Now,
            Today = calendar.Today,
        };
        return reading.Refusals.Count > 0 ? reading.Refusals : criteria;
    }
}
