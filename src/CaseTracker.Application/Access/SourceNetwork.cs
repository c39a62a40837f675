using System.Net;
using System.Net.Sockets;

namespace CaseTracker.Application.Access;

/// <summary>What counts as one source of requests, wherever sources are counted or limited.</summary>
public static class SourceNetwork
{
    private const int NetworkBytes = 8;

    /// <summary>An IPv4 address, or the network of an IPv6 one: whoever has one address of it has them all.</summary>
    /// <returns>Empty if nobody knows.</returns>
    public static string Of(IPAddress? address)
    {
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
}
