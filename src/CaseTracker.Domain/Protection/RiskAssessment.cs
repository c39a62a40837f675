using CaseTracker.Domain.Access;
using CaseTracker.Domain.Confidentiality;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.People;
using CaseTracker.Domain.Shared;
using CaseTracker.Domain.Vocabularies;

namespace CaseTracker.Domain.Protection;

public readonly record struct RiskAssessmentId(Guid Value) : IStronglyTypedId<RiskAssessmentId>
{
    public static RiskAssessmentId From(Guid value) => new(value);
}

/// <summary>How much risk somebody runs, as a person judged it.</summary>
public enum RiskBand
{
    Low = 1,
    Medium = 2,
    High = 3,
    Extreme = 4,
}

public static class RiskBands
{
    public static readonly IReadOnlyList<RiskBand> All = Enum.GetValues<RiskBand>();

    /// <summary>Its code in the list <c>risk-bands</c>.</summary>
    public static string Code(this RiskBand band) => $"CT-RSK-{(int)band}";

    /// <returns>Null for a code that is none of the list.</returns>
    public static RiskBand? Read(string? code) => All.Where(b => b.Code() == code).Select(b => (RiskBand?)b).SingleOrDefault();
}

/// <summary>
/// What somebody judged of the risk to one person of an incident, or to all whom it concerns, for as long as the judgement
/// holds. It is never changed: a newer one takes its place, and decides nothing by itself.
/// </summary>
public sealed class RiskAssessment : AggregateRoot<RiskAssessmentId>
{
    public const int ReasoningLimit = 4000;
    public const int FactorsLimit = 30;

    /// <summary>Longer than this no judgement of a risk is worth anything.</summary>
    public const int MonthsValid = 12;

    private readonly List<AssessedFactor> _factors = [];

    private RiskAssessment()
    {
    }

    public IncidentId IncidentId { get; private init; }

    /// <summary>Null for the incident as a whole.</summary>
    public PersonId? PersonId { get; private init; }

    /// <summary>1, 2, 3 … within its incident, in the order of recording: two that are made at once do not both take the place of the last.</summary>
    public int Sequence { get; private init; }

    /// <summary>Code of the list <c>risk-methods</c>.</summary>
    public string MethodCode { get; private init; } = "";

    public RiskBand Band { get; private init; }

    public IReadOnlyList<AssessedFactor> Factors => _factors;

    public Sealed<string> Reasoning { get; private init; } = null!;

    public DateOnly AssessedOn { get; private init; }

    /// <summary>The last day on which it holds.</summary>
    public DateOnly ValidUntil { get; private init; }

    public MemberId AssessedBy { get; private init; }

    /// <param name="last">Sequence of the newest assessment that its author saw; 0 for none.</param>
    public static Result<RiskAssessment> Make(RiskAssessmentId id, Incident incident, int last, RiskToAssess risk, ITerms terms, DateOnly today, Stamp stamp)
    {
        var refusals = Check(risk, terms, today).ToList();
        refusals.AddRange(ProtectedPerson.Check(incident, risk.Person));
        var reasoning = CleanText.Lines(risk.Reasoning, ReasoningLimit, nameof(Reasoning), required: true);
        refusals.AddRange(reasoning.Refusals);
        if (refusals.Count > 0)
        {
            return refusals;
        }

        var assessment = new RiskAssessment
        {
            Id = id,
            IncidentId = incident.Id,
            PersonId = risk.Person,
            Sequence = last + 1,
            MethodCode = risk.Method!,
            Band = risk.Band!.Value,
            Reasoning = Sealed<string>.Of(reasoning.Value!),
            AssessedOn = risk.AssessedOn!.Value,
            ValidUntil = risk.ValidUntil!.Value,
            AssessedBy = stamp.By,
            CreatedAt = stamp.At,
        };
        assessment._factors.AddRange(risk.Factors.Distinct().Select(code => new AssessedFactor(code)));
        assessment.Created(stamp.At);
        return assessment;
    }

    private static IEnumerable<Refusal> Check(RiskToAssess risk, ITerms terms, DateOnly today)
    {
        var refusals = new List<Refusal>();
        refusals.RequireTerm(terms, Lists.RiskMethods, risk.Method, "Method");
        if (risk.Band is not { } band || !Enum.IsDefined(band))
        {
            refusals.Add((risk.Band is null ? SharedErrors.Required : SharedErrors.UnknownTerm).On(nameof(Band)));
        }

        if (risk.Factors.Count > FactorsLimit)
        {
            refusals.Add(SharedErrors.TooMany.On(nameof(Factors)).With(FactorsLimit));
        }
        else if (risk.Factors.Any(code => terms.Find(Lists.RiskFactors, code) is not { IsGroup: false }))
        {
            refusals.Add(SharedErrors.UnknownTerm.On(nameof(Factors)));
        }

        if (risk.AssessedOn is not { } on)
        {
            refusals.Add(SharedErrors.Required.On(nameof(AssessedOn)));
        }
        else if (on > today)
        {
            refusals.Add(PartialDateErrors.InTheFuture.On(nameof(AssessedOn)));
        }
        else if (on.Year < PartialDate.EarliestYear)
        {
            refusals.Add(PartialDateErrors.YearOutOfRange.On(nameof(AssessedOn)).With(PartialDate.EarliestYear));
        }

        if (risk.ValidUntil is not { } until)
        {
            refusals.Add(SharedErrors.Required.On(nameof(ValidUntil)));
        }
        else if (risk.AssessedOn is { } from && until < from)
        {
            refusals.Add(RiskErrors.EndsBeforeItBegins);
        }
        else if (risk.AssessedOn is { } made && made.Year >= PartialDate.EarliestYear && until > made.AddMonths(MonthsValid))
        {
            refusals.Add(RiskErrors.ValidTooLong.With(MonthsValid));
        }

        return refusals;
    }
}

/// <summary>Something that raises or lowers the risk (code of <c>risk-factors</c>).</summary>
public sealed class AssessedFactor
{
    private AssessedFactor()
    {
    }

    internal AssessedFactor(string code) => Code = code;

    public string Code { get; private init; } = "";
}

/// <summary>A judgement as a person makes it.</summary>
/// <param name="Person">Null for the incident as a whole.</param>
/// <param name="Factors">Codes of <c>risk-factors</c>; nothing is reckoned from them.</param>
public sealed record RiskToAssess(
    PersonId? Person,
    string? Method,
    RiskBand? Band,
    IReadOnlyList<string> Factors,
    string? Reasoning,
    DateOnly? AssessedOn,
    DateOnly? ValidUntil);

public static class RiskErrors
{
    public static readonly Refusal EndsBeforeItBegins = new("risk.ends_before_it_begins", Field: nameof(RiskAssessment.ValidUntil));
    public static readonly Refusal ValidTooLong = new("risk.valid_too_long", Field: nameof(RiskAssessment.ValidUntil));
}
