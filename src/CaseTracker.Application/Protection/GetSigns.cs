using CaseTracker.Application.Access;
using CaseTracker.Application.Confidentiality;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Domain.People;
using CaseTracker.Domain.Protection;
using CaseTracker.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Protection;

/// <summary>Signs of escalation for the people of an incident, from all incidents of theirs that the reader sees.</summary>
[Requires(Permission.SeeIncidents)]
public sealed record GetSigns(string Number) : IReadsIncident<Result<IReadOnlyList<SignView>>>;

/// <param name="Number">Incident of the act that makes it, where it can be answered.</param>
/// <param name="Act">Sequence of that act; with the kind it names the sign.</param>
/// <param name="BeforeNumber">Incident of what came before it; null where one act is enough.</param>
/// <param name="Dismissed">Null while it asks for attention.</param>
public sealed record SignView(
    SignKind Kind,
    PersonId Person,
    string Pseudonym,
    string Number,
    int Act,
    string ActCode,
    PartialDate On,
    string? BeforeNumber,
    string? BeforeCode,
    PartialDate? BeforeOn,
    DismissedView? Dismissed)
{
    /// <summary>What a form calls it.</summary>
    public string Name => SignNames.Of(Kind, Act);
}

public sealed record DismissedView(string Reason, string By, DateTimeOffset At);

internal static class SignNames
{
    public static string Of(SignKind kind, int act) => $"{kind}-{act}";
}

public sealed class GetSignsHandler(ICaseTrackerDb db, IVault vault, EscalationSigns signs, Trail trail) : IRequestHandler<GetSigns, Result<IReadOnlyList<SignView>>>
{
    public async Task<Result<IReadOnlyList<SignView>>> Handle(GetSigns request, CancellationToken cancellationToken)
    {
        trail.OfIncident(request.Number);
        var incident = await db.Incidents.AsNoTracking().Include(i => i.Victims).FindAsync(request.Number, cancellationToken);
        if (incident is null)
        {
            return SharedErrors.NotFound;
        }

        var people = incident.Victims.Select(v => v.PersonId).OfType<PersonId>().ToList();
        var found = await signs.OfAsync(people, cancellationToken);
        if (found.Count == 0)
        {
            return new List<SignView>();
        }

        var pseudonyms = await db.People.AsNoTracking().Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Pseudonym, cancellationToken);
        var dismissals = found.Select(s => s.Dismissal).OfType<SignDismissal>().ToList();
        var names = await db.Members.NamesAsync(dismissals.Select(d => d.DismissedBy), cancellationToken);
        var keys = await vault.OfAsync(dismissals.Select(d => d.IncidentId), cancellationToken);
        return found.Select(s => new SignView(
            s.Sign.Kind,
            s.Person,
            pseudonyms.GetValueOrDefault(s.Person, ""),
            s.Number,
            s.Sign.Last.Sequence,
            s.Sign.Last.Code,
            s.Sign.Last.On,
            s.BeforeNumber,
            s.Sign.Before?.Code,
            s.Sign.Before?.On,
            s.Dismissal is { } dismissal
                ? new DismissedView(keys.Of(dismissal.IncidentId).Record(SealedFields.DismissalReason, dismissal.Id.Value, dismissal.Reason) ?? IncidentKeys.Erased, names.Of(dismissal.DismissedBy), dismissal.CreatedAt)
                : null)).ToList();
    }
}
