using System.Diagnostics;
using System.Diagnostics.Metrics;
using CaseTracker.Application.Confidentiality;
using CaseTracker.Application.Demonstration;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Incidents;
using CaseTracker.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseTracker.Benchmarks;

/// <summary>What sealing adds, in this process and on a SQLite database of its own.</summary>
public static class Sealing
{
    private const int Openings = 500;

    public static async Task MeasureAsync(int incidents)
    {
        var app = new UseCasesOnSqlite();
        await app.InitializeAsync();
        try
        {
            var worker = await app.JoinAsync(Role.CaseWorker, await app.FoundTeamAsync());
            await SeedAsync(app, incidents);
            var number = await app.SendAsync(worker, Build.AnIncident() with { Victims = [.. Enumerable.Range(1, 5).Select(i => Build.AVictim($"Persona Número{i} Inventada{i}"))] });
            await OpenAsync(app, await app.StoredAsync(db => db.Incidents.Where(i => i.Number == number.Value).Select(i => i.Id).SingleAsync()));
        }
        finally
        {
            await app.DisposeAsync();
        }
    }

    private static async Task SeedAsync(UseCases app, int incidents)
    {
        var spent = 0.0;
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, l) =>
        {
            if (instrument.Meter.Name == "CaseTracker.Vault")
            {
                l.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<double>((_, seconds, _, _) => spent += seconds);
        listener.Start();
        var before = Environment.CpuUsage.TotalTime;
        var started = Stopwatch.GetTimestamp();
        await app.Services.GetRequiredService<IDemoSeeder>().SeedAsync(incidents, 1, new Progress<int>(), default);
        var whole = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var processor = (Environment.CpuUsage.TotalTime - before).TotalSeconds;
        Console.WriteLine($"Seeding {incidents}: {whole:F1} s, for which the processor worked {processor:F1} s; sealing and its keys took {spent:F1} s ({spent / processor:P1}) of these at most, beside the writing");
    }

    /// <summary>Title, narrative and municipality of an incident, and who its people are, with keys from the key database and from memory.</summary>
    private static async Task OpenAsync(UseCases app, IncidentId id)
    {
        var incident = await app.StoredAsync(db => db.Incidents.Include(i => i.Victims).AsNoTracking().SingleAsync(i => i.Id == id));
        var identities = await app.StoredAsync(db => db.Set<Domain.People.PersonIdentity>().AsNoTracking().Where(p => incident.Victims.Select(v => v.PersonId).Contains(p.PersonId)).ToListAsync());
        var vault = app.Services.GetRequiredService<IVault>();
        foreach (var fresh in (bool[])[true, false])
        {
            var times = new List<double>();
            for (var i = 0; i < Openings; i++)
            {
                if (fresh)
                {
                    await app.Services.GetRequiredService<IVaultDoor>().OpenAsync(anythingSealed: true, default);
                }

                var started = Stopwatch.GetTimestamp();
                var ring = await vault.FetchAsync([KeyOwner.Of(id), .. identities.Select(p => KeyOwner.Of(p.PersonId))], default);
                var keys = ring.Of(id);
                _ = (keys.Title(incident.Title), keys.Own(SealedFields.Narrative, incident.Narrative), keys.Own(SealedFields.Municipality, incident.Municipality));
                foreach (var identity in identities)
                {
                    _ = ring.Open(SealedFields.Name, KeyOwner.Of(identity.PersonId), SealedRow.Of(identity.PersonId.Value), identity.Name);
                }

                times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }

            times.Sort();
            Console.WriteLine($"Opening an incident and {identities.Count} people, keys {(fresh ? "from the key database" : "in memory")}: median {times[Openings / 2]:F2} ms, p95 {times[Openings * 95 / 100]:F2} ms");
        }
    }
}
