using CaseTracker.Application.Mail;
using CaseTracker.Domain.Mail;
using CaseTracker.FaultTests.FollowUps;
using CaseTracker.Infrastructure.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseTracker.FaultTests.Mail;

/// <summary>Nothing lost, nothing sent twice, no storm, and a person asked where nobody can know.</summary>
public sealed class MailQueueTests : IAsyncLifetime
{
    private MailPost _post = null!;

    public async Task InitializeAsync() => _post = await MailPost.OpenAsync();

    public Task DisposeAsync() => _post.CloseAsync();

    [Fact]
    public async Task A_server_away_for_a_day_is_asked_seldom_and_then_gets_everything_once()
    {
        await _post.Server.CloseAsync();
        await _post.AnnounceAsync();
        await _post.AnnounceAsync();

        await _post.TicksAsync(TimeSpan.FromHours(24), every: TimeSpan.FromMinutes(1));
        Assert.All(await _post.MailAsync(), m => Assert.Equal((MailStatus.Pending, MailFailure.ServerUnreachable), (m.Status, m.LastFailure)));

        // 10 s, 20 s, … 1 h: nine short waits, then one an hour.
        Assert.All(await _post.MailAsync(), m => Assert.InRange(m.Attempts, 24, 36));

        _post.Server.Open();
        await _post.TicksAsync(TimeSpan.FromHours(2), every: TimeSpan.FromMinutes(1));
        Assert.All(await _post.MailAsync(), m => Assert.Equal(MailStatus.Sent, m.Status));
        Assert.Equal(2, _post.Server.Letters.Count);
    }

    [Fact]
    public async Task A_server_that_says_nothing_costs_one_connection_until_the_wait_is_over()
    {
        _post.Server.Mood = Mood.SilentBeforeBanner;
        await _post.AnnounceAsync();
        await _post.AnnounceAsync();

        await _post.TickAsync();
        await _post.TickAsync();
        await _post.AnnounceAsync();
        await _post.TickAsync();

        Assert.Equal(1, _post.Server.Connections);
        var mail = await _post.MailAsync();
        Assert.All(mail, m => Assert.Equal(MailStatus.Pending, m.Status));
        Assert.Equal([MailFailure.None, MailFailure.ServerSilent, MailFailure.ServerSilent], mail.Select(m => m.LastFailure).Order());

        _post.Server.Mood = Mood.Obliging;
        _post.Clock.Advance(TimeSpan.FromSeconds(11));
        Assert.Equal(3, await _post.TickAsync());
    }

    [Theory]
    [InlineData(Mood.DropsAfterFinalDot, MailFailure.ConnectionLost)]
    [InlineData(Mood.SilentAfterFinalDot, MailFailure.ServerSilent)]
    public async Task A_letter_of_which_nobody_knows_is_never_resent_by_itself(Mood mood, MailFailure failure)
    {
        _post.Server.Mood = mood;
        await _post.AnnounceAsync();

        await _post.TickAsync();
        var mail = await _post.OnlyMailAsync();
        Assert.Equal((MailStatus.Uncertain, failure, 1), (mail.Status, mail.LastFailure, mail.Attempts));

        _post.Server.Mood = Mood.Obliging;
        await _post.TicksAsync(TimeSpan.FromDays(3), every: TimeSpan.FromMinutes(30));
        Assert.Single(_post.Server.Letters);
        Assert.Equal(MailStatus.Uncertain, (await _post.OnlyMailAsync()).Status);

        Assert.True((await _post.SendAsync(_post.Administrator, new ResendMail(mail.Id))).IsSuccess);
        Assert.Equal(1, await _post.TickAsync());
        Assert.Equal(2, _post.Server.Letters.Count);
        Assert.Equal(Eml.Of(_post.Server.Letters[0]).Header("Message-ID"), Eml.Of(_post.Server.Letters[1]).Header("Message-ID"));
    }

    [Fact]
    public async Task A_server_that_drops_one_letter_does_not_get_the_next_at_once()
    {
        _post.Server.Mood = Mood.DropsAfterFinalDot;
        await _post.AnnounceAsync();
        await _post.AnnounceAsync();

        await _post.TickAsync();
        await _post.TickAsync();

        Assert.Equal([MailStatus.Pending, MailStatus.Uncertain], (await _post.MailAsync()).Select(m => m.Status).Order());
        Assert.Single(_post.Server.Letters);
    }

    [Theory]
    [InlineData(Mood.PutsRecipientsOff)]
    [InlineData(Mood.PutsLettersOff)]
    public async Task Put_off_it_is_tried_again_later(Mood mood)
    {
        _post.Server.Mood = mood;
        await _post.AnnounceAsync();

        await _post.TickAsync();
        await _post.TickAsync();
        var mail = await _post.OnlyMailAsync();
        Assert.Equal((MailStatus.Pending, MailFailure.PutOff, 1), (mail.Status, mail.LastFailure, mail.Attempts));

        _post.Server.Mood = Mood.Obliging;
        _post.Clock.Advance(TimeSpan.FromSeconds(11));
        Assert.Equal(1, await _post.TickAsync());
        Assert.Single(_post.Server.Letters);
    }

