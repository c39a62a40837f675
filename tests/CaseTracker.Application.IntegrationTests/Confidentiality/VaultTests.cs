using CaseTracker.Application.Access;
using CaseTracker.Application.Confidentiality;
using CaseTracker.Application.FollowUps;
using CaseTracker.Application.Incidents;
using CaseTracker.Application.Persistence;
using CaseTracker.Domain.Access;
using CaseTracker.Infrastructure.Confidentiality;
using CaseTracker.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseTracker.Application.IntegrationTests.Confidentiality;

/// <summary>Keys: kept apart, replaced, missing, destroyed. Each test has a register of its own.</summary>
[Collection("keys")]
public sealed class VaultTests : IAsyncLifetime
{
    private readonly UseCasesOnSqlite _app = new();

    private IVaultDoor Door => _app.Services.GetRequiredService<IVaultDoor>();

    private string KeyFile => Path.Combine(_app.Database.Folder, "keys", "vault.key");

    public Task InitializeAsync() => _app.InitializeAsync();

    public Task DisposeAsync() => _app.DisposeAsync();

    [SkippableFact]
    public void The_key_file_is_for_its_owner_alone()
    {
        if (OperatingSystem.IsWindows())
        {
            throw new SkipException("File modes are for Unix.");
        }

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(KeyFile));
    }

    [SkippableFact]
    public async Task A_key_file_that_others_can_read_is_refused()
    {
        if (OperatingSystem.IsWindows())
        {
            throw new SkipException("File modes are for Unix.");
        }

        File.SetUnixFileMode(KeyFile, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);

        await Assert.ThrowsAsync<InvalidOperationException>(() => Door.OpenAsync(anythingSealed: true, CancellationToken.None));
        Assert.True(Door.IsLocked);
    }

    [Fact]
    public async Task Without_its_key_it_is_locked_and_makes_no_new_one()
    {
        var (worker, number) = await LoggedAsync();
        File.Delete(KeyFile);
        await _app.Services.GetRequiredService<IDatabaseSetup>().LoadAsync();

        Assert.True(Door.IsLocked);
        Assert.False(File.Exists(KeyFile));
        await Assert.ThrowsAsync<VaultLockedException>(() => _app.SendAsync(worker, new GetIncidentHeader(number)));
        await Assert.ThrowsAsync<VaultLockedException>(() => _app.SendAsync(worker, Build.AnIncident()));
        Assert.Equal(1, await _app.CountAsync("Incidents"));
    }

    [Fact]
    public async Task Opened_again_while_it_serves_it_turns_nobody_away()
    {
        var (worker, number) = await LoggedAsync();
        var done = new CancellationTokenSource();
        var reopening = Task.Run(async () =>
        {
            for (var i = 0; i < 50; i++)
            {
                await Door.OpenAsync(anythingSealed: true, CancellationToken.None);
            }

            await done.CancelAsync();
        });
        while (!done.IsCancellationRequested)
        {
            Assert.False(Door.IsLocked);
            Assert.True((await _app.SendAsync(worker, new GetIncidentHeader(number))).IsSuccess);
        }

        await reopening;
    }

    [Fact]
    public async Task Lists_compared_again_while_it_serves_need_no_key()
    {
        var (worker, number) = await LoggedAsync();
        File.Delete(KeyFile);
        var setup = _app.Services.GetRequiredService<IDatabaseSetup>();
        await setup.SeedAsync();
        await setup.LoadListsAsync();

        Assert.False(Door.IsLocked);
        Assert.True((await _app.SendAsync(worker, new GetIncidentHeader(number))).IsSuccess);
    }

    [Fact]
    public async Task With_another_key_it_is_locked()
    {
        await LoggedAsync();
        await File.WriteAllTextAsync(KeyFile, Convert.ToBase64String(new byte[32]));
        await Door.OpenAsync(anythingSealed: true, CancellationToken.None);

        Assert.True(Door.IsLocked);
    }

    [Fact]
    public async Task With_its_key_database_gone_it_is_locked_and_founds_no_new_one()
    {
        await LoggedAsync();
        await KeysAsync(db => db.Keys.ExecuteDeleteAsync());
        await KeysAsync(db => db.Recipients.ExecuteDeleteAsync());
        await _app.Services.GetRequiredService<IDatabaseSetup>().LoadAsync();

        Assert.True(Door.IsLocked);
        Assert.Equal(0, await KeysAsync(db => db.Recipients.CountAsync()));
    }

    [Fact]
    public async Task A_new_key_takes_the_place_of_the_old_one_which_opens_nothing_any_more()
    {
        var (worker, number) = await LoggedAsync();
        var old = await File.ReadAllTextAsync(KeyFile);
        Assert.True((await Door.RotateAsync(new Progress<int>(), CancellationToken.None)).Keys >= 4);

        Assert.NotEqual(old, await File.ReadAllTextAsync(KeyFile));
        Assert.False(File.Exists(KeyFile + ".next"));
        Assert.Equal("Threats after a press conference", (await _app.SendAsync(worker, new GetIncidentHeader(number))).Value.Title);
        Assert.Equal(1, await KeysAsync(db => db.Keys.Select(k => k.RecipientId).Distinct().CountAsync()));

        await File.WriteAllTextAsync(KeyFile, old);
        await Door.OpenAsync(anythingSealed: true, CancellationToken.None);
        Assert.True(Door.IsLocked);
        await Assert.ThrowsAsync<VaultLockedException>(() => _app.SendAsync(worker, new GetIncidentHeader(number)));
    }

    [Fact]
    public async Task A_rotation_that_was_killed_goes_on_from_any_point()
    {
        var (worker, number) = await LoggedAsync();
        for (var reports = 0; reports < 4; reports++)
        {
            await Assert.ThrowsAsync<KilledException>(() => Door.RotateAsync(new KillAfter(0), CancellationToken.None));
            await Door.OpenAsync(anythingSealed: true, CancellationToken.None);
            Assert.Equal("Threats after a press conference", (await _app.SendAsync(worker, new GetIncidentHeader(number))).Value.Title);
            await LogAsync(worker);
            await Door.RotateAsync(new Progress<int>(), CancellationToken.None);
            Assert.Equal("Threats after a press conference", (await _app.SendAsync(worker, new GetIncidentHeader(number))).Value.Title);
        }

        Assert.Equal(1, await KeysAsync(db => db.Keys.Select(k => k.RecipientId).Distinct().CountAsync()));
    }

    [Fact]
    public async Task A_wrapped_key_that_was_altered_or_exchanged_opens_nothing()
    {
        var (worker, number) = await LoggedAsync();
        var other = await LogAsync(worker);
        var blobs = await KeysAsync(db => db.Keys.Where(k => k.Kind == KeyKind.Incident).OrderBy(k => k.KeyId).Select(k => new { k.KeyId, k.Blob }).ToListAsync());
        await KeysAsync(db => db.Keys.Where(k => k.KeyId == blobs[0].KeyId && k.Kind == KeyKind.Incident).ExecuteUpdateAsync(k => k.SetProperty(x => x.Blob, blobs[1].Blob)));
        await Door.OpenAsync(anythingSealed: true, CancellationToken.None);

        var titles = (await _app.SendAsync(worker, new ListIncidents(new IncidentFilter()))).Value.Rows.ToDictionary(r => r.Number, r => r.Title);
        Assert.Equal(IncidentKeys.Unopenable, titles[number]);
        Assert.Equal("Threats after a press conference", titles[other]);
        await Assert.ThrowsAsync<SealBrokenException>(() => _app.SendAsync(worker, new MoveIncident(number, 1, Domain.Incidents.Workflow.Triage, "Complete enough")));
        Assert.Equal(blobs[1].Blob, await KeysAsync(db => db.Keys.Where(k => k.KeyId == blobs[0].KeyId && k.Kind == KeyKind.Incident).Select(k => k.Blob).SingleAsync()));
    }

    [Fact]
    public async Task A_lost_key_is_not_made_anew_when_an_existing_record_is_saved()
    {
        var (worker, number) = await LoggedAsync();
        var auditor = await _app.JoinAsync(Role.Auditor);
        await KeysAsync(db => db.Keys.Where(k => k.Kind == KeyKind.Incident).ExecuteDeleteAsync());
        await Door.OpenAsync(anythingSealed: true, CancellationToken.None);

        var met = await Assert.ThrowsAsync<SealBrokenException>(() => _app.SendAsync(worker, new MoveIncident(number, 1, Domain.Incidents.Workflow.Triage, "Complete enough")));
        Assert.True(met.IsKeyMissing);
        await Assert.ThrowsAsync<SealBrokenException>(() => _app.SendAsync(worker, new ScheduleFollowUp(Guid.CreateVersion7(), number, "CT-FUK-CALL", "Ask", new DateOnly(2026, 3, 20), null, Domain.FollowUps.Recurrence.None)));
        await Assert.ThrowsAsync<SealBrokenException>(() => _app.SendAsync(worker, new ChangeIncident(number, 1, Build.TheFacts())));

        Assert.Equal(0, await KeysAsync(db => db.Keys.CountAsync(k => k.Kind == KeyKind.Incident)));
        Assert.Equal(Domain.Incidents.Workflow.Intake, await _app.StoredAsync(db => db.Incidents.Select(i => i.Workflow).SingleAsync()));
        Assert.Contains((await _app.SendAsync(auditor, new MyNotices())).Value.Lines, n => n.Kind == Domain.FollowUps.NoticeKind.KeyMissing && n.Subject == number);
        Assert.True(await _app.StoredAsync(db => db.Trail.AnyAsync(e => e.Action == SealAlarm.KeyMissing && e.Subject == number)));
        Assert.Equal(IncidentKeys.KeyLost, (await _app.SendAsync(worker, new GetIncidentHeader(number))).Value.Title);
        await LogAsync(worker);
    }

    [Fact]
    public async Task A_destroyed_key_leaves_nothing_of_itself_in_the_key_database_or_its_log()
    {
        var (worker, number) = await LoggedAsync();
        var id = await _app.StoredAsync(db => db.Incidents.Select(i => i.Id).SingleAsync());
        var blob = await KeysAsync(db => db.Keys.Where(k => k.KeyId == id.Value && k.Kind == KeyKind.Incident).Select(k => k.Blob).SingleAsync());
        Assert.True(await HoldsAsync(blob));

        await _app.Services.GetRequiredService<IKeyShredder>().DestroyAsync([KeyOwner.Of(id)], CancellationToken.None);

        Assert.False(await HoldsAsync(blob));
        Assert.Equal(IncidentKeys.Erased, (await _app.SendAsync(worker, new GetIncidentHeader(number))).Value.Title);
    }

    [Fact]
    public void A_secret_opens_for_its_purpose_only()
    {
        var box = _app.Services.GetRequiredService<ISecretBox>();
        var secret = box.Seal("totp|one", [1, 2, 3]);

        Assert.Equal([1, 2, 3], box.Open("totp|one", secret));
        Assert.Throws<SealBrokenException>(() => box.Open("totp|two", secret));
    }

    [Fact]
    public async Task Nothing_that_was_typed_lies_in_clear_in_the_database_or_its_log()
    {
        await _app.StoredAsync(async db =>
        {
            // The log is there for as long as somebody is connected.
            await db.Database.OpenConnectionAsync();
            await LoggedAsync();
            var files = Directory.GetFiles(_app.Database.Folder, "casetracker.db*");
            Assert.True(files.Length >= 2);
            foreach (var word in (string[])["Citlali", "Ocampo", "after a press conference", "evening of the press", "Comonfort", "in uniform", "case worker by"])
            {
                foreach (var file in files)
                {
                    Assert.False(await HoldsAsync(file, System.Text.Encoding.UTF8.GetBytes(word)), $"{Path.GetFileName(file)} holds {word}.");
                }
            }

            return files.Length;
        });
    }

    private async Task<(Actor Worker, string Number)> LoggedAsync()
    {
        var worker = await _app.JoinAsync(Role.CaseWorker, await _app.FoundTeamAsync());
        return (worker, await LogAsync(worker));
    }

    private async Task<string> LogAsync(Actor worker)
    {
        var logged = await _app.SendAsync(worker, Build.AnIncident());
        Assert.Empty(logged.Refusals);
        return logged.Value;
    }

    private async Task<T> KeysAsync<T>(Func<KeyDbContext, Task<T>> work)
    {
        await using var db = await _app.Services.GetRequiredService<IDbContextFactory<KeyDbContext>>().CreateDbContextAsync();
        return await work(db);
    }

    private async Task<bool> HoldsAsync(byte[] bytes)
    {
        var found = false;
        foreach (var file in Directory.GetFiles(Path.Combine(_app.Database.Folder, "keys"), "keys.db*"))
        {
            found |= await HoldsAsync(file, bytes);
        }

        return found;
    }

    private static async Task<bool> HoldsAsync(string file, byte[] bytes)
    {
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var content = new MemoryStream();
        await stream.CopyToAsync(content);
        return content.ToArray().AsSpan().IndexOf(bytes) >= 0;
    }

    private sealed class KilledException : Exception;

    private sealed class KillAfter(int reports) : IProgress<int>
    {
        private int _left = reports;

        public void Report(int value)
        {
            if (_left-- <= 0)
            {
                throw new KilledException();
            }
        }
    }
}
