namespace CaseTracker.Web.IntegrationTests.CommandLine;

/// <summary>The command line as an operator meets it: exit code 0 for success, 1 for a refusal in a sentence, 2 for wrong usage.</summary>
public sealed class VerbTests : IDisposable
{
    private readonly Console _console = new();

    public static TheoryData<string> WrongUsage =>
    [
        "frobnicate", "seed", "seed --demo", "seed --demo x", "seed --demo 0", "seed --demo -1", "seed --demo 1000001", "seed --demo 9223372036854775808", "seed --demo 1 --seed x",
        "user", "user add", "user add --email a@example.org", "user add --email a@example.org --role Owner", "user add --role Auditor", "user add --email a@example.org --role Auditor --language fr",
        "migrate now", "migrate --nonsense",
    ];

    public static TheoryData<string, string> Refused => new()
    {
        { "migrate --Database:Provider=Oracle", "Database:Provider" },
        { "migrate --Database:Provider=PostgreSql", "ConnectionStrings:CaseTracker" },
        { "migrate --Jobs:Engine=Hangfire", "full edition" },
        { "migrate --Jobs:Engine=Cron", "Jobs:Engine" },
        { "migrate --Reminders:LeadDays=999", "Reminders:LeadDays" },
        { "user add --email nobody --role Auditor", "Email" },
        { "migrate --Database:Provider=PostgreSql --ConnectionStrings:CaseTracker=Host=127.0.0.1;Port=1;Database=a;Username=b --ConnectionStrings:Keys=Host=127.0.0.1;Port=1;Username=c;Database=a", "must name another database" },
        { "migrate --Database:Provider=PostgreSql --ConnectionStrings:CaseTracker=Host=127.0.0.1;Port=1;Database=a;Username=b", "ConnectionRefused" },
        { "migrate --Database:Provider=SqlServer --ConnectionStrings:CaseTracker=Server=here;Database=a;User=b --ConnectionStrings:Keys=Server=HERE;Database=A;User=c", "must name another database" },
        { "migrate --ConnectionStrings:CaseTracker=DataSource=a.db --ConnectionStrings:Keys=DataSource=./a.db", "must name another database" },
    };

    [Theory]
    [InlineData("--help")]
    [InlineData("serve --help")]
    [InlineData("migrate --help")]
    [InlineData("seed --help")]
    [InlineData("user --help")]
    [InlineData("user add --help")]
    public async Task Explains_itself(string words)
    {
        var (code, said) = await _console.RunAsync(words.Split(' '));

        Assert.Equal(0, code);
        Assert.Contains("Usage:", said, StringComparison.Ordinal);
        Assert.False(File.Exists(_console.Database));
    }