    [Fact]
    public async Task Nothing_is_said_in_clear_to_a_server_that_offers_no_encryption()
    {
        var post = await MailPost.OpenAsync(MailSecurity.StartTls);
        try
        {
            await post.AnnounceAsync();
            await post.TickAsync();

            var mail = await post.OnlyMailAsync();
            Assert.Equal((MailStatus.Pending, MailFailure.NotSecure), (mail.Status, mail.LastFailure));
            Assert.Empty(post.Server.Envelopes);
        }
        finally
        {
            await post.CloseAsync();
        }
    }

    [Fact]
    public async Task Refused_it_fails_and_waits_for_a_person()
    {
        _post.Server.Mood = Mood.RefusesRecipients;
        await _post.AnnounceAsync();

        await _post.TicksAsync(TimeSpan.FromHours(3), every: TimeSpan.FromMinutes(10));
        var mail = await _post.OnlyMailAsync();
        Assert.Equal((MailStatus.Failed, MailFailure.Refused, 1), (mail.Status, mail.LastFailure, mail.Attempts));
        Assert.Single(_post.Server.Envelopes);

        Assert.True((await _post.SendAsync(_post.Administrator, new SettleMail(mail.Id))).IsSuccess);
        Assert.Equal(MailStatus.Settled, (await _post.OnlyMailAsync()).Status);
        Assert.Equal([MailErrors.NothingToDecide], (await _post.SendAsync(_post.Administrator, new SettleMail(mail.Id))).Refusals);
    }

    [Fact]
    public async Task A_sender_that_was_killed_leaves_it_uncertain()
    {
        await _post.AnnounceAsync();
        await ClaimAsync(attempt: 1);

        await _post.TickAsync();
        await _post.RunAsync<SweepMailClaims>();
        Assert.Equal(MailStatus.Sending, (await _post.OnlyMailAsync()).Status);

        _post.Clock.Advance(MailQueue.Lease + TimeSpan.FromSeconds(1));
        await _post.RunAsync<SweepMailClaims>();
        await _post.TickAsync();

        var mail = await _post.OnlyMailAsync();
        Assert.Equal((MailStatus.Uncertain, MailFailure.SenderStopped), (mail.Status, mail.LastFailure));
        Assert.Empty(_post.Server.Letters);
    }

    [Fact]
    public async Task Several_nodes_at_once_send_each_letter_once()
    {
        for (var i = 0; i < 6; i++)
        {
            await _post.AnnounceAsync();
        }

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(_post.TickAsync)));

        Assert.Equal(6, _post.Server.Letters.Count);
        Assert.All(await _post.MailAsync(), m => Assert.Equal((MailStatus.Sent, 1, MailFailure.None), (m.Status, m.Attempts, m.LastFailure)));
    }

    [Fact]
    public async Task A_node_that_slept_through_its_lease_changes_nothing_when_it_wakes()
    {
        await _post.AnnounceAsync();
        await using var scope = _post.ScopeOf(Application.Access.Actor.System());
        var sleeper = ActivatorUtilities.CreateInstance<MailQueue>(scope.ServiceProvider, new Sleeping(_post));

        await sleeper.RunAsync(CancellationToken.None);

        // While it slept its claim lapsed, a person had the letter sent again, and another node holds it now.
        var mail = await _post.OnlyMailAsync();
        Assert.Equal((MailStatus.Sending, 2), (mail.Status, mail.Attempts));
    }

    [Fact]
    public async Task Only_who_keeps_the_mail_decides_about_it()
    {
        _post.Server.Mood = Mood.RefusesRecipients;
        await _post.AnnounceAsync();
        await _post.TickAsync();
        var mail = await _post.OnlyMailAsync();

        Assert.False((await _post.SendAsync(_post.Worker, new ResendMail(mail.Id))).IsSuccess);
        Assert.False((await _post.SendAsync(_post.Worker, new SeeMail(null, 1))).IsSuccess);
        var board = (await _post.SendAsync(_post.Administrator, new SeeMail(null, 1))).Value;
        Assert.Equal((1, MailFailure.Refused, _post.Worker.DisplayName), (board.Counts[MailStatus.Failed], board.Lines[0].Failure, board.Lines[0].Member));
    }

    private Task ClaimAsync(int attempt)
    {
        DateTimeOffset? until = _post.Clock.GetUtcNow() + MailQueue.Lease;
        return _post.StoredAsync(db => db.OutgoingMail.ExecuteUpdateAsync(s => s
            .SetProperty(m => m.Status, MailStatus.Sending)
            .SetProperty(m => m.Attempts, attempt)
            .SetProperty(m => m.ClaimedUntil, until)));
    }

    /// <summary>A node that stops in the middle of a conversation, for long enough that everybody else goes on without it.</summary>
    private sealed class Sleeping(MailPost post) : IMailTransport
    {
        public Task<MailFailure> ProbeAsync(CancellationToken cancellationToken) => Task.FromResult(MailFailure.None);

        public async Task<MailOutcome> SendAsync(Letter letter)
        {
            post.Clock.Advance(MailQueue.Lease * 2);
            await post.RunAsync<SweepMailClaims>();
            await post.SendAsync(post.Administrator, new ResendMail(letter.Id));
            DateTimeOffset? until = post.Clock.GetUtcNow() + MailQueue.Lease;
            await post.StoredAsync(db => db.OutgoingMail.ExecuteUpdateAsync(s => s
                .SetProperty(m => m.Status, MailStatus.Sending)
                .SetProperty(m => m.Attempts, m => m.Attempts + 1)
                .SetProperty(m => m.ClaimedUntil, until)));
            return MailOutcome.Accepted;
        }
    }
}
