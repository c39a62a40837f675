using CaseTracker.Testing;
using Microsoft.Playwright;

namespace CaseTracker.Web.BrowserTests.Running;

/// <summary>Accessibility rules (axe-core), run inside the page.</summary>
public static class Axe
{
    /// <summary>Given to the browser and not put into the page, which the content security policy would rightly refuse.</summary>
    public static string Script { get; } = Path.Combine(Repository.Root, "node_modules", "axe-core", "axe.min.js");

    /// <returns>One line a violated element.</returns>
    public static async Task<IReadOnlyList<string>> ViolationsAsync(IPage page) => await page.EvaluateAsync<string[]>(
        """
        async () => (await axe.run(document, { resultTypes: ['violations'] })).violations
            .flatMap(v => v.nodes.map(n => `${v.id}: ${n.target.join(' ')} ${n.any.concat(n.all, n.none).map(c => c.message).join('; ').slice(0, 300)}`))
        """);
}
