using CaseTracker.Domain.Places;
using CaseTracker.Domain.Shared;

namespace CaseTracker.Domain.Accountability;

public readonly record struct AuthorityId(Guid Value) : IStronglyTypedId<AuthorityId>
{
    public static AuthorityId From(Guid value) => new(value);

    public static AuthorityId New(DateTimeOffset at) => new(Guid.CreateVersion7(at));
}

public enum AuthorityKind
{
    Prosecutor = 1,
    Court = 2,
    InternalControl = 3,
    RightsCommission = 4,
    International = 5,
    Other = 6,
}

/// <summary>An office before which proceedings run. The list ships with the product, and an organisation adds its own.</summary>
public sealed class Authority : AggregateRoot<AuthorityId>
{
    public const int CodeLimit = 40;
    public const int NameLimit = 160;

    /// <summary>For a proceeding before an office that is not on the list.</summary>
    public const string Other = "CT-AUT-OTHER";

    /// <summary>Days; half a year without an investigative act is an investigation only in name.</summary>
    public const int StalledAfterDefault = 180;

    public const int StalledAfterLeast = 7;
    public const int StalledAfterMost = 3650;

    private Authority()
    {
    }

    /// <summary>What proceedings store; it never changes.</summary>
    public string Code { get; private init; } = "";

    public string English { get; private set; } = "";

    public string Spanish { get; private set; } = "";

    public AuthorityKind Kind { get; private set; }

    /// <summary>Code of the area that it is competent for; null for a federal or an international one.</summary>
    public string? State { get; private set; }

    /// <summary>Days without an investigative act after which a proceeding before it counts as stalled.</summary>
    public int StalledAfterDays { get; private set; }

    /// <summary>A retired one keeps its proceedings and is offered to no new one.</summary>
    public bool IsActive { get; private set; } = true;

    /// <summary>An organisation changed it or added it: an update of the product leaves it as it is.</summary>
    public bool IsOwn { get; private set; }

    public static Authority Shipped(AuthorityId id, string code, string english, string spanish, AuthorityKind kind, string? state, int stalledAfterDays, DateTimeOffset at)
    {
        var authority = new Authority { Id = id, Code = code, English = english, Spanish = spanish, Kind = kind, State = state, StalledAfterDays = stalledAfterDays, CreatedAt = at };
        authority.Created(at);
        return authority;
    }

    public static Result<Authority> Add(AuthorityId id, AuthorityDetails details, IAreas areas, DateTimeOffset at)
    {
        var authority = new Authority { Id = id, Code = $"OWN-{id.Value:N}", CreatedAt = at, IsOwn = true };
        var refusals = authority.Apply(details, areas);
        if (refusals.Count > 0)
        {
            return refusals;
        }

        authority.Created(at);
        return authority;
    }

    /// <summary>What a new version of the product says of a shipped one.</summary>
    public void Refresh(string english, string spanish, AuthorityKind kind, string? state)
    {
        if (!IsOwn)
        {
            (English, Spanish, Kind, State) = (english, spanish, kind, state);
        }
    }

    public Result Change(AuthorityDetails details, IAreas areas, DateTimeOffset at)
    {
        var refusals = Apply(details, areas);
        if (refusals.Count > 0)
        {
            return Result.Of(refusals);
        }

        IsOwn = true;
        Changed(at);
        return Result.Success;
    }

    private List<Refusal> Apply(AuthorityDetails details, IAreas areas)
    {
        var refusals = new List<Refusal>();
        var english = CleanText.Line(details.English, NameLimit, nameof(English), required: true);
        refusals.AddRange(english.Refusals);
        var spanish = CleanText.Line(details.Spanish, NameLimit, nameof(Spanish), required: true);
        refusals.AddRange(spanish.Refusals);
        if (!Enum.IsDefined(details.Kind))
        {
            refusals.Add(SharedErrors.UnknownTerm.On(nameof(Kind)));
        }

        var state = string.IsNullOrWhiteSpace(details.State) ? null : details.State;
        if (state is not null && areas.Find(state) is not { IsCountry: false })
        {
            refusals.Add(SharedErrors.UnknownTerm.On(nameof(State)));
        }

        if (details.StalledAfterDays is not (>= StalledAfterLeast and <= StalledAfterMost))
        {
            refusals.Add(AuthorityErrors.ThresholdOutOfRange.With(StalledAfterLeast, StalledAfterMost));
        }

        if (Code == Other && !details.IsActive)
        {
            refusals.Add(AuthorityErrors.OtherStays);
        }

        if (refusals.Count == 0)
        {
            (English, Spanish, Kind, State, StalledAfterDays, IsActive) = (english.Value!, spanish.Value!, details.Kind, state, details.StalledAfterDays!.Value, details.IsActive);
        }

        return refusals;
    }
}

/// <summary>An authority as an administrator types it.</summary>
/// <param name="State">Code of an area; empty for a federal or an international one.</param>
/// <param name="StalledAfterDays">Null if it cannot be read.</param>
public sealed record AuthorityDetails(string? English, string? Spanish, AuthorityKind Kind, string? State, int? StalledAfterDays, bool IsActive = true);

public static class AuthorityErrors
{
    public static readonly Refusal ThresholdOutOfRange = new("authority.threshold_out_of_range", Field: nameof(Authority.StalledAfterDays));
    public static readonly Refusal NameTaken = new("authority.name_taken", Field: nameof(Authority.English));
    public static readonly Refusal OtherStays = new("authority.other_stays", Field: nameof(Authority.IsActive));
}
