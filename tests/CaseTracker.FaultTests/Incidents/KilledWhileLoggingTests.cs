using System.Globalization;
using CaseTracker.Application.Access;
using CaseTracker.Application.Audit;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Incidents;
using CaseTracker.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseTracker.FaultTests.Incidents;

/// <summary>Two processes that log incidents into one database are killed at random moments, again and again.</summary>
public sealed class KilledWhileLoggingTests : IAsyncLifetime
{
    /// <summary>How often: more of them with CASETRACKER_TEST_KILLS.</summary>
    private static readonly int Kills = int.Parse(Environment.GetEnvironmentVariable("CASETRACKER_TEST_KILLS") ?? "30", CultureInfo.InvariantCulture);

    /// <summary>About as long as three incidents take.</summary>
    private static readonly TimeSpan LongestLife = TimeSpan.FromMilliseconds(250);

    private readonly UseCasesOnSqlite _app = new();

    public async Task InitializeAsync()
    {
        await _app.InitializeAsync();
        await _app.JoinAsync(Role.CaseWorker, await _app.FoundTeamAsync());
    }

    public Task DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task What_was_acknowledged_is_there_with_all_its_parts_and_nothing_is_half_written()
    {
        var acknowledged = new List<string>();
        for (var kill = 0; kill < Kills; kill += 2)
        {
            acknowledged.AddRange((await Task.WhenAll(LogUntilKilledAsync(), LogUntilKilledAsync())).SelectMany(said => said));
        }

        Assert.True(acknowledged.Count > Kills / 2, $"Only {acknowledged.Count} writes were acknowledged.");
        var numbers = acknowledged.Select(said => said.Replace(LoggingProcess.WithProceeding, "", StringComparison.Ordinal)).Distinct().ToList();
        var stored = await StoredAsync();
        Assert.Empty(numbers.Except(stored.Keys));
        Expect.None(stored.Where(i => !IsWhole(i.Value)).Select(i => $"{i.Key} is half written"));
        Expect.None(acknowledged.Where(said => said.EndsWith(LoggingProcess.WithProceeding, StringComparison.Ordinal) && stored[said.Split(' ')[0]].Proceedings.Count == 0).Select(said => $"{said} is without it"));

        // A number is given out in the transaction of its incident: one that was rolled back is given again.
        Assert.Equal(Enumerable.Range(1, stored.Count), stored.Keys.Order(StringComparer.Ordinal).Select(n => int.Parse(n.Split('-')[^1], CultureInfo.InvariantCulture)));
        await ExpectReadableAsync(stored);
        await ExpectVouchedForAsync();
    }

    private static bool IsWhole(Incident incident) =>
        incident is { Victims.Count: 1, Acts.Count: 1, Involvements.Count: 1, Sources.Count: 1, Accusations.Count: 1 }
        && incident.Victims[0].PersonId is not null
        && incident.Proceedings.All(p => p.Stages.Count == 1)
        && incident.Version == 1 + incident.Proceedings.Count;

    /// <returns>What it had said when it was killed.</returns>
    private async Task<List<string>> LogUntilKilledAsync()
    {
        using var process = LoggingProcess.Start(_app.Database.Settings);
        Assert.Equal(LoggingProcess.Begun, await process.StandardOutput.ReadLineAsync());

        // The first incident takes a process long, so most are killed after it; every third perhaps within it.
        var first = Random.Shared.Next(3) == 0 ? null : await process.StandardOutput.ReadLineAsync();
        await Task.Delay(LongestLife * Random.Shared.NextDouble());
        process.Kill();
        var rest = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.NotEqual(0, process.ExitCode);
        return [.. (first + "\n" + rest).Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }

    private Task<Dictionary<string, Incident>> StoredAsync() => _app.StoredAsync(db => db.Incidents.AsNoTracking()
        .Include(i => i.Victims).Include(i => i.Acts).Include(i => i.Involvements).Include(i => i.Sources).Include(i => i.Accusations)
        .Include(i => i.Proceedings).ThenInclude(p => p.Stages)
        .ToDictionaryAsync(i => i.Number));

    /// <summary>Its key was stored before it, so every title and every identity opens.</summary>
    private async Task ExpectReadableAsync(Dictionary<string, Incident> stored)
    {
        foreach (var incident in stored.Values)
        {
            Assert.Equal("Threats after a press conference", (await _app.KeysAsync(incident.Id)).Title(incident.Title));
        }

        await using var scope = _app.ScopeOf(Actor.System());
        var identities = scope.ServiceProvider.GetRequiredService<Application.People.IIdentityRegister>();
        foreach (var victim in stored.Values.SelectMany(i => i.Victims))
        {
            Assert.Equal("Citlali Ocampo Reyes", (await identities.OpenAsync(victim.PersonId!.Value, CancellationToken.None))?.Name);
        }
    }

    private async Task ExpectVouchedForAsync()
    {
        await using var scope = _app.ScopeOf(Actor.System());
        var verdict = await scope.ServiceProvider.GetRequiredService<ITrailProof>().VerifyAsync([], progress: null, CancellationToken.None);
        Assert.Null(verdict.Fault);
        Assert.True(verdict.Rows > 0);
    }
}
