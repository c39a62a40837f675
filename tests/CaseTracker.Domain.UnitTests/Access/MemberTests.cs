using CaseTracker.Domain.Access;
using CaseTracker.Domain.Shared;
using CaseTracker.Domain.UnitTests.Builders;

namespace CaseTracker.Domain.UnitTests.Access;

public class MemberTests
{
    [Fact]
    public void Is_invited_into_each_team_once()
    {
        var member = Invite("ana@example.org", teams: [Some.Team, Some.Team, Some.OtherTeam]).Value;

        Assert.Equal([Some.Team, Some.OtherTeam], member.Teams);
        Assert.True(member.IsActive);
    }

    [Theory]
    [InlineData("ana")]
    [InlineData("@example.org")]
    [InlineData("ana@example")]
    [InlineData("ana@.org")]
    [InlineData("ana@example.")]
    [InlineData("ana@eva@example.org")]
    [InlineData("ana eva@example.org")]
    public void Refuses_an_address_that_no_mail_reaches(string email) => Refused.With(MemberErrors.EmailUnusable, Invite(email));

    [Fact]
    public void Refuses_an_address_that_smuggles_a_header() => Refused.With(SharedErrors.NotOneLine.On("Email"), Invite("ana@example.org\r\nBcc: x@example.org"));

    [Fact]
    public void Refuses_a_role_that_does_not_exist() => Refused.With(SharedErrors.UnknownTerm.On("Role"), Invite("ana@example.org", (Role)0));

    [Fact]
    public void Refuses_no_name() => Refused.With(SharedErrors.Required.On("DisplayName"), Member.Invite(Some.Worker, "", "ana@example.org", Role.CaseWorker, "es", [], Some.Now));

    [Theory]
    [InlineData("es", "es")]
    [InlineData("en", "en")]
    [InlineData("fr", "en")]
    public void Is_written_to_in_one_of_two_languages(string asked, string language) =>
        Assert.Equal(language, Member.Invite(Some.Worker, "Ana", "ana@example.org", Role.CaseWorker, asked, [], Some.Now).Value.Language);

    [Fact]
    public void Leaves_and_joins_teams_as_told()
    {
        var member = Invite("ana@example.org", teams: [Some.Team]).Value;

        Assert.True(member.Change("Ana R.", Role.Supervisor, [Some.OtherTeam], active: false, Some.Now).IsSuccess);
        Assert.Equal([Some.OtherTeam], member.Teams);
        Assert.Equal((Role.Supervisor, false, 2), (member.Role, member.IsActive, member.Version));
    }

    [Fact]
    public void A_refused_change_changes_nothing()
    {
        var member = Invite("ana@example.org", teams: [Some.Team]).Value;

        Refused.With(SharedErrors.UnknownTerm.On("Role"), member.Change("Eva", (Role)77, [], active: false, Some.Now));
        Assert.Equal(("Ana", Role.CaseWorker, true, 1), (member.DisplayName, member.Role, member.IsActive, member.Version));
        Assert.Equal([Some.Team], member.Teams);
    }

    [Fact]
    public void Refuses_a_team_without_a_name() => Refused.With(SharedErrors.Required.On("Name"), Team.Found(Some.Team, "\u200B", Some.Now));

    private static Result<Member> Invite(string email, Role role = Role.CaseWorker, params TeamId[] teams) =>
        Member.Invite(Some.Worker, "Ana", email, role, "es", teams, Some.Now);
}
