using CaseTracker.Application.Access;
using Microsoft.AspNetCore.Http;

namespace CaseTracker.Infrastructure.Access;

/// <summary>Where a request comes from, as far as the sign-in has to tell sources apart, and what the browser is.</summary>
public static class RequestSource
{
    /// <summary>In the order in which they must be asked: each also names those after it.</summary>
    private static readonly (string Token, string Family)[] Browsers =
        [("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser/", "Samsung Internet"), ("Firefox/", "Firefox"), ("FxiOS/", "Firefox"), ("CriOS/", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];

    private static readonly (string Token, string Family)[] Systems =
        [("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("CrOS", "ChromeOS"), ("Macintosh", "macOS"), ("Linux", "Linux")];

    public static string Of(HttpContext? context) => SourceNetwork.Of(context?.Connection.RemoteIpAddress);

    public static (string Browser, string System) Device(HttpContext? context)
    {
        var agent = context?.Request.Headers.UserAgent.ToString() ?? "";
        return (FamilyIn(agent, Browsers), FamilyIn(agent, Systems));
    }

    private static string FamilyIn(string agent, (string Token, string Family)[] known) =>
        Array.Find(known, k => agent.Contains(k.Token, StringComparison.Ordinal)).Family ?? "";
}
