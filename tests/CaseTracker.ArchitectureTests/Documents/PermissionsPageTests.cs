using CaseTracker.Application.Access;
using CaseTracker.Domain.Access;
using CaseTracker.Testing;

namespace CaseTracker.ArchitectureTests.Documents;

/// <summary>What docs/permissions.md promises is what the code grants.</summary>
public sealed class PermissionsPageTests
{
    private static readonly string[][] Table =
    [
        .. File.ReadAllLines(Path.Combine(Repository.Root, "docs", "permissions.md"))
            .SkipWhile(line => !line.StartsWith('|'))
            .TakeWhile(line => line.StartsWith('|'))
            .Select(line => line.Trim('|').Split('|').Select(cell => cell.Trim()).ToArray()),
    ];

    [Fact]
    public void Every_permission_has_one_row_and_every_role_one_column()
    {
        Assert.Equal(Enum.GetNames<Permission>(), Table.Skip(2).Select(row => row[0]));
        Assert.Equal(Enum.GetNames<Role>().Order(), Table[0].Skip(2).Order());
    }

    [Fact]
    public void Every_cell_says_what_the_code_grants()
    {
        var promised = from row in Table.Skip(2)
                       from column in Enumerable.Range(2, Table[0].Length - 2)
                       select (Role: Enum.Parse<Role>(Table[0][column]), Permission: Enum.Parse<Permission>(row[0]), Granted: row[column] == "yes");
        Assert.All(promised, cell => Assert.True(cell.Role.Allows(cell.Permission) == cell.Granted, $"{cell.Role}: {cell.Permission}"));
    }
}