    [Theory]
    [MemberData(nameof(WrongUsage))]
    public async Task Wrong_usage_is_2_and_does_nothing(string words)
    {
        var (code, said) = await _console.RunAsync(words.Split(' '));

        Assert.True(code == 2, $"{code}: {said}");
        Assert.False(File.Exists(_console.Database));
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task A_refusal_is_1_and_a_sentence(string words, string names)
    {
        var (code, said) = await _console.RunAsync(words.Split(' '));

        Assert.True(code == 1, $"{code}: {said}");
        Assert.Contains(names, said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
    }

    /// <summary>The file may lie where other accounts of the machine come and go.</summary>
    [Fact]
    public async Task A_database_outside_the_data_folder_is_for_its_owner_alone()
    {
        if (OperatingSystem.IsWindows())
        {
            // There, files have the permissions of their folder.
            return;
        }

        var elsewhere = Directory.CreateDirectory(Path.Combine(_console.Folder, "elsewhere")).FullName;
        var (main, keys) = (Path.Combine(elsewhere, "main.db"), Path.Combine(elsewhere, "keys.db"));
        string[] settings = [$"--ConnectionStrings:CaseTracker=Data Source={main}", $"--ConnectionStrings:Keys=Data Source={keys}"];
        var (code, said) = await _console.RunAsync(["migrate", .. settings]);
        Assert.True(code == 0, said);
        foreach (var file in Directory.GetFiles(elsewhere))
        {
            Assert.Equal((file, UnixFileMode.UserRead | UnixFileMode.UserWrite), (file, File.GetUnixFileMode(file)));
        }

        // From a version that left it open; a group that was let in on purpose stays.
        File.SetUnixFileMode(main, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        (code, said) = await _console.RunAsync(["audit", "verify", .. settings]);
        Assert.True(code == 0, said);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead, File.GetUnixFileMode(main));
    }

    [Fact]
    public async Task A_database_that_refuses_is_told_of_by_its_code()
    {
        await File.WriteAllTextAsync(_console.Database, "no database, but Citlali Ocaranza");

        var (code, said) = await _console.RunAsync("migrate");

        Assert.Equal(1, code);
        Assert.Contains("The database did not answer as expected: SqliteException 26.", said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("migrate")]
    [InlineData("audit verify")]
    [InlineData("keys rotate")]
    [InlineData("serve")]
    public async Task A_data_folder_that_cannot_be_is_refused_in_a_sentence(string words)
    {
        var (code, said) = await _console.RunAsync([.. words.Split(' '), "--Data:Directory=/proc/nope"], ownFolder: false);

        Assert.True(code == 1, $"{code}: {said}");
        Assert.Contains("Data:Directory", said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_its_version_edition_and_database()
    {
        Assert.Matches("^CaseTracker [0-9]+\\.[0-9]+\\.[0-9]+, (default|full) edition, database Sqlite\\s*$", (await _console.RunAsync("--version")).Said);
        Assert.EndsWith("database SqlServer", (await _console.RunAsync("--version", "--Database:Provider=SqlServer")).Said.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Migrates_as_often_as_it_is_asked()
    {
        var first = await _console.RunAsync("migrate");
        var second = await _console.RunAsync("migrate");

        Assert.Equal((0, 0), (first.Code, second.Code));
        Assert.Contains("up to date", second.Said, StringComparison.Ordinal);
        Assert.NotEmpty(_console.Read("SELECT Code FROM Terms"));
    }

    [Fact]
    public async Task Adds_the_same_incidents_for_the_same_seed()
    {
        using var other = new Console();
        foreach (var console in new[] { _console, other })
        {
            var (code, said) = await console.RunAsync("seed", "--demo", "12", "--seed", "7");
            Assert.True(code == 0, said);
            Assert.Contains("12 demonstration incidents", said, StringComparison.Ordinal);
        }

        const string Incidents = "SELECT Number || FirstDay || PriorityCode FROM Incidents ORDER BY Number";
        Assert.Equal(12, _console.Read(Incidents).Count);
        Assert.Equal(_console.Read(Incidents), other.Read(Incidents));
        Assert.Equal(["1"], _console.Read("SELECT DISTINCT IsDemonstration FROM Incidents"));
    }

    [Fact]
    public async Task Adds_somebody_once_and_prints_a_link_to_the_public_address()
    {
        string[] words = ["user", "add", "--email", "nadia@example.org", "--role", "CaseWorker", "--team", "North", "--Site:PublicAddress=https://casos.example.org"];

        var added = await _console.RunAsync(words);
        var again = await _console.RunAsync(words);

        Assert.Equal(0, added.Code);
        Assert.Contains("https://casos.example.org/account/set-up?", added.Said, StringComparison.Ordinal);
        Assert.Equal(1, again.Code);
        Assert.DoesNotContain("set-up", again.Said, StringComparison.Ordinal);
        Assert.Equal(["1"], _console.Read("SELECT COUNT(*) FROM Members WHERE Email = 'nadia@example.org'"));
    }

    [Theory]
    [InlineData("migrate")]
    [InlineData("seed --demo 1")]
    [InlineData("user add --email nadia@example.org --role Auditor")]
    [InlineData("serve --urls http://127.0.0.1:7480")]
    public async Task A_database_of_another_version_is_refused_and_left_untouched(string words)
    {
        Assert.Equal(0, (await _console.RunAsync("migrate")).Code);
        _console.Read("INSERT INTO __EFMigrationsHistory (MigrationId, ProductVersion) VALUES ('29990101000000_Later', '99.0.0')");
        _console.Read("PRAGMA wal_checkpoint(TRUNCATE)");
        var before = await File.ReadAllBytesAsync(_console.Database);

        var (code, said) = await _console.RunAsync(words.Split(' '));

        Assert.True(code == 1, $"{code}: {said}");
        Assert.Contains("another version of CaseTracker", said, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(_console.Database));
    }

    public void Dispose() => _console.Dispose();
}
