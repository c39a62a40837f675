using CaseTracker.Domain.Confidentiality;
using CaseTracker.Domain.Shared;
using CaseTracker.Domain.Vocabularies;

namespace CaseTracker.Domain.Accountability;

/// <summary>What is known of a path besides its steps: where its file lay and lies, its number, and against whom it runs.</summary>
public sealed partial class Proceeding
{
    private readonly List<AuthorityMove> _moves = [];
    private readonly List<ProceededAgainst> _against = [];

    /// <summary>Code of the authority that took the report that stands; null where none does, or where nobody recorded which it was.</summary>
    public string? ReportedToCode => Whereabouts.ReportedTo;

    /// <summary>How it came before other authorities, as it was recorded; see <see cref="Whereabouts.Moves"/>.</summary>
    public IReadOnlyList<AuthorityMove> Moves => _moves;

    public Whereabouts Whereabouts => Whereabouts.Of(_stages, _moves);

    /// <summary>Of a path against the defender, against which of the incident's victims it runs; empty where that is not recorded.</summary>
    public IReadOnlyList<ProceededAgainst> Against => _against;

    /// <summary>The code list that has the words for its stages.</summary>
    public string StageList => IsAgainstDefender ? Lists.StagesAgainstDefender : Lists.Stages;

    /// <summary>Codes of every authority that it has to do with, or had.</summary>
    public IEnumerable<string?> Authorities => _moves.SelectMany(m => (string?[])[m.FromCode, m.ToCode]).Concat(_stages.Select(s => s.ReportedToCode)).Append(AuthorityCode);

    internal Result Describe(ProceedingDetails details, PartialDate incidentStart, DateOnly today, Stamp stamp)
    {
        var refusals = Check(details.Office, required: Opening is not null).Concat(CheckMove(details, incidentStart, today)).ToList();
        var file = CleanText.Line(details.FileNumber, FileNumberLimit, nameof(FileNumber));
        refusals.AddRange(file.Refusals);
        var counsel = CleanText.Line(details.Counsel, CounselLimit, nameof(Counsel));
        refusals.AddRange(counsel.Refusals);
        if (details.NextHearing is { } hearing && hearing != NextHearing)
        {
            if (hearing.Year < PartialDate.EarliestYear || hearing > today.AddYears(HearingYearsAhead))
            {
                refusals.Add(ProceedingErrors.HearingOutOfRange.With(HearingYearsAhead));
            }
            else if (hearing < today)
            {
                refusals.Add(ProceedingErrors.HearingInThePast);
            }
        }

        if (refusals.Count > 0)
        {
            return Result.Of(refusals);
        }

        if (Opening is not null && details.Move is { } move && Changes(details.Office, move))
        {
            _moves.Add(new AuthorityMove(_moves.Count + 1, _stages.Count, AuthorityCode!, details.Office.Authority!.Code, move, stamp));
        }

        if (details.Against is { } against && IsAgainstDefender)
        {
            _against.RemoveAll(a => !against.Contains(a.Sequence));
            _against.AddRange(against.Distinct().Except(_against.Select(a => a.Sequence)).Order().Select(v => new ProceededAgainst(v)));
        }

        Place(details.Office);
        (FileNumber, Counsel, NextHearing) = (Sealing.Of(file.Value), Sealing.Of(counsel.Value), details.NextHearing);
        return Result.Success;
    }

    /// <summary>A retired authority keeps the proceedings that it has.</summary>
    internal IEnumerable<Refusal> Check(Office office, bool required)
    {
        if (office.Authority is null && required)
        {
            yield return ProceedingErrors.AuthorityMissing;
        }
        else if (office.Authority is { IsActive: false } retired && retired.Code != AuthorityCode)
        {
            yield return ProceedingErrors.AuthorityRetired;
        }

        foreach (var refusal in CleanText.Line(office.Unit, UnitLimit, nameof(Unit)).Refusals)
        {
            yield return refusal;
        }
    }

