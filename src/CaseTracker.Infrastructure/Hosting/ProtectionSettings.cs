using CaseTracker.Domain.Protection;
using Microsoft.Extensions.Configuration;

namespace CaseTracker.Infrastructure.Hosting;

/// <summary>By when protection measures are to be in place, as an organisation sets it.</summary>
internal static class ProtectionSettings
{
    /// <exception cref="InvalidOperationException">A setting is unusable; the message names its key.</exception>
    public static ProtectionDeadlines Read(IConfiguration configuration)
    {
        var usual = new ProtectionDeadlines();
        return new(
            Setting(nameof(usual.UrgentHours), usual.UrgentHours, ProtectionDeadlines.MostHours),
            Setting(nameof(usual.ProtectiveDays), usual.ProtectiveDays, ProtectionDeadlines.MostDays),
            Setting(nameof(usual.PreventiveDays), usual.PreventiveDays, ProtectionDeadlines.MostDays),
            Setting(nameof(usual.SystemicDays), usual.SystemicDays, ProtectionDeadlines.MostDays));

        int Setting(string name, int otherwise, int most) =>
            configuration[$"Protection:{name}"] is not { Length: > 0 } written ? otherwise
            : int.TryParse(written, out var set) && set >= 1 && set <= most ? set
            : throw new InvalidOperationException($"Protection:{name} must be a whole number from 1 to {most}.");
    }
}
