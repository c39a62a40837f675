using CaseTracker.Application.Access;
using CaseTracker.Application.Confidentiality;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Application.Time;
using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Accountability;

/// <summary>Every path of an incident with all that was ever recorded of it, and what follows for partial and full justice.</summary>
[Requires(Permission.SeeIncidents)]
public sealed record GetJustice(string Number) : IReadsIncident<Result<JusticeView>>;

public sealed class GetJusticeHandler(ICaseTrackerDb db, IVault vault, Calendar calendar, Trail trail) : IRequestHandler<GetJustice, Result<JusticeView>>
{
    public async Task<Result<JusticeView>> Handle(GetJustice request, CancellationToken cancellationToken)
    {
        trail.OfIncident(request.Number);
        var incident = await db.Incidents.AsNoTracking()
            .Include(i => i.Involvements)
            .Include(i => i.Victims)
            .Include(i => i.OrderFindings)
            .Include(i => i.Proceedings).ThenInclude(p => p.Stages)
            .Include(i => i.Proceedings).ThenInclude(p => p.InvestigativeActs)
            .Include(i => i.Proceedings).ThenInclude(p => p.Moves)
            .Include(i => i.Proceedings).ThenInclude(p => p.Against)
            .SingleOrDefaultAsync(i => i.Number == request.Number, cancellationToken);
        if (incident is null)
        {
            return SharedErrors.NotFound;
        }

        var authors = incident.Proceedings.SelectMany(p => p.Stages.Select(s => s.RecordedBy).Concat(p.InvestigativeActs.Select(a => a.RecordedBy)).Concat(p.Moves.Select(m => m.RecordedBy)));
        var names = await db.Members.NamesAsync(authors.Concat(incident.OrderFindings.Select(f => f.By)), cancellationToken);
        var authorities = await db.Authorities.NamesAsync(incident.Proceedings.SelectMany(p => p.Authorities), cancellationToken);
        var pseudonyms = await db.People.PseudonymsAsync(incident, cancellationToken);
        var keys = await vault.OfAsync(incident.Id, cancellationToken);
        var orders = incident.OrderFindings.MaxBy(f => f.Sequence);
        var towardsJustice = incident.Proceedings.Where(p => !p.IsAgainstDefender).ToList();
        var paths = towardsJustice.ConvertAll(p => p.Counted);
        var nowhere = Ladder.NamedNowhere(paths, incident.Roster);
        return new JusticeView(
            [.. incident.Proceedings.OrderBy(p => p.OpenedAt).ThenBy(p => p.Id.Value).Select(p => View(p, nowhere, authorities, names, keys) with
            {
                Against = [.. p.Against.OrderBy(a => a.Sequence).Select(a => new DefenderView(a.Sequence, pseudonyms.GetValueOrDefault(a.Sequence)))],
            })],
            [.. incident.Involvements.OrderBy(i => i.Sequence).Select(i => new AccusedView(i.Sequence, i.PerpetratorCode, i.RoleCode, keys.Part(SealedFields.Perpetrator, i.Sequence, i.Description)))],
            Ladder.WhatIsLacking(paths, [.. towardsJustice.Where(p => p.IsCriminal).Select(p => p.Counted)], incident.Roster),
            orders is null ? null : new OrdersView(orders.NobodyGaveOrders, keys.Part(SealedFields.OrdersReason, orders.Sequence, orders.Reason) ?? IncidentKeys.Erased, names.Of(orders.By), orders.At))
        {
            Defenders = [.. incident.Victims.OrderBy(v => v.Sequence).Select(v => new DefenderView(v.Sequence, pseudonyms.GetValueOrDefault(v.Sequence)))],
            Faster = incident.Proceedings.Where(p => p.IsAgainstDefender)
                .Select(p => (p.Id, Pace: UnequalPace.Of(p.Counted, paths, calendar.Today)))
                .Where(p => p.Pace is not null).ToDictionary(p => p.Id, p => p.Pace!),
        };
    }

    private PathView View(Proceeding path, IReadOnlyList<int> namedNowhere, IReadOnlyDictionary<string, AuthorityView> authorities, MemberNames names, IncidentKeys keys)
    {
        var (counted, whereabouts) = (path.Counted, path.Whereabouts);
        return new PathView(
            path.Id,
            path.KindCode,
            path.IsAgainstDefender,
            path.AuthorityCode is { } code ? authorities.GetValueOrDefault(code) : null,
            path.Unit,
            keys.Of(SealedFields.FileNumber, path.Id, path.FileNumber),
            keys.Of(SealedFields.Counsel, path.Id, path.Counsel),
            path.NextHearing,
            path.Standing,
            Clock(path),
            [.. from accused in Ladder.Concerned(counted, namedNowhere).Order() let stands = Ladder.StandingOf(counted, accused) select new StandingView(accused, Ladder.StageOf(counted, accused), stands?.IsFinal == true, stands?.Accused is not null)],
            [.. path.Stages.OrderBy(s => s.Sequence).Select(s => new StageView(
                s.Sequence,
                s.Stage,
                s.On,
                keys.PartOf(SealedFields.StageReason, path.Id.Value, s.Sequence, s.Reason) ?? IncidentKeys.Erased,
                s.NotReportedReason,
                s.OrderedOn,
                s.Corrects,
                StageHistory.Replacing(path.Stages, s) is { IsWithdrawal: false } correction ? correction.Sequence : null,
                StageHistory.Replacing(path.Stages, s) is { IsWithdrawal: true } withdrawal ? withdrawal.Sequence : null,
                s.IsWithdrawal,
                s.Reopens,
                s.Accused,
                s.IsFinal,
                names.Of(s.RecordedBy),
                s.RecordedAt,
                s.Precedes))],
            [.. path.InvestigativeActs.OrderBy(a => a.On.Earliest).ThenBy(a => a.Sequence).Select(a => new InvestigativeActView(
                a.Sequence,
                a.Code,
                a.On,
                keys.PartOf(SealedFields.ActNote, path.Id.Value, a.Sequence, a.Note),
                a.Corrects,
                StageHistory.Replacing(path.InvestigativeActs, a) is { IsWithdrawal: false } correction ? correction.Sequence : null,
                StageHistory.Replacing(path.InvestigativeActs, a) is { IsWithdrawal: true } withdrawal ? withdrawal.Sequence : null,
                a.IsWithdrawal,
                names.Of(a.RecordedBy),
                a.RecordedAt))])
        {
            ReportedTo = whereabouts.ReportedTo is { } took ? authorities.GetValueOrDefault(took) : null,
            MovedOn = whereabouts.Moves is [.., var last] && last.To == path.AuthorityCode ? last.Since : null,
            Moves = [.. path.Moves.OrderBy(m => m.Sequence).Select(m => new AuthorityMoveView(authorities[whereabouts.OriginOf(m)], authorities[m.ToCode], m.Change, m.Since, names.Of(m.RecordedBy), m.RecordedAt, whereabouts.IsVoid(m)))],
            LacksReport = path.LacksReport,
        };
    }

    /// <summary>Shown on paths against the defender as well, to be compared with: there it is never called stalled.</summary>
    private ClockView? Clock(Proceeding path)
    {
        var counts = !path.IsAgainstDefender ? path.ClockFrom : StalledClock.Runs(path.Counted, []) ? StalledClock.CountsFrom(path.Stages, path.CountedActs) : null;
        if (counts is not { } from)
        {
            return null;
        }

        var today = calendar.Today;
        return new ClockView(Math.Max(0, today.DayNumber - from.DayNumber), path.LastInvestigated is not null, path.StalledAfterDays, path.StalledFrom <= today);
    }
}
