using CaseTracker.Application.Access;
using CaseTracker.Application.Demonstration;
using CaseTracker.Application.Time;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.People;
using CaseTracker.Domain.Places;
using CaseTracker.Domain.Vocabularies;
using CaseTracker.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseTracker.Infrastructure.Demonstration;

internal sealed class DemoSeeder(IServiceScopeFactory scopes, ITerms terms, IAreas areas, Calendar calendar) : IDemoSeeder
{
    private const int BatchSize = 500;

    public async Task SeedAsync(int incidents, int seed, IProgress<int> progress, CancellationToken cancellationToken)
    {
        var random = new Random(seed);
        var (workers, pseudonyms) = await PrepareAsync(random, cancellationToken);
        var maker = new DemoIncidents(random, terms, areas, new DemoMaterial(), pseudonyms, calendar.Today);
        for (var written = 0; written < incidents;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var batch = Enumerable.Range(0, Math.Min(BatchSize, incidents - written)).Select(_ => maker.Occasion(workers)).ToList();
            await InScopeAsync(db => WriteAsync(db, maker, batch, cancellationToken));
            written += batch.Count;
            progress.Report(written);
        }
    }

    private static async Task WriteAsync(CaseTrackerDbContext db, DemoIncidents maker, List<DemoOccasion> batch, CancellationToken cancellationToken)
    {
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var numbers = new Dictionary<int, int>();
        foreach (var year in batch.GroupBy(o => o.LoggedOn.Year))
        {
            var needed = year.Count();
            await db.Set<NumberSeries>().Where(s => s.Year == year.Key).ExecuteUpdateAsync(s => s.SetProperty(x => x.Last, x => x.Last + needed), cancellationToken);
            numbers[year.Key] = await db.Set<NumberSeries>().Where(s => s.Year == year.Key).Select(s => s.Last).SingleAsync(cancellationToken) - needed;
        }

        foreach (var occasion in batch.OrderBy(o => o.LoggedOn))
        {
            var made = maker.Make(occasion, IncidentNumbers.Write(occasion.LoggedOn.Year, ++numbers[occasion.LoggedOn.Year]));

            // Nobody is to be told of what never happened.
            made.Incident.ClearEvents();
            foreach (var (person, identity) in made.People)
            {
                db.People.Add(person);
                db.Identities.Add(identity);
                db.NameTokens.AddRange(NameTokens.Of(identity.Name).Select(token => new PersonNameToken(person.Id, token)));
            }

            db.Incidents.Add(made.Incident);
            foreach (var followUp in made.FollowUps)
            {
                followUp.ClearEvents();
                db.FollowUps.Add(followUp);
            }
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Who documents: the case workers of the database, or two demonstration members without a sign-in if it has none.</summary>
    private async Task<(List<(MemberId Member, TeamId Team)> Workers, HashSet<string> Pseudonyms)> PrepareAsync(Random random, CancellationToken cancellationToken)
    {
        List<(MemberId Member, TeamId Team)> workers = [];
        HashSet<string> pseudonyms = [];
        await InScopeAsync(async db =>
        {
            pseudonyms.UnionWith(await db.People.Select(p => p.Pseudonym).ToListAsync(cancellationToken));
            var members = await db.Members.Where(m => m.Role == Role.CaseWorker && m.IsActive).Include(m => m.Memberships).OrderBy(m => m.Email).ToListAsync(cancellationToken);
            workers.AddRange(members.SelectMany(m => m.Teams.Select(t => (m.Id, t))));
            if (workers.Count > 0)
            {
                return;
            }

            var team = Team.Found(TeamId.New(calendar.Now), $"Demonstration {random.Next(1000, 9999)}", calendar.Now).Value;
            db.Teams.Add(team);
            foreach (var name in (string[])["one", "two"])
            {
                var member = Member.Invite(MemberId.New(calendar.Now), $"Demonstration {name}", $"demonstration-{name}@demo.example", Role.CaseWorker, "en", [team.Id], calendar.Now).Value;
                db.Members.Add(member);
                workers.Add((member.Id, team.Id));
            }

            await db.SaveChangesAsync(cancellationToken);
        });
        return (workers, pseudonyms);
    }

    private async Task InScopeAsync(Func<CaseTrackerDbContext, Task> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Act(Actor.System());
        await work(scope.ServiceProvider.GetRequiredService<CaseTrackerDbContext>());
    }
}
