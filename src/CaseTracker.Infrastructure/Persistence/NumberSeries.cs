using CaseTracker.Application.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseTracker.Infrastructure.Persistence;

/// <summary>Last incident number given out in a year.</summary>
internal sealed class NumberSeries
{
    public int Year { get; init; }

    public int Last { get; init; }
}

internal sealed class NumberSeriesConfiguration : IEntityTypeConfiguration<NumberSeries>
{
    /// <summary>Rows exist beforehand, so that two nodes never race to create a year.</summary>
    public void Configure(EntityTypeBuilder<NumberSeries> builder)
    {
        builder.ToTable("NumberSeries");
        builder.HasKey(s => s.Year);
        builder.Property(s => s.Year).ValueGeneratedNever();
        builder.HasData(Enumerable.Range(2000, 101).Select(year => new NumberSeries { Year = year, Last = 0 }));
    }
}

internal sealed class IncidentNumbers(CaseTrackerDbContext db) : IIncidentNumbers
{
    public static string Write(int year, int number) => $"CT-{year:0000}-{number:00000}";

    public async Task<string> NextAsync(int year, CancellationToken cancellationToken)
    {
        // The update locks the row until the running transaction ends: whoever comes second waits, then reads the next number.
        var updated = await db.Set<NumberSeries>().Where(s => s.Year == year).ExecuteUpdateAsync(s => s.SetProperty(x => x.Last, x => x.Last + 1), cancellationToken);
        if (updated == 0)
        {
            throw new InvalidOperationException($"No number series for {year}.");
        }

        var last = await db.Set<NumberSeries>().AsNoTracking().Where(s => s.Year == year).Select(s => s.Last).SingleAsync(cancellationToken);
        return Write(year, last);
    }
}

/// <summary>Last campaign number given out in a year.</summary>
internal sealed class CampaignSeries
{
    public int Year { get; init; }

    public int Last { get; init; }
}

internal sealed class CampaignSeriesConfiguration : IEntityTypeConfiguration<CampaignSeries>
{
    public void Configure(EntityTypeBuilder<CampaignSeries> builder)
    {
        builder.ToTable("CampaignNumberSeries");
        builder.HasKey(s => s.Year);
        builder.Property(s => s.Year).ValueGeneratedNever();
        builder.HasData(Enumerable.Range(2000, 101).Select(year => new CampaignSeries { Year = year, Last = 0 }));
    }
}

internal sealed class CampaignNumbers(CaseTrackerDbContext db) : ICampaignNumbers
{
    public async Task<string> NextAsync(int year, CancellationToken cancellationToken)
    {
        var updated = await db.Set<CampaignSeries>().Where(s => s.Year == year).ExecuteUpdateAsync(s => s.SetProperty(x => x.Last, x => x.Last + 1), cancellationToken);
        if (updated == 0)
        {
            throw new InvalidOperationException($"No number series for {year}.");
        }

        var last = await db.Set<CampaignSeries>().AsNoTracking().Where(s => s.Year == year).Select(s => s.Last).SingleAsync(cancellationToken);
        return $"CP-{year:0000}-{last:00000}";
    }
}
