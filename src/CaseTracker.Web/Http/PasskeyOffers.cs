using CaseTracker.Application.Access;
using Microsoft.AspNetCore.Mvc;

namespace CaseTracker.Web.Http;

/// <param name="Action">Where the answer is sent.</param>
/// <param name="OptionsAction">Where the question is fetched.</param>
/// <param name="Label">Of the button.</param>
/// <param name="Fields">Hidden ones that go along.</param>
public sealed record PasskeyButton(string Action, string OptionsAction, string Label, params (string Name, string? Value)[] Fields);

public static class PasskeyOffers
{
    public static ContentResult Json(this PasskeyOffer offer) =>
        new() { Content = $$"""{"state":"{{offer.State}}","options":{{offer.Options}}}""", ContentType = "application/json; charset=utf-8" };
}
