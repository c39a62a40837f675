using System.Globalization;
using System.Text.Json;
using CaseTracker.Application.Incidents;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.People;
using CaseTracker.Domain.Shared;
using CaseTracker.Domain.Vocabularies;
using CaseTracker.Web.Forms;
using CaseTracker.Web.Localization;

namespace CaseTracker.Web.Pages.Incidents;

/// <summary>The one screen of "Log an incident", exactly as typed: also what a draft keeps.</summary>
public sealed class LogIncidentForm
{
    public const int RowsLimit = 30;

    public string? Key { get; set; }

    public string? Title { get; set; }

    public string? Narrative { get; set; }

    public PartialDateInput StartedOn { get; set; } = new();

    public PartialDateInput EndedOn { get; set; } = new();

    public string? Country { get; set; }

    public string? State { get; set; }

    public string? Municipality { get; set; }

    public string? Consent { get; set; }

    public string? Priority { get; set; }

    public List<string> Accusations { get; set; } = [];

    public string? Team { get; set; }

    public List<VictimRow> Victims { get; set; } = [];

    public List<ActRow> Acts { get; set; } = [];

    public List<PerpetratorRow> Perpetrators { get; set; } = [];

    public List<SourceRow> Sources { get; set; } = [];

    /// <summary>The reader has looked at the possible duplicates and says that this is another incident.</summary>
    public bool DuplicatesSeen { get; set; }

    public Guid KeyOrNew(DateTimeOffset now) => Guid.TryParse(Key, out var key) && key != Guid.Empty ? key : Guid.CreateVersion7(now);

    public static LogIncidentForm New(DateTimeOffset now) =>
        new LogIncidentForm { Key = Guid.CreateVersion7(now).ToString(), Country = "MX", Priority = "CT-PRI-NORMAL" }.Ready();

    public static LogIncidentForm FromDraft(OpenedDraft draft)
    {
        var form = JsonSerializer.Deserialize<LogIncidentForm>(draft.Content) ?? new LogIncidentForm();
        form.Key = draft.Id.ToString();
        return form.Ready();
    }

    public string ToDraft() => JsonSerializer.Serialize(this);

    /// <summary>Drops rows that say nothing, so that a forgotten empty row is no error. A victim whom an act is for is not forgotten.</summary>
    public LogIncidentForm Tidied()
    {
        Acts.RemoveAll(a => a.IsBlank);
        var meant = Acts.Select(a => a.VictimRow).ToHashSet();
        DropVictims(row => Victims[row].IsBlank && !meant.Contains(row));
        Perpetrators.RemoveAll(p => p.IsBlank);
        Sources.RemoveAll(s => s.IsBlank);
        return Ready();
    }

    /// <summary>At least one row of each kind to type in.</summary>
    public LogIncidentForm Ready()
    {
        OneOf(Victims);
        OneOf(Acts);
        OneOf(Perpetrators);
        OneOf(Sources);
        return this;
    }

    /// <summary>Adds or removes a row: <c>add-victim</c>, <c>remove-act-2</c>. Anything else changes nothing.</summary>
    /// <returns>Id of the element to look at next.</returns>
    public string Rearrange(string? what)
    {
        var words = (what ?? "").Split('-');
        var index = words.Length == 3 && int.TryParse(words[2], out var number) ? number : -1;
        return (words.Length > 1 ? words[1] : "") switch
        {
            "victim" => RearrangeVictims(index),
            "act" => Rearrange(Acts, index, "acts"),
            "perpetrator" => Rearrange(Perpetrators, index, "perpetrators"),
            "source" => Rearrange(Sources, index, "sources"),
            _ => "main",
        };
    }

    /// <summary>What was done first, and where: for an incident whose title was left empty.</summary>
    public string TitleFrom(ILabels labels)
    {
        var parts = new[] { labels.Of(Lists.Acts, Acts[0].Code), labels.OfArea(string.IsNullOrEmpty(State) ? Country : State) };
        return string.Join(" · ", parts.Where(part => part.Length > 0));
    }

    public FindPossibleDuplicates ToDuplicateQuestion(Guid key) => new(
        new IncidentId(key),
        [.. Victims.Take(RowsLimit).Select(v => v.IsUnknown ? "" : Short(v.Name))],
        StartedOn.ToInput(),
        Country,
        State,
        [.. Acts.Select(a => a.Code).OfType<string>().Distinct().Take(RowsLimit)]);

