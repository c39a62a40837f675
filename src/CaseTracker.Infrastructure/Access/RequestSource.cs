using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace CaseTracker.Infrastructure.Access;

/// <summary>Where a request comes from, as far as the sign-in has to tell sources apart, and what the browser is.</summary>
public static class RequestSource
{
    private const int NetworkBytes = 8;

    /// <summary>In the order in which they must be asked: each also names those after it.</summary>
    private static readonly (string Token, string Family)[] Browsers =
        [("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser/", "Samsung Internet"), ("Firefox/", "Firefox"), ("FxiOS/", "Firefox"), ("CriOS/", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];

    private static readonly (string Token, string Family)[] Systems =
        [("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("CrOS", "ChromeOS"), ("Macintosh", "macOS"), ("Linux", "Linux")];

    /// <summary>An IPv4 address, or the network of an IPv6 one: whoever has one address of it has them all.</summary>
    public static string Of(HttpContext? context)
    {
        var address = context?.Connection.RemoteIpAddress;
        if (address is null)
        {
            return "";
        }

        if (address.IsIPv4MappedToIPv6)
        {
            address = address.MapToIPv4();
        }

        return address.AddressFamily == AddressFamily.InterNetworkV6 ? new IPAddress([.. address.GetAddressBytes().Take(NetworkBytes), .. new byte[NetworkBytes]]).ToString() : address.ToString();
    }

    public static (string Browser, string System) Device(HttpContext? context)
    {
        var agent = context?.Request.Headers.UserAgent.ToString() ?? "";
        return (FamilyIn(agent, Browsers), FamilyIn(agent, Systems));
    }

    private static string FamilyIn(string agent, (string Token, string Family)[] known) =>
        Array.Find(known, k => agent.Contains(k.Token, StringComparison.Ordinal)).Family ?? "";
}
