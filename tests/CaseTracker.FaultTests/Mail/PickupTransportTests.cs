using System.Net.Mail;
using CaseTracker.Application.Mail;
using CaseTracker.Domain.Mail;
using CaseTracker.Infrastructure.Mail;
using CaseTracker.Testing.Databases;

namespace CaseTracker.FaultTests.Mail;

public sealed class PickupTransportTests : IDisposable
{
    private readonly string _folder = TemporaryFolder.Create("mail");

    private static readonly Letter Letter = new(
        OutgoingMailId.From(new Guid("01919191-0000-7000-8000-00000000000a")), "worker@example.org", "es", "Tiene un seguimiento pendiente", "CT-2026-00001\r\n");

    public void Dispose() => TemporaryFolder.Delete(_folder);

    [Fact]
    public async Task Puts_one_whole_file_a_letter_and_leaves_no_other()
    {
        var transport = Transport(_folder);
        Assert.Equal(MailFailure.None, await transport.ProbeAsync(CancellationToken.None));

        Assert.Equal(MailOutcome.Accepted, await transport.SendAsync(Letter));
        Assert.Equal(MailOutcome.Accepted, await transport.SendAsync(Letter));

        var file = Assert.Single(Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories));
        Assert.Equal($"{Letter.Id.Value:N}.eml", Path.GetFileName(file));
        var message = Eml.Of(await File.ReadAllBytesAsync(file));
        Assert.Equal("worker@example.org", message.Header("To"));
        Assert.Equal("CT-2026-00001\r\n", message.Body);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_said_before_anything_is_claimed()
    {
        var file = Path.Combine(_folder, "taken");
        await File.WriteAllTextAsync(file, "");

        Assert.Equal(MailFailure.FolderUnwritable, await Transport(file).ProbeAsync(CancellationToken.None));
        Assert.Equal(new MailOutcome(MailStatus.Pending, MailFailure.FolderUnwritable), await Transport(file).SendAsync(Letter));
    }

    private static PickupTransport Transport(string folder) => new(new MailSettings { PickupDirectory = folder, Sender = new MailAddress("avisos@defensa.example") });
}
