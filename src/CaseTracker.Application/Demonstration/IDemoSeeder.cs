namespace CaseTracker.Application.Demonstration;

/// <summary>Writes synthetic incidents, labelled as demonstration: the same seed gives the same incidents.</summary>
public interface IDemoSeeder
{
    /// <param name="incidents">How many to add.</param>
    /// <param name="seed">Any number; the same one repeats the same incidents.</param>
    /// <param name="progress">Told how many are written so far.</param>
    /// <param name="cancellationToken">Stops between batches; what is written stays.</param>
    Task SeedAsync(int incidents, int seed, IProgress<int> progress, CancellationToken cancellationToken);
}
