namespace CaseTracker.Testing;

/// <summary>The source tree that the tests were built from, for rules about files and not about types.</summary>
public static class Repository
{
    public static string Root { get; } = Find();

    /// <summary>Files that people write: nothing that a build makes or a package brings.</summary>
    /// <param name="folder">Below the root, e.g. <c>src</c>.</param>
    /// <param name="pattern">For example <c>*.cs</c>.</param>
    public static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories)
            .Where(f => !Path.GetRelativePath(Root, f).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "node_modules" or "lib" or "Migrations"));

    public static string Relative(string file) => Path.GetRelativePath(Root, file).Replace(Path.DirectorySeparatorChar, '/');

    private static string Find()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "CaseTracker.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests do not run from inside the repository.");
        }

        return folder;
    }
}
