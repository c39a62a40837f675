using CaseTracker.Application.Access;
using CaseTracker.Application.Confidentiality;
using CaseTracker.Application.Paging;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Domain.Protection;
using CaseTracker.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Protection;

/// <summary>Signs of escalation that ask for attention, the latest first. Never exported: it would be a list of who is most in danger.</summary>
/// <param name="Whose"><c>mine</c> (if empty): in the reader's own incidents; <c>team</c>: in all that the reader sees.</param>
[Requires(Permission.SeeIncidents)]
public sealed record ListSigns(string? Whose = null, string? At = null, string? Size = null) : ITracedPage<SignListing>;

public sealed record SignListing(SignKind Kind, string Pseudonym, string Number, string Title, int Act, string ActCode, PartialDate On, string? BeforeNumber, string Owner);

public sealed class ListSignsHandler(ICaseTrackerDb db, IVault vault, EscalationSigns signs, CurrentActor current) : IRequestHandler<ListSigns, Result<Page<SignListing>>>
{
    private const string ByDay = "signs";

    public async Task<Result<Page<SignListing>>> Handle(ListSigns request, CancellationToken cancellationToken)
    {
        var size = Page.ReadSize(request.Size);
        var at = Cursor.Read(request.At, ByDay);
        List<Refusal> refusals = [.. size.Refusals, .. at.Refusals];
        if (!string.IsNullOrEmpty(request.Whose) && request.Whose is not (MeasureFilter.Mine or MeasureFilter.Team))
        {
            refusals.Add(SharedErrors.UnknownTerm.On(nameof(request.Whose)));
        }

        if (refusals.Count > 0)
        {
            return refusals;
        }

        if (at.Value is { Day: null })
        {
            return PagingErrors.BadCursor;
        }

        var found = await signs.StandingAsync(request.Whose == MeasureFilter.Team ? null : current.MemberId, cancellationToken);
        var page = Page.Of([.. Rest(found, at.Value).Take(size.Value + 1)], size.Value, at.Value, found.Count, (s, backwards) => new Cursor(ByDay, backwards, Cursor.Written(DayOf(s)), KeyOf(s)));
        return await FillAsync(page, cancellationToken);
    }

    /// <summary>In the order of reading: backwards for the page before.</summary>
    private static IEnumerable<FoundSign> Rest(IReadOnlyList<FoundSign> found, Cursor? at)
    {
        var ordered = found.OrderByDescending(DayOf).ThenBy(KeyOf, StringComparer.Ordinal);
        return at switch
        {
            null => ordered,
            { Backwards: true } => ordered.Reverse().Where(s => Compare(s, at) < 0),
            _ => ordered.Where(s => Compare(s, at) > 0),
        };
    }

    private static int Compare(FoundSign sign, Cursor at) =>
        DayOf(sign) == at.Day ? string.CompareOrdinal(KeyOf(sign), at.Key) : DayOf(sign) > at.Day ? -1 : 1;

    private static DateOnly DayOf(FoundSign sign) => sign.Sign.Last.On.Earliest!.Value;

    private static string KeyOf(FoundSign sign) => $"{sign.Number}/{sign.Sign.Last.Sequence:000}/{(int)sign.Sign.Kind}";

    private async Task<Page<SignListing>> FillAsync(Page<FoundSign> page, CancellationToken cancellationToken)
    {
        var people = page.Rows.Select(s => s.Person).ToList();
        var ids = page.Rows.Select(s => s.Sign.Last.Incident).ToList();
        var pseudonyms = await db.People.AsNoTracking().Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Pseudonym, cancellationToken);
        var titles = await db.Incidents.AsNoTracking().Where(i => ids.Contains(i.Id)).Select(i => new { i.Id, i.Title }).ToDictionaryAsync(i => i.Id, i => i.Title, cancellationToken);
        var names = await db.Members.NamesAsync(page.Rows.Select(s => s.Owner), cancellationToken);
        var keys = await vault.OfAsync(ids, cancellationToken);
        return new(
            [
                .. page.Rows.Select(s => new SignListing(
                    s.Sign.Kind,
                    pseudonyms.GetValueOrDefault(s.Person, ""),
                    s.Number,
                    keys.Of(s.Sign.Last.Incident).Title(titles[s.Sign.Last.Incident]),
                    s.Sign.Last.Sequence,
                    s.Sign.Last.Code,
                    s.Sign.Last.On,
                    s.BeforeNumber,
                    names.Of(s.Owner))),
            ],
            page.Before,
            page.After,
            page.Total);
    }
}
