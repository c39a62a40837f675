using CaseTracker.Application.Access;
using CaseTracker.Application.Confidentiality;
using CaseTracker.Application.Persistence;
using CaseTracker.Application.Pipeline;
using CaseTracker.Domain.Confidentiality;
using CaseTracker.Domain.People;
using CaseTracker.Domain.Shared;
using CaseTracker.Infrastructure.Hosting;
using MediatR;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.ArchitectureTests.Planted
{
    internal sealed class OpensAFile
    {
        public static string Read(string path) => File.ReadAllText(path);
    }

    internal sealed class AsksAProvider(DatabaseOptions options)
    {
        public SqliteConnection Open() => new(options.ConnectionString);
    }

    internal sealed class PageWithADatabase(ICaseTrackerDb db)
    {
        public Task<int> CountAsync() => db.Incidents.CountAsync();
    }

    internal interface IDatabaseWithIdentities
    {
        DbSet<PersonIdentity> Identities { get; }
    }

    internal sealed class ReadsTheClock
    {
        public static DateTime Then() => DateTime.Now;

        public static async Task<DateTimeOffset> LaterAsync()
        {
            await Task.Yield();
            return DateTimeOffset.UtcNow;
        }
    }

    internal sealed class OpensOnItsOwn(IKeyRing ring)
    {
        public string? Title(KeyOwner owner, Sealed<string> title) => ring.Open(SealedFields.Title, owner, SealedRow.Of(owner.Id), title);
    }

    internal sealed class MakesAnId
    {
        public static Guid Next() => Guid.NewGuid();
    }

    internal sealed class Blocks
    {
        public static int Now(Task<int> task) => task.Result;

        public static void Wait(Task task) => task.Wait();

        public static void Get(Task task) => task.GetAwaiter().GetResult();
    }

    internal sealed class LooksPastTheFilter
    {
        public static async Task<bool> AnyAsync(ICaseTrackerDb db) => await db.Incidents.IgnoreQueryFilters().AnyAsync();
    }

    internal sealed record UndeclaredRequest : IRequest<int>;

    internal sealed record SilentQuery : IQuery<Result<int>>;

    [Requires(Permission.WorkOnIncidents)]
    internal sealed record WorksOnNothing(int Version) : ICommand<Result>;

    internal sealed class CaseManager;
}

namespace CaseTracker.Application.Planted
{
    internal sealed class ReachesAcross(Incidents.LogIncidentHandler handler)
    {
        public object Handler { get; } = handler;
    }
}
