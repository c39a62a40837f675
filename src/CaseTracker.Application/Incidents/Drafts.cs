using CaseTracker.Application.Access;
using CaseTracker.Application.Confidentiality;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Application.Time;
using CaseTracker.Domain.Confidentiality;
using CaseTracker.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Incidents;

/// <summary>Keeps what has been typed so far. The same key overwrites; a key that belongs to somebody else is refused.</summary>
[Requires(Permission.LogIncident)]
public sealed record SaveDraft(Guid Key, string Content) : ICommand<Result<DateTimeOffset>>, IValidated
{
    public IEnumerable<Refusal> Validate() => Content.Length > IncidentDraft.ContentLimit ? [DraftErrors.TooLarge] : [];
}

public sealed class SaveDraftHandler(ICaseTrackerDb db, IVault vault, CurrentActor current, Calendar calendar) : IRequestHandler<SaveDraft, Result<DateTimeOffset>>
{
    /// <summary>Enough for anybody's interrupted work; more is a fault or an attack.</summary>
    private const int DraftsPerMember = 50;

    public async Task<Result<DateTimeOffset>> Handle(SaveDraft request, CancellationToken cancellationToken)
    {
        var draft = await db.Drafts.SingleOrDefaultAsync(d => d.Id == request.Key, cancellationToken);
        if (draft is null)
        {
            var incident = Domain.Incidents.IncidentId.From(request.Key);
            if (await db.Incidents.IgnoreQueryFilters().AnyAsync(i => i.Id == incident, cancellationToken)
                || await db.Drafts.IgnoreQueryFilters().AnyAsync(d => d.Id == request.Key, cancellationToken))
            {
                return DraftErrors.AlreadyLogged;
            }

            if (await db.Drafts.CountAsync(cancellationToken) >= DraftsPerMember)
            {
                return DraftErrors.TooMany.With(DraftsPerMember);
            }

            draft = new IncidentDraft { Id = request.Key, OwnerId = current.MemberId };
            db.Drafts.Add(draft);
        }

        var owner = KeyOwner.OfDraft(draft.Id);
        if ((await vault.FetchAsync([owner], cancellationToken)).IsErased(owner))
        {
            return DraftErrors.Ended;
        }

        draft.Content = Sealed<string>.Of(request.Content);
        draft.SavedAt = calendar.Now;
        return draft.SavedAt;
    }
}

/// <summary>What the actor typed under this key, or NotFound.</summary>
[Requires(Permission.LogIncident)]
public sealed record GetDraft(Guid Key) : IQuery<Result<OpenedDraft>>, IFillsAForm;

/// <param name="Content">The form's fields as JSON (name → values).</param>
public sealed record OpenedDraft(Guid Id, string Content, DateTimeOffset SavedAt);

public sealed class GetDraftHandler(ICaseTrackerDb db, IVault vault) : IRequestHandler<GetDraft, Result<OpenedDraft>>
{
    public async Task<Result<OpenedDraft>> Handle(GetDraft request, CancellationToken cancellationToken)
    {
        if (await db.Drafts.AsNoTracking().SingleOrDefaultAsync(d => d.Id == request.Key, cancellationToken) is not { } draft)
        {
            return SharedErrors.NotFound;
        }

        var owner = KeyOwner.OfDraft(draft.Id);
        var ring = await vault.FetchAsync([owner], cancellationToken);
        return ring.Need(SealedFields.Draft, owner, SealedRow.Of(draft.Id), draft.Content) is { } content
            ? new OpenedDraft(draft.Id, content, draft.SavedAt)
            : SharedErrors.NotFound;
    }
}

public sealed record DraftRow(Guid Key, DateTimeOffset SavedAt);

[Requires(Permission.LogIncident)]
public sealed record DiscardDraft(Guid Key) : ICommand<Result>;

public sealed class DiscardDraftHandler(ICaseTrackerDb db) : IRequestHandler<DiscardDraft, Result>
{
    public async Task<Result> Handle(DiscardDraft request, CancellationToken cancellationToken) =>
        await db.Drafts.Where(d => d.Id == request.Key).ExecuteDeleteAsync(cancellationToken) == 1 ? Result.Success : SharedErrors.NotFound;
}

public static class DraftErrors
{
    public static readonly Refusal TooLarge = new("draft.too_large");
    public static readonly Refusal TooMany = new("draft.too_many");
    public static readonly Refusal AlreadyLogged = new("draft.already_logged", RefusalKind.Conflict);

    /// <summary>Its key was destroyed: a form that stayed open somewhere cannot bring it back.</summary>
    public static readonly Refusal Ended = new("draft.ended", RefusalKind.Conflict);
    public static readonly Refusal LookAtDuplicates = new("draft.look_at_duplicates", Field: "DuplicatesSeen");
}
