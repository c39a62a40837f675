using CaseTracker.Application;
using CaseTracker.Application.Access;
using CaseTracker.Application.Confidentiality;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Incidents;
using CaseTracker.Infrastructure;
using CaseTracker.Infrastructure.Access;
using CaseTracker.Infrastructure.Hosting;
using CaseTracker.Infrastructure.Persistence;
using CaseTracker.Testing.Databases;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CaseTracker.Testing;

/// <summary>
/// The product without its host, on a database of its own: sends use cases on behalf of anybody. One for each test class
/// and provider; write the tests in an abstract class and close it with one line for each provider:
/// <code>
/// public sealed class OnSqlite(UseCasesOnSqlite app) : LogIncidentTests(app), IClassFixture&lt;UseCasesOnSqlite&gt;;
/// public sealed class OnPostgreSql(UseCasesOnPostgreSql app) : LogIncidentTests(app), IClassFixture&lt;UseCasesOnPostgreSql&gt;;
/// </code>
/// Tests carry <c>[SkippableFact]</c>; they share the database of their class, so each makes its own team.
/// </summary>
public abstract class UseCases(DatabaseProvider provider) : IAsyncLifetime
{
    private TestDatabase? _database;
    private ServiceProvider? _services;
    private SkipException? _skipped;
    private int _named;

    public FixedClock Clock { get; } = new();

    /// <summary>False if this machine lacks the provider's server: its tests are skipped.</summary>
    public bool IsThere => _services is not null;

    /// <exception cref="SkipException">This machine lacks the provider's server.</exception>
    public IServiceProvider Services => _services ?? throw _skipped!;

    public TestDatabase Database => _database ?? throw _skipped!;

    public async Task InitializeAsync()
    {
        try
        {
            _database = await CreateDatabaseAsync(provider);
        }
        catch (SkipException skipped)
        {
            // Thrown here it would fail the class: each test throws it again for itself.
            _skipped = skipped;
            return;
        }

        var configuration = new ConfigurationBuilder().AddInMemoryCollection(_database.Settings).Build();
        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton<TimeProvider>(Clock)
            .AddApplication()
            .AddInfrastructure(configuration)
            .AddSignIns(configuration)
            .AddHttpContextAccessor();
        services.AddAuthentication();
        Configure(services);
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
        await _services.GetRequiredService<DatabaseSetup>().LoadAsync();
    }

    public async Task DisposeAsync()
    {
        if (_services is not null)
        {
            await _services.DisposeAsync();
        }

        if (_database is not null)
        {
            await _database.DisposeAsync();
        }
    }

    /// <summary>Sends a use case in a scope of its own, as a request or a job would.</summary>
    public async Task<TAnswer> SendAsync<TAnswer>(Actor actor, IRequest<TAnswer> request, CancellationToken cancellationToken = default)
    {
        await using var scope = ScopeOf(actor);
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request, cancellationToken);
    }

    /// <summary>What the actor's queries see.</summary>
    public async Task<T> ReadAsync<T>(Actor actor, Func<CaseTrackerDbContext, Task<T>> read)
    {
        await using var scope = ScopeOf(actor);
        return await read(scope.ServiceProvider.GetRequiredService<CaseTrackerDbContext>());
    }

    /// <summary>What is really stored, hidden from nobody.</summary>
    public Task<T> StoredAsync<T>(Func<CaseTrackerDbContext, Task<T>> read) => ReadAsync(Actor.System(), read);

    /// <summary>Opens what the product has sealed of an incident.</summary>
    public Task<IncidentKeys> KeysAsync(IncidentId incident) => Services.GetRequiredService<IVault>().OfAsync(incident, CancellationToken.None);

    /// <summary>Rows of a table by its name in the database, so that tables that no use case may reach can be counted too.</summary>
    public Task<int> CountAsync(string table, string where = "1 = 1")
    {
        var query = $"""SELECT CAST(COUNT(*) AS integer) AS "Value" FROM "{table}" WHERE {where}""";
        return StoredAsync(db => db.Database.SqlQueryRaw<int>(query).SingleAsync());
    }

    public async Task<TeamId> FoundTeamAsync(string? name = null)
    {
        var team = Team.Found(TeamId.New(Clock.GetUtcNow()), name ?? $"Team {Interlocked.Increment(ref _named)}", Clock.GetUtcNow()).Value;
        await StoreAsync(team);
        return team.Id;
    }

    /// <summary>Somebody new, stored as a member, as the actor they are when signed in.</summary>
    public async Task<Actor> JoinAsync(Role role, params TeamId[] teams)
    {
        var number = Interlocked.Increment(ref _named);
        var id = MemberId.New(Clock.GetUtcNow());
        var member = Member.Invite(id, $"{role} {number}", $"{role}{number}@example.org", role, "en", teams, Clock.GetUtcNow()).Value;
        await StoreAsync(member);
        return Actor.Member(id, role, teams, member.DisplayName);
    }

    public AsyncServiceScope ScopeOf(Actor actor)
    {
        var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Act(actor);
        return scope;
    }

    protected virtual Task<TestDatabase> CreateDatabaseAsync(DatabaseProvider provider) => TestDatabase.CreateAsync(provider);

    protected virtual void Configure(IServiceCollection services)
    {
    }

    private Task StoreAsync(object entity) => StoredAsync(async db =>
    {
        db.Add(entity);
        return await db.SaveChangesAsync();
    });
}

public class UseCasesOnSqlite() : UseCases(DatabaseProvider.Sqlite);

public class UseCasesOnPostgreSql() : UseCases(DatabaseProvider.PostgreSql);

public class UseCasesOnSqlServer() : UseCases(DatabaseProvider.SqlServer);
