using CaseTracker.Application.Access;
using CaseTracker.Application.Audit;
using CaseTracker.Application.Confidentiality;
using CaseTracker.Application.FollowUps;
using CaseTracker.Domain.FollowUps;
using CaseTracker.Web.Http;

namespace CaseTracker.Web.Pages.Notices;

/// <summary>Where a notice leads.</summary>
internal static class NoticeAddress
{
    /// <returns>Null where there is nothing that the reader may open.</returns>
    public static string? Of(NoticeLine line, bool mayAudit, SoughtWords words) =>
        line.Number is not null ? AddressOf(line)
        : line.IsOwn ? "/account/sessions"
        : line.Kind is NoticeKind.ReplyOverdue or NoticeKind.TrackingErased ? $"/interventions/{Guid.ParseExact(line.Subject!, "N")}"
        : line.Kind == NoticeKind.CampaignErased ? $"/campaigns/{line.Subject}"
        : mayAudit ? $"/audit?action={ActionOf(line.Kind)}" + (line.Subject is null ? null : $"&subject={words.Hide(line.Subject)}")
        : null;

    private static string ActionOf(NoticeKind kind) => kind switch
    {
        NoticeKind.SealBroken => SealAlarm.Action,
        NoticeKind.KeyMissing => SealAlarm.KeyMissing,
        NoticeKind.TrailFault => TrailAlarm.Action,
        NoticeKind.SignInReset => nameof(ResetSecondFactor),
        NoticeKind.SetUpLinkMade => nameof(InviteAgain),
        NoticeKind.MemberAdded => nameof(AddMember),
        NoticeKind.RoleChanged or NoticeKind.TeamsChanged => nameof(ChangeMember),
        _ => nameof(RaiseReadingAlarm),
    };

    private static string AddressOf(NoticeLine line) =>
        $"/incidents/{line.Number}" + line.Kind switch
        {
            NoticeKind.HandOverProposed => "/hand-over",
            NoticeKind.IdentityOpened or NoticeKind.LeftIdentityOpened => "/people",
            NoticeKind.HandOverDeclined or NoticeKind.IncidentTaken => "/history",
            NoticeKind.IncidentLogged or NoticeKind.IncidentAssigned or NoticeKind.HandOverAccepted or NoticeKind.AccessGiven => "",
            _ => "/follow-ups",
        };
}
