using System.Threading.Channels;
using CaseTracker.Application.Access;
using CaseTracker.Application.Confidentiality;
using CaseTracker.Application.Demonstration;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.Time;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Places;
using CaseTracker.Domain.Vocabularies;
using CaseTracker.Infrastructure.People;
using CaseTracker.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseTracker.Infrastructure.Demonstration;

internal sealed class DemoSeeder(IServiceScopeFactory scopes, IBlindIndex blind, ITerms terms, IAreas areas, Calendar calendar) : IDemoSeeder
{
    private const int BatchSize = 500;

    public async Task SeedAsync(int incidents, int seed, IProgress<int> progress, CancellationToken cancellationToken)
    {
        // What is there already goes into the seed, so that seeding again adds other incidents instead of the same ones.
        var present = 0;
        await InScopeAsync(async db => present = await db.Incidents.CountAsync(i => i.IsDemonstration, cancellationToken));
        var random = new Random(DemoSeed.Of(seed, present));
        var (workers, pseudonyms) = await PrepareAsync(random, cancellationToken);
        var maker = new DemoIncidents(random, terms, areas, new DemoMaterial(), pseudonyms, calendar.Today);
        var occasions = Enumerable.Range(0, incidents).Select(_ => maker.Occasion(workers)).OrderBy(o => o.LoggedOn).ToList();
        var numbers = await ReserveNumbersAsync(occasions, cancellationToken);

        // One core invents and tracks the next batch while the other writes the last one.
        var ready = Channel.CreateBounded<Batch>(2);
        var making = Task.Run(() => MakeAsync(maker, new DemoAccess(workers, calendar), occasions, numbers, ready.Writer, cancellationToken), cancellationToken);
        var written = 0;
        await foreach (var batch in ready.Reader.ReadAllAsync(cancellationToken))
        {
            await using (batch.Scope)
            {
                await WriteAsync(batch, cancellationToken);
            }

            written += batch.Count;
            progress.Report(written);
        }

        await making;
    }

    private static async Task WriteAsync(Batch batch, CancellationToken cancellationToken)
    {
        await using var transaction = await batch.Db.Database.BeginTransactionAsync(cancellationToken);
        await batch.Db.SaveChangesAsync(cancellationToken);
        await batch.Db.InsertRowsAsync(batch.Names, cancellationToken);
        await batch.Db.InsertRowsAsync(batch.Words, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private async Task MakeAsync(DemoIncidents maker, DemoAccess access, List<DemoOccasion> occasions, Dictionary<int, int> numbers, ChannelWriter<Batch> ready, CancellationToken cancellationToken)
    {
        var left = occasions.Count;
        try
        {
            foreach (var chunk in occasions.Chunk(BatchSize))
            {
                var scope = scopes.CreateAsyncScope();
                scope.ServiceProvider.GetRequiredService<CurrentActor>().Act(Actor.System());
                var db = scope.ServiceProvider.GetRequiredService<CaseTrackerDbContext>();
                db.ChangeTracker.AutoDetectChangesEnabled = false;
                var batch = new Batch(scope, db, chunk.Length);
                foreach (var occasion in chunk)
                {
                    var made = maker.Make(occasion, IncidentNumbers.Write(occasion.LoggedOn.Year, ++numbers[occasion.LoggedOn.Year]));
                    access.Share(made.Incident, left--);
                    Add(batch, blind, made);
                }

                batch.SortWords();
                await ready.WriteAsync(batch, cancellationToken);
            }

            ready.Complete();
        }
        catch (Exception fault)
        {
            // The writing side rethrows it: it must not wait for batches that never come.
            ready.Complete(fault);
        }
    }

    private static void Add(Batch batch, IBlindIndex blind, DemoIncident made)
    {
        // Nobody is to be told of what never happened.
        made.Incident.ClearEvents();
        foreach (var (person, identity) in made.People)
        {
            batch.Db.People.Add(person);
            batch.Db.Identities.Add(identity);
            batch.Names.AddRange(IdentityRegister.TokensOf(identity, blind));
        }

        batch.Db.Incidents.Add(made.Incident);
        batch.Words.AddRange(IncidentIndex.Words(blind, made.Incident.Id, made.Facts));
        batch.Db.RiskAssessments.AddRange(made.Protected.Assessments);
        batch.Db.Measures.AddRange(made.Protected.Measures);
        foreach (var followUp in made.FollowUps.Concat(made.Protected.FollowUps))
        {
            followUp.ClearEvents();
            batch.Db.FollowUps.Add(followUp);
        }
    }

    /// <returns>For each year, the last number before the reserved ones.</returns>
    private async Task<Dictionary<int, int>> ReserveNumbersAsync(List<DemoOccasion> occasions, CancellationToken cancellationToken)
    {
        var numbers = new Dictionary<int, int>();
        await InScopeAsync(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            foreach (var year in occasions.GroupBy(o => o.LoggedOn.Year))
            {
                var needed = year.Count();
                await db.Set<NumberSeries>().Where(s => s.Year == year.Key).ExecuteUpdateAsync(s => s.SetProperty(x => x.Last, x => x.Last + needed), cancellationToken);
                numbers[year.Key] = await db.Set<NumberSeries>().Where(s => s.Year == year.Key).Select(s => s.Last).SingleAsync(cancellationToken) - needed;
            }

            await transaction.CommitAsync(cancellationToken);
        });
        return numbers;
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

    private sealed record Batch(AsyncServiceScope Scope, CaseTrackerDbContext Db, int Count)
    {
        public List<BlindName> Names { get; } = [];

        public List<IncidentWord> Words { get; } = [];

        public void SortWords() => Words.Sort((a, b) => a.Word.CompareTo(b.Word));
    }
}