    /// <param name="suggestedTitle">Used when no title was typed.</param>
    public LogIncident ToCommand(DateTimeOffset now, string suggestedTitle) => new(
        KeyOrNew(now),
        new IncidentInput(
            string.IsNullOrWhiteSpace(Title) ? suggestedTitle : Title,
            Narrative,
            StartedOn.ToInput(),
            EndedOn.ToInput(),
            Country,
            State,
            Municipality,
            Consent,
            Priority,
            Accusations),
        [.. VictimsTyped().Select(v => v.ToInput())],
        [.. ActsByVictim().Select(a => a.Row.ToRecord(a.Victim))],
        [.. Perpetrators.Where(p => !p.IsBlank).Select(p => new InvolvementToRecord(p.Perpetrator, p.Role, p.Proof, p.Description))],
        [.. Sources.Where(s => !s.IsBlank).Select(s => new SourceToRecord(s.Connection, s.Material, s.Reliability, s.Description))],
        Guid.TryParse(Team, out var team) ? new TeamId(team) : null);

    /// <summary>An act done to everybody becomes one act a victim; what is refused of those belongs to the row it was typed in.</summary>
    public IReadOnlyList<Refusal> InRows(IReadOnlyList<Refusal> refusals)
    {
        var rows = ActsByVictim().Select(a => a.Index).ToList();
        return [.. refusals.Select(refusal => InRow(refusal, rows)).Distinct()];
    }

    private static Refusal InRow(Refusal refusal, List<int> rows)
    {
        const string Prefix = "Acts[";
        if (refusal.Field?.StartsWith(Prefix, StringComparison.Ordinal) != true)
        {
            return refusal;
        }

        var end = refusal.Field.IndexOf(']');
        return int.TryParse(refusal.Field.AsSpan(Prefix.Length, end - Prefix.Length), out var act) && act < rows.Count
            ? refusal.On($"{Prefix}{rows[act]}{refusal.Field[end..]}")
            : refusal;
    }

    private IEnumerable<(ActRow Row, int Index, int Victim)> ActsByVictim()
    {
        var victims = Math.Max(1, VictimsTyped().Count());
        foreach (var (index, row) in Acts.Index().Where(a => !a.Item.IsBlank))
        {
            foreach (var victim in string.IsNullOrWhiteSpace(row.Victim) ? Enumerable.Range(0, victims) : [row.VictimRow ?? -1])
            {
                yield return (row, index, victim);
            }
        }
    }

    /// <summary>All but the empty row that a form without any victim shows to type in.</summary>
    private IEnumerable<VictimRow> VictimsTyped() => Victims is [{ IsBlank: true }] && Acts.All(a => a.VictimRow is null) ? [] : Victims;

    private string RearrangeVictims(int remove)
    {
        if (remove < 0)
        {
            return Rearrange(Victims, remove, "victims");
        }

        DropVictims(row => row == remove);
        return $"victims-{Math.Max(0, Victims.Count - 1)}";
    }

    /// <summary>Acts name their victim by row, so they follow it when the rows above it go.</summary>
    private void DropVictims(Func<int, bool> drop)
    {
        var kept = Enumerable.Range(0, Victims.Count).Where(row => !drop(row)).ToList();
        foreach (var act in Acts.Where(a => a.VictimRow is { } row && row < Victims.Count))
        {
            var now = kept.IndexOf(act.VictimRow!.Value);
            act.Victim = now < 0 ? ActRow.Nobody : now.ToString(CultureInfo.InvariantCulture);
        }

        Victims = [.. kept.Select(row => Victims[row])];
    }

    private static string Rearrange<TRow>(List<TRow> rows, int remove, string name)
        where TRow : new()
    {
        if (remove >= 0 && remove < rows.Count)
        {
            rows.RemoveAt(remove);
        }
        else if (remove < 0 && rows.Count < RowsLimit)
        {
            rows.Add(new TRow());
        }

        return $"{name}-{Math.Max(0, rows.Count - 1)}";
    }

    private static void OneOf<TRow>(List<TRow> rows)
        where TRow : new()
    {
        if (rows.Count == 0)
        {
            rows.Add(new TRow());
        }
    }

    private static string Short(string? name) => name is { Length: > 0 } ? name[..Math.Min(name.Length, PersonIdentity.NameLimit)] : "";
}
