using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Threading.Channels;
using CaseTracker.Application.Access;
using CaseTracker.Application.Confidentiality;
using CaseTracker.Application.Demonstration;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.Time;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Audit;
using CaseTracker.Domain.Places;
using CaseTracker.Domain.Reference;
using CaseTracker.Domain.Vocabularies;
using CaseTracker.Infrastructure.Audit;
using CaseTracker.Infrastructure.Confidentiality;
using CaseTracker.Infrastructure.People;
using CaseTracker.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace CaseTracker.Infrastructure.Demonstration;

internal sealed class DemoSeeder(IServiceScopeFactory scopes, Vault vault, TrailKeys keys, ITerms terms, IAreas areas, ReplyPeriods periods, Calendar calendar) : IDemoSeeder
{
    /// <summary>The more at once, the fewer times a page of the index of words is written.</summary>
    private const int BatchSize = 2_000;

    /// <summary>From so many on, one of them is the story: fewer are asked for by who needs a few of any kind.</summary>
    private const int WithStory = 50;

    public async Task SeedAsync(int incidents, int seed, IProgress<int> progress, CancellationToken cancellationToken)
    {
        // What is there already goes into the seed, so that seeding again adds other incidents instead of the same ones.
        var present = 0;
        await InScopeAsync(async db => present = await db.Incidents.CountAsync(i => i.IsDemonstration, cancellationToken));
        var random = new Random(DemoSeed.Of(seed, present));
        var (workers, pseudonyms) = await PrepareAsync(random, cancellationToken);
        var clock = new DemoClock(calendar);
        var maker = new DemoIncidents(random, terms, areas, new DemoMaterial(), pseudonyms, clock);
        var letters = new DemoLetters(new Random(DemoSeed.Of(seed, ~present)), terms, periods, clock);
        var occasions = Enumerable.Range(0, incidents).Select(_ => maker.Occasion(workers)).ToList();
        var story = new DemoStory(new Random(DemoSeed.Of(seed, present)), terms, areas, periods, pseudonyms, await MissionAsync(cancellationToken), calendar.Today);
        if (present == 0 && incidents >= WithStory)
        {
            var (worker, team) = workers[^1];
            var planned = DemoReturns.Plan(worker, team, calendar.Today).Append(story.Occasion(worker, team)).ToList();
            occasions.RemoveRange(occasions.Count - planned.Count, planned.Count);
            occasions.AddRange(planned);
        }

        occasions.Sort((a, b) => a.LoggedOn.CompareTo(b.LoggedOn));
        var numbers = await ReserveNumbersAsync(occasions, cancellationToken);

        // One core invents and seals the next batch while the other writes the last one.
        var ready = Channel.CreateBounded<Task<Batch>>(1);
        await InScopeAsync(async db =>
        {
            // Read before there are two at work: a context serves one at a time.
            var model = db.Model;
            var making = Task.Run(() => MakeAsync(new Makers(maker, letters, story), new DemoAccess(workers, calendar), occasions, numbers, () => new Batch(model), ready.Writer, cancellationToken), cancellationToken);
            await using var _ = await db.WithRoomToWriteAsync(cancellationToken);
            var written = 0;
            await foreach (var sealing in ready.Reader.ReadAllAsync(cancellationToken))
            {
                var batch = await sealing;
                await WriteAsync(db, batch, cancellationToken);
                written += batch.Count;
                progress.Report(written);
            }

            await making;
            await db.MeasureIndexesAsync(cancellationToken);
        });
        await InScopeAsync(db => TrackAsync(db, letters, workers[0].Member, cancellationToken));
        await InScopeAsync(db => new DemoCampaign(db, terms).WriteAsync(maker.Campaigned, workers[^1].Member, workers[^1].Team, new CampaignNumbers(db), calendar.Today, calendar.Now, cancellationToken));
    }

    /// <summary>The release of which the story is an example.</summary>
    private async Task<ReleaseId?> MissionAsync(CancellationToken cancellationToken)
    {
        ReleaseId? mission = null;
        await InScopeAsync(async db => mission = await db.Releases.Where(r => r.Key == "mx-2017-impunity").Select(r => (ReleaseId?)r.Id).FirstOrDefaultAsync(cancellationToken));
        return mission;
    }

