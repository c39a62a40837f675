using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Persistence;

/// <summary>Tells apart what databases mean when they refuse to store something.</summary>
public interface IDatabaseFaults
{
    /// <summary>True if another row already holds a value that must be unique.</summary>
    bool IsUniqueViolation(DbUpdateException fault);

    /// <summary>The database's own code, to be looked up; null for what is no fault of a database. What it says in words can hold the value that it refuses.</summary>
    string? CodeOf(Exception fault);
}
