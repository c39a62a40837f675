using CaseTracker.Domain.Shared;

namespace CaseTracker.Domain.Access;

/// <summary>Somebody of the organisation who works here. Their sign-in is kept apart, under the same id.</summary>
public sealed class Member : AggregateRoot<MemberId>
{
    public const int NameLimit = 80;
    public const int EmailLimit = 254;

    private readonly List<TeamMembership> _memberships = [];

    private Member()
    {
    }

    public string DisplayName { get; private set; } = "";

    public string Email { get; private set; } = "";

    public Role Role { get; private set; }

    /// <summary>Language of the mails sent to them: <c>en</c> or <c>es</c>.</summary>
    public string Language { get; private set; } = "en";

    public bool IsActive { get; private set; } = true;

    public IReadOnlyList<TeamMembership> Memberships => _memberships;

    public IEnumerable<TeamId> Teams => _memberships.Select(m => m.TeamId);

    public static Result<Member> Invite(MemberId id, string? displayName, string? email, Role role, string language, IEnumerable<TeamId> teams, DateTimeOffset at)
    {
        var refusals = new List<Refusal>();
        var name = CleanText.Line(displayName, NameLimit, nameof(DisplayName), required: true);
        refusals.AddRange(name.Refusals);
        var address = CleanText.Line(email, EmailLimit, nameof(Email), required: true);
        refusals.AddRange(address.Refusals);
        if (address.IsSuccess && !LooksLikeAnAddress(address.Value!))
        {
            refusals.Add(MemberErrors.EmailUnusable);
        }

        if (!Enum.IsDefined(role))
        {
            refusals.Add(SharedErrors.UnknownTerm.On(nameof(Role)));
        }

        if (refusals.Count > 0)
        {
            return refusals;
        }

        var member = new Member
        {
            Id = id,
            DisplayName = name.Value!,
            Email = address.Value!,
            Role = role,
            Language = language == "es" ? "es" : "en",
            CreatedAt = at,
        };
        member._memberships.AddRange(teams.Distinct().Select(t => new TeamMembership(id, t)));
        member.Created(at);
        return member;
    }

    public Result Change(string? displayName, Role role, IEnumerable<TeamId> teams, bool active, DateTimeOffset at)
    {
        var name = CleanText.Line(displayName, NameLimit, nameof(DisplayName), required: true);
        if (!name.IsSuccess)
        {
            return Result.Of(name.Refusals);
        }

        if (!Enum.IsDefined(role))
        {
            return SharedErrors.UnknownTerm.On(nameof(Role));
        }

        DisplayName = name.Value!;
        Role = role;
        IsActive = active;
        var wanted = teams.Distinct().ToList();
        _memberships.RemoveAll(m => !wanted.Contains(m.TeamId));
        _memberships.AddRange(wanted.Except(Teams.ToList()).Select(t => new TeamMembership(Id, t)));
        Changed(at);
        return Result.Success;
    }

    public void Speak(string language, DateTimeOffset at)
    {
        Language = language == "es" ? "es" : "en";
        Changed(at);
    }

    private static bool LooksLikeAnAddress(string email)
    {
        var at = email.IndexOf('@');
        return at > 0 && at == email.LastIndexOf('@') && email.IndexOf('.', at) > at + 1 && !email.EndsWith('.') && !email.Any(char.IsWhiteSpace);
    }
}

public sealed class TeamMembership
{
    internal TeamMembership(MemberId memberId, TeamId teamId)
    {
        MemberId = memberId;
        TeamId = teamId;
    }

    public MemberId MemberId { get; private init; }

    public TeamId TeamId { get; private init; }
}

/// <summary>People who work on the same incidents and see them together.</summary>
public sealed class Team : AggregateRoot<TeamId>
{
    public const int NameLimit = 80;

    private Team()
    {
    }

    public string Name { get; private set; } = "";

    public static Result<Team> Found(TeamId id, string? name, DateTimeOffset at)
    {
        var clean = CleanText.Line(name, NameLimit, nameof(Name), required: true);
        if (!clean.IsSuccess)
        {
            return clean.Refusals.ToList();
        }

        var team = new Team { Id = id, Name = clean.Value!, CreatedAt = at };
        team.Created(at);
        return team;
    }
}

public static class MemberErrors
{
    public static readonly Refusal EmailUnusable = new("member.email_unusable", Field: nameof(Member.Email));
    public static readonly Refusal EmailTaken = new("member.email_taken", Field: nameof(Member.Email));
    public static readonly Refusal LastAdministrator = new("member.last_administrator");
    public static readonly Refusal TeamMissing = new("member.team_missing", Field: "Teams");
    public static readonly Refusal TeamNameTaken = new("member.team_name_taken", Field: "Name");
}