    /// <summary>What the first release asks is tracked once, however often a demonstration is seeded.</summary>
    private async Task TrackAsync(CaseTrackerDbContext db, DemoLetters letters, MemberId author, CancellationToken cancellationToken)
    {
        if (!await db.Interventions.AnyAsync(i => i.IncidentId == null, cancellationToken)
            && await db.Releases.Include(r => r.Asks).OrderBy(r => r.Key).FirstOrDefaultAsync(cancellationToken) is { } release)
        {
            db.Interventions.AddRange(letters.Requests(release, author, calendar.Now));
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    private async Task WriteAsync(CaseTrackerDbContext db, Batch batch, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await batch.Rows.InsertAsync(db, cancellationToken);
        var line = AuditEntry.Of(calendar.Now, actor: null, GuardedWrites.Action, AuditOutcome.Done, subject: null, detail: null);
        var writes = TrailWrite.Of(line.Id, batch.Guarded);
        db.Trail.Add(line.Vouch(TrailWrite.RootOf(writes), keys.Trail));
        await db.InsertRowsAsync(writes, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
        await db.InsertRowsAsync(batch.Names, cancellationToken);
        await db.InsertRowsAsync(batch.Words, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private async Task MakeAsync(
        Makers makers, DemoAccess access, List<DemoOccasion> occasions, Dictionary<int, int> numbers, Func<Batch> start, ChannelWriter<Task<Batch>> ready, CancellationToken cancellationToken)
    {
        var left = occasions.Count;
        var blind = new RememberedWords(vault);
        try
        {
            foreach (var chunk in occasions.Chunk(BatchSize))
            {
                var batch = start();
                foreach (var occasion in chunk)
                {
                    var (made, letter) = makers.Make(occasion, IncidentNumbers.Write(occasion.LoggedOn.Year, ++numbers[occasion.LoggedOn.Year]));
                    if (!occasion.IsStory)
                    {
                        access.Share(made.Incident, left);
                    }

                    left--;
                    batch.Add(made, blind, letter);
                }

                await ready.WriteAsync(Task.Run(() => batch.SealAsync(vault, cancellationToken), cancellationToken), cancellationToken);
            }

            ready.Complete();
        }
        catch (Exception fault)
        {
            // The writing side rethrows it: it must not wait for batches that never come.
            ready.Complete(fault);
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

    private sealed record Makers(DemoIncidents Incidents, DemoLetters Letters, DemoStory Story)
    {
        public (DemoIncident Made, DemoLetter? Letter) Make(DemoOccasion occasion, string number)
        {
            if (occasion.IsStory)
            {
                return Story.Make(occasion, number);
            }

            var made = Incidents.Make(occasion, number);
            return (made, Letters.About(made.Incident));
        }
    }

    private sealed class Batch(IModel model)
    {
        /// <summary>Seconds that each batch spends on its keys and on sealing it.</summary>
        private static readonly Histogram<double> Spent = new Meter("CaseTracker.Vault").CreateHistogram<double>("casetracker.vault.sealing", "s");

        public int Count { get; private set; }

        public NewRows Rows { get; } = new(model);

        /// <summary>What the trail says of the rows, once they are sealed.</summary>
        public IReadOnlyList<(Guid Record, RowWrite Row)> Guarded { get; private set; } = [];

        public List<BlindName> Names { get; } = [];

        public List<IncidentWord> Words { get; } = [];

        public void Add(DemoIncident made, IBlindIndex blind, DemoLetter? letter)
        {
            foreach (var (person, identity) in made.People)
            {
                Rows.Add(person, KeyOwner.Of(person.Id));
                Rows.Add(identity, KeyOwner.Of(person.Id));
                Names.AddRange(IdentityRegister.TokensOf(identity, blind));
            }

            var keys = KeyOwner.Of(made.Incident.Id);
            Rows.Add(made.Incident, keys);
            Words.AddRange(IncidentIndex.Words(blind, made.Incident.Id, made.Facts));
            if (letter is not null)
            {
                Rows.Add(letter.Intervention, keys);
            }

            foreach (var assessment in made.Protected.Assessments)
            {
                Rows.Add(assessment, keys);
            }

            foreach (var measure in made.Protected.Measures)
            {
                Rows.Add(measure, keys);
            }

            foreach (var followUp in (letter?.Reminder is { } reminder ? made.FollowUps.Append(reminder) : made.FollowUps).Concat(made.Protected.FollowUps))
            {
                Rows.Add(followUp, keys);
            }

            Count++;
        }

        public async Task<Batch> SealAsync(Vault vault, CancellationToken cancellationToken)
        {
            var started = Stopwatch.GetTimestamp();
            await Rows.SealAsync(vault, cancellationToken);
            Spent.Record(Stopwatch.GetElapsedTime(started).TotalSeconds);
            Guarded = [.. Rows.Guarded()];
            Words.Sort((a, b) => a.Word.CompareTo(b.Word));
            return this;
        }
    }

    /// <summary>The same few words come again and again in what is invented.</summary>
    private sealed class RememberedWords(IBlindIndex blind) : IBlindIndex
    {
        private readonly Dictionary<string, int> _names = [];
        private readonly Dictionary<string, long> _words = [];

        public int OfName(string token) => _names.TryGetValue(token, out var number) ? number : _names[token] = blind.OfName(token);

        public long OfWord(string stem) => _words.TryGetValue(stem, out var number) ? number : _words[stem] = blind.OfWord(stem);
    }
}
