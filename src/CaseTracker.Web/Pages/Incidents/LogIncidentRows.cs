using CaseTracker.Application.Incidents;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.People;

namespace CaseTracker.Web.Pages.Incidents;

public sealed class VictimRow
{
    public string? Name { get; set; }

    public string? Aliases { get; set; }

    public string? Contact { get; set; }

    public string? Kind { get; set; }

    public string? Gender { get; set; }

    public string? AgeBand { get; set; }

    public bool IsIndigenous { get; set; }

    public List<string> Profiles { get; set; } = [];

    public bool IsUnknown { get; set; }

    /// <summary>Somebody on record, chosen among the possible matches.</summary>
    public string? Person { get; set; }

    public bool IsBlank => string.IsNullOrWhiteSpace(Name) && !IsUnknown && string.IsNullOrWhiteSpace(Aliases) && string.IsNullOrWhiteSpace(Contact) && string.IsNullOrWhiteSpace(Person) && Details.SayNothing;

    /// <summary>Something is typed in what is folded away at first.</summary>
    public bool HasMore => AgeBand is not null || IsIndigenous || Profiles.Count > 0 || Aliases is not null || Contact is not null;

    private PersonDetails Details => new(Enum.TryParse<PersonKind>(Kind, out var kind) ? kind : PersonKind.Individual, Gender, AgeBand, IsIndigenous, Profiles);

    public VictimInput ToInput() => new(Guid.TryParse(Person, out var person) ? new PersonId(person) : null, Name, Aliases, Contact, Details, IsUnknown);
}

public sealed class ActRow
{
    /// <summary>The row that it was for has been removed: it is for nobody until somebody is chosen.</summary>
    public const string Nobody = "nobody";

    /// <summary>Index of the victim's row, or <see cref="Nobody"/>; empty means everybody.</summary>
    public string? Victim { get; set; }

    public string? Code { get; set; }

    public string? Method { get; set; }

    public string? Motive { get; set; }

    public string? VictimState { get; set; }

    public string? Right { get; set; }

    public int? VictimRow => int.TryParse(Victim, out var row) ? row : null;

    public bool IsBlank => Victim is null or "" or Nobody && string.IsNullOrWhiteSpace(Code) && string.IsNullOrWhiteSpace(Method) && string.IsNullOrWhiteSpace(Motive) && string.IsNullOrWhiteSpace(VictimState) && string.IsNullOrWhiteSpace(Right);

    public bool HasMore => Method is not null || Motive is not null || VictimState is not null || Right is not null;

    public ActToRecord ToRecord(int victim) => new(victim, Code, null, Method, Motive, VictimState, Right);
}

public sealed class PerpetratorRow
{
    public string? Perpetrator { get; set; }

    public string? Role { get; set; }

    public string? Proof { get; set; }

    public string? Description { get; set; }

    public bool IsBlank => string.IsNullOrWhiteSpace(Perpetrator) && string.IsNullOrWhiteSpace(Role) && string.IsNullOrWhiteSpace(Proof) && string.IsNullOrWhiteSpace(Description);
}

public sealed class SourceRow
{
    public string? Connection { get; set; }

    public string? Material { get; set; }

    public string? Reliability { get; set; }

    public string? Description { get; set; }

    public bool IsBlank => string.IsNullOrWhiteSpace(Connection) && string.IsNullOrWhiteSpace(Material) && string.IsNullOrWhiteSpace(Reliability) && string.IsNullOrWhiteSpace(Description);
}

/// <summary>One row of the form, for the partial view that shows it.</summary>
public sealed record LogRow(LogIncidentForm Form, int Index);

/// <param name="Count">Rows of its kind: a single one cannot be removed.</param>
public sealed record RemoveRow(int Count, string Do, string What);