    /// <summary>Once an authority acted, another one is either a move or a mended slip, and that has to be said.</summary>
    private IEnumerable<Refusal> CheckMove(ProceedingDetails details, PartialDate incidentStart, DateOnly today)
    {
        if (Opening is not { } opening || details.Office.Authority is not { } authority)
        {
            yield break;
        }

        if (details.Move is not { } move)
        {
            if (authority.Code != AuthorityCode)
            {
                yield return ProceedingErrors.AuthorityChangeUnexplained;
            }

            yield break;
        }

        var standing = Whereabouts.Moves;
        var before = move.Change == AuthorityChange.Moved ? standing : standing.SkipLast(1);
        if (authority.Code == AuthorityCode && !Changes(details.Office, move))
        {
            yield return ProceedingErrors.AuthorityUnchanged;
        }
        else if (move.Since.IsAfter(today))
        {
            yield return PartialDateErrors.InTheFuture.On(nameof(move.Since));
        }
        else if (MustFollow(incidentStart, move.Since) || move.Since.IsBefore(opening.On) || before.Any(m => move.Since.IsBefore(m.Since)))
        {
            yield return ProceedingErrors.MovedTooEarly;
        }
    }

    /// <summary>Another authority; or, of a move that stands, the day alone was wrong.</summary>
    private bool Changes(Office office, MoveToRecord move) =>
        office.Authority?.Code != AuthorityCode || (move is { Change: AuthorityChange.Mistyped, Since.IsKnown: true } && Whereabouts.Moves is [.., var last] && last.Since != move.Since);

    /// <summary>Whatever else was recorded holds with the entries as they would stand.</summary>
    private Refusal? CheckLeft(IReadOnlyList<StageEntry> told)
    {
        var left = StageHistory.Standing(told);
        var opening = left.FirstOrDefault(s => s.Stage != Stage.J0);
        var refusal = opening is null && CountedActs.Count > 0 && (IsBeforeAuthority || left.Count == 0) ? ProceedingErrors.ActsRestOnIt
            : opening is not null && Whereabouts.Of(told, _moves).Moves.Any(m => m.Since.IsBefore(opening.On)) ? ProceedingErrors.OpenedAfterMove
            : null;
        return refusal?.On(told[^1].IsWithdrawal ? "Entry" : nameof(StageToRecord.On));
    }

    /// <summary>Where the file lies follows from the entries.</summary>
    /// <param name="office">Where they report what had not been; otherwise null.</param>
    /// <param name="named">The authority that they name.</param>
    private Result Append(IReadOnlyList<StageEntry> entries, Office? office, Authority? named)
    {
        if (CheckLeft([.. _stages, .. entries]) is { } refusal)
        {
            return Result.Of([refusal]);
        }

        var (stoodUnreported, took) = (Counted.Count > 0 && !IsBeforeAuthority, ReportedToCode);
        _stages.AddRange(entries);
        var (left, opening) = (Counted.Count, Opening);
        if (office is not null)
        {
            Place(office);
        }
        else if (opening is null && left > 0 && !stoodUnreported)
        {
            Place(new Office(null, null));
        }
        else if (opening is { IsReport: true, Precedes: null } && took == AuthorityCode && named is not null && named.Code == ReportedToCode && Whereabouts.Moves.Count == 0)
        {
            Place(new Office(named, Unit));
        }

        return Result.Success;
    }

    /// <summary>Code of the authority that a report names, or that what it takes the place of had named.</summary>
    private string? TookReport(StageToRecord entry) => !IsReport(entry) ? null
        : entry.Office?.Authority is { } named ? named.Code
        : !IsBeforeAuthority ? AuthorityCode
        : Counted.FirstOrDefault(s => s.Sequence == entry.Corrects) is { } wrong ? Took(wrong) : null;

    /// <summary>Code of the authority that a standing entry named, with the slips mended since.</summary>
    private string? Took(StageEntry entry) => entry == Counted.FirstOrDefault(s => s.IsReport) ? ReportedToCode : entry.ReportedToCode;

    private static bool IsReport(StageToRecord entry) => entry is { Stage: Stage.J1, Accused: null or { Count: 0 } };

    private void Place(Office office)
    {
        AuthorityCode = office.Authority?.Code;
        Unit = CleanText.Line(office.Unit, UnitLimit, nameof(Unit)).Value;
        StalledAfterDays = office.Authority?.StalledAfterDays ?? Authority.StalledAfterDefault;
    }
}
