using CaseTracker.Domain.Access;
using Microsoft.EntityFrameworkCore;

namespace CaseTracker.Application.Access;

/// <summary>Display names of the colleagues who appear on one page.</summary>
public sealed class MemberNames(IReadOnlyDictionary<MemberId, string> names)
{
    /// <summary>Empty for nobody (a job did it).</summary>
    public string Of(MemberId? member) => member is { } id && names.TryGetValue(id, out var name) ? name : "";
}

public static class MemberNaming
{
    public static async Task<MemberNames> NamesAsync(this IQueryable<Member> members, IEnumerable<MemberId> ids, CancellationToken cancellationToken)
    {
        var wanted = ids.Distinct().ToList();
        return new MemberNames(wanted.Count == 0
            ? new Dictionary<MemberId, string>()
            : await members.AsNoTracking().Where(m => wanted.Contains(m.Id)).Select(m => new { m.Id, m.DisplayName }).ToDictionaryAsync(m => m.Id, m => m.DisplayName, cancellationToken));
    }
}
