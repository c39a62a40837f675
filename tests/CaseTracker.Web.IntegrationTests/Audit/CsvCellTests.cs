using CaseTracker.Web.Http;

namespace CaseTracker.Web.IntegrationTests.Audit;

public sealed class CsvCellTests
{
    [Theory]
    [InlineData("=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\"")]
    [InlineData("+cmd|", "\"'+cmd|\"")]
    [InlineData("-1", "\"'-1\"")]
    [InlineData("@SUM", "\"'@SUM\"")]
    [InlineData("%x", "\"'%x\"")]
    [InlineData("|x", "\"'|x\"")]
    [InlineData("\t=x", "\"'\t=x\"")]
    [InlineData("\r=x", "\"'\r=x\"")]
    [InlineData("\0=x", "\"'=x\"")]
    [InlineData("\uFEFF=x", "\"'\uFEFF=x\"")]
    [InlineData("\u200B\u200D=x", "\"'\u200B\u200D=x\"")]
    [InlineData(" =x", "\"' =x\"")]
    [InlineData("\uFF1Dx", "\"'\uFF1Dx\"")]
    [InlineData("a=b", "\"a=b\"")]
    [InlineData("Núñez, \"Citlali\"", "\"Núñez, \"\"Citlali\"\"\"")]
    [InlineData("", "\"\"")]
    [InlineData(null, "\"\"")]
    public void Is_a_text_and_never_a_formula(string? text, string cell) => Assert.Equal(cell, CsvDownload.Cell(text));
}
