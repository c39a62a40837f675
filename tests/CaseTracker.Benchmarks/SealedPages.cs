using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using CaseTracker.Application.Confidentiality;
using CaseTracker.Domain.Access;
using CaseTracker.Domain.Confidentiality;
using CaseTracker.Testing;
using CaseTracker.Testing.Web;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Xunit;

namespace CaseTracker.Benchmarks;

/// <summary>
/// What sealing adds to the pages of an incident with five people: each page is asked for in turns with its keys to be fetched,
/// with its keys in memory, and without opening anything, its texts being remembered from before. In this process, from the
/// request to the last byte.
/// </summary>
public static class SealedPages
{
    private const int Requests = 400;
    private const int WarmUps = 60;

    private enum Way
    {
        Fetched,
        InMemory,
        Unsealed,
    }

    public static async Task MeasureAsync()
    {
        await using var site = new Site();
        await site.InitializeAsync();
        var worker = await site.SignInAsync(Role.CaseWorker, await site.FoundTeamAsync());
        var number = await site.SendAsync(worker.Actor, Build.AnIncident() with { Victims = [.. Enumerable.Range(1, 5).Select(i => Build.AVictim($"Persona Número{i} Inventada{i}"))] });
        var door = site.Services.GetRequiredService<IVaultDoor>();
        Console.WriteLine($"{"an incident with five people, median of a page",-52} {"keys fetched",13} {"in memory",10} {"unsealed",10} {"sealing adds",13}");
        foreach (var url in (string[])[$"/incidents/{number.Value}", $"/incidents/{number.Value}/people"])
        {
            var times = Enum.GetValues<Way>().ToDictionary(w => w, _ => new List<double>());
            for (var i = 0; i < (Requests + WarmUps) * 3; i++)
            {
                // In turns, so that a busy moment falls on each alike.
                var way = (Way)(i % 3);
                if (way == Way.Fetched)
                {
                    await door.OpenAsync(anythingSealed: true, default);
                }

                site.Shortcut.IsTaken = way == Way.Unsealed;
                var took = await TimeAsync(worker.Browser, url);
                site.Shortcut.IsTaken = false;
                if (i >= WarmUps * 3)
                {
                    times[way].Add(took);
                }
            }

            double Median(Way way) => times[way].Order().ElementAt(Requests / 2);
            Console.WriteLine(
                $"{url[..10] + "/…" + url[(11 + number.Value.Length)..],-52} {Median(Way.Fetched),10:F2} ms {Median(Way.InMemory),7:F2} ms {Median(Way.Unsealed),7:F2} ms {Median(Way.Fetched) - Median(Way.Unsealed),10:F2} ms");
        }

        await ((IAsyncLifetime)site).DisposeAsync();
    }

    private static async Task<double> TimeAsync(Browser browser, string url)
    {
        var started = Stopwatch.GetTimestamp();
        using var answer = await browser.Http.GetAsync(new Uri(url, UriKind.Relative));
        await answer.Content.ReadAsByteArrayAsync();
        return answer.StatusCode == HttpStatusCode.OK ? Stopwatch.GetElapsedTime(started).TotalMilliseconds : throw new InvalidOperationException($"{url} answered {(int)answer.StatusCode}.");
    }

    private sealed class Site : WebApp
    {
        public Shortcut Shortcut => (Shortcut)Services.GetRequiredService<IVault>();

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services => services.Replace(ServiceDescriptor.Singleton<IVault>(provider => new Shortcut((IVault)provider.GetRequiredService<IVaultDoor>()))));
        }
    }

    /// <summary>Remembers what the vault opened, and answers with that while it is taken.</summary>
    private sealed class Shortcut(IVault vault) : IVault
    {
        private readonly ConcurrentDictionary<(SealedField, KeyOwner, string), string?> _opened = new();

        public bool IsTaken { get; set; }

        public async Task<IKeyRing> FetchAsync(IEnumerable<KeyOwner> owners, CancellationToken cancellationToken) =>
            IsTaken ? new Ring(_opened, null) : new Ring(_opened, await vault.FetchAsync(owners, cancellationToken));
    }

    private sealed class Ring(ConcurrentDictionary<(SealedField Field, KeyOwner Owner, string Row), string?> opened, IKeyRing? vault) : IKeyRing
    {
        public bool IsErased(KeyOwner owner) => vault?.IsErased(owner) ?? false;

        public string? Open(SealedField field, KeyOwner owner, string row, Sealed<string>? value) =>
            vault is null ? (value is null ? null : opened[(field, owner, row)]) : value is null ? null : opened[(field, owner, row)] = vault.Open(field, owner, row, value);
    }
}
