using System.Text;
using CaseTracker.Domain.Mail;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.FaultTests.Mail;

/// <summary>What leaves the house: a number, a link, and nothing else.</summary>
public sealed class LetterTests : IAsyncLifetime
{
    private MailPost _post = null!;

    public async Task InitializeAsync() => _post = await MailPost.OpenAsync();

    public Task DisposeAsync() => _post.CloseAsync();

    [Fact]
    public async Task Reaches_the_member_with_number_and_link()
    {
        var number = await _post.AnnounceAsync();

        Assert.Equal(1, await _post.TickAsync());

        var letter = Eml.Of(Assert.Single(_post.Server.Letters));
        var address = await _post.StoredAsync(db => db.Members.Where(m => m.Id == _post.Worker.Id).Select(m => m.Email).SingleAsync());
        Assert.Equal(address, letter.Header("To"));
        Assert.Equal("avisos@defensa.example", letter.Header("From"));
        Assert.Equal("Something is waiting for you", letter.Header("Subject"));
        Assert.Equal("auto-generated", letter.Header("Auto-Submitted"));
        Assert.Contains(number, letter.Body, StringComparison.Ordinal);
        Assert.Contains("https://casos.defensa.example/notices", letter.Body, StringComparison.Ordinal);
        Assert.Equal((MailStatus.Sent, 1), await StatusAsync());
    }

    [Fact]
    public async Task Is_the_same_for_every_incident_byte_for_byte_but_for_the_number()
    {
        var first = await _post.AnnounceAsync();
        var second = await _post.AnnounceAsync();

        await _post.TickAsync();

        var letters = _post.Server.Letters.Select(Eml.Of).ToList();
        Assert.Equal(2, letters.Count);
        var one = letters.Single(l => l.Body.Contains(first, StringComparison.Ordinal));
        var other = letters.Single(l => l.Body.Contains(second, StringComparison.Ordinal));
        Assert.Equal(one.Without(first), other.Without(second));
        Assert.DoesNotContain(first, one.Head, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_no_person_place_act_or_machine()
    {
        await _post.AnnounceAsync();
        await _post.TickAsync();

        var letter = Eml.Of(Assert.Single(_post.Server.Letters));
        var whole = letter.Head + letter.Body;
        Assert.All(
            ["Citlali", "Ocampo", "Tlapa", "GRO", "Threats", "press conference", "0201030201", Environment.MachineName],
            told => Assert.DoesNotContain(told, whole, StringComparison.OrdinalIgnoreCase));
        Assert.All(_post.Server.Greetings, name => Assert.Equal("defensa.example", name));
        Assert.Matches("^<[0-9a-f]{32}@defensa.example>$", letter.Header("Message-ID"));
    }

    [Fact]
    public async Task Is_written_in_the_members_language()
    {
        await _post.StoredAsync(async db =>
        {
            (await db.Members.SingleAsync(m => m.Id == _post.Worker.Id)).Speak("es", _post.Clock.GetUtcNow());
            return await db.SaveChangesAsync();
        });
        await _post.AnnounceAsync();
        await _post.TickAsync();

        var letter = Eml.Of(Assert.Single(_post.Server.Letters));
        Assert.Equal("Tiene un aviso pendiente", letter.Header("Subject"));
        Assert.Contains("Inicie sesión", letter.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Does_not_go_to_a_member_who_left_in_the_meantime()
    {
        await _post.AnnounceAsync();
        await _post.StoredAsync(async db =>
        {
            var member = await db.Members.Include(m => m.Memberships).SingleAsync(m => m.Id == _post.Worker.Id);
            member.Change(member.DisplayName, member.Role, member.Teams, active: false, _post.Clock.GetUtcNow());
            return await db.SaveChangesAsync();
        });

        await _post.TickAsync();

        Assert.Empty(_post.Server.Letters);
        var mail = await _post.OnlyMailAsync();
        Assert.Equal((MailStatus.Failed, MailFailure.RecipientNotConcerned), (mail.Status, mail.LastFailure));
    }

    [Fact]
    public async Task Keeps_letters_out_of_the_database()
    {
        await _post.AnnounceAsync();
        await _post.TickAsync();

        await using var file = new FileStream(Path.Combine(_post.Database.Folder, "casetracker.db"), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes);
        Assert.DoesNotContain("Something about", Encoding.UTF8.GetString(bytes.ToArray()), StringComparison.Ordinal);
    }

    private async Task<(MailStatus Status, int Attempts)> StatusAsync()
    {
        var mail = await _post.OnlyMailAsync();
        return (mail.Status, mail.Attempts);
    }
}
