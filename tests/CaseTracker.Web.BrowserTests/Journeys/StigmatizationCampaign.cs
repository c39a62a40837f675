using System.Text.RegularExpressions;
using CaseTracker.Web.BrowserTests.Running;

namespace CaseTracker.Web.BrowserTests.Journeys;

/// <summary>
/// The incident that the first release describes: in 2016 media outlets accuse defenders in Mexico of fraud and corruption.
/// Typed as a case worker types it, with rows for a second victim and a second act added on the way.
/// </summary>
public sealed partial class StigmatizationCampaign(Window window, string suffix)
{
    public string[] Victims { get; } = [$"Ximena Tzotzil {suffix}", $"Nicanor Huautla {suffix}"];

    public async Task FillAsync()
    {
        await window.GoAsync("/incidents/log");
        await window.FillAsync("Form.Victims[0].Name", Victims[0]);
        await window.SendAsync("add-victim");
        Assert.Equal(Victims[0], await window.ValueOfAsync("Form.Victims[0].Name"));
        await window.FillAsync("Form.Victims[1].Name", Victims[1]);

        await window.ChooseAsync("Form.Acts[0].Code", "CT-STG-1");
        await window.SendAsync("add-act");
        Assert.Equal("CT-STG-1", await window.ValueOfAsync("Form.Acts[0].Code"));
        await window.ChooseAsync("Form.Acts[1].Code", "14010102");
        await window.ChooseAsync("Form.Acts[1].Victim", "1");

        await window.UnfoldAsync();
        await window.Page.CheckAsync("[name='Form.Accusations'][value='CT-NAR-1']");
        await window.Page.CheckAsync("[name='Form.Accusations'][value='CT-NAR-2']");
        await window.ChooseAsync("Form.Perpetrators[0].Perpetrator", "CT-PER-2");
        await window.FillAsync("Form.StartedOn.Year", "2016");
        await window.ChooseAsync("Form.State", "MX-CMX");
        await window.ChooseAsync("Form.Sources[0].Material", "CT-MAT-1");
        await window.ChooseAsync("Form.Consent", "C1");
        await window.FillAsync("Form.Narrative", "Columns and radio programmes repeat the same accusations for weeks.");
    }

    /// <summary>Presses "log", and says that it is another incident where the site asks whether it is on record already.</summary>
    /// <returns>The new incident's number.</returns>
    public async Task<string> LogAsync()
    {
        await window.SendAsync("log");
        return await LogIfAskedAsync();
    }

    public async Task<string> LogIfAskedAsync()
    {
        if (window.Path == "/incidents/log")
        {
            await window.Page.CheckAsync("[name='Form.DuplicatesSeen']:visible");
            await window.SendAsync("log");
        }

        return NumberInPath().Match(window.Path) is { Success: true } match
            ? match.Groups[1].Value
            : throw new InvalidOperationException($"Logging ended at {window.Page.Url}: {await window.MainTextAsync()}");
    }

    [GeneratedRegex("^/incidents/(CT-[0-9]+-[0-9]+)$")]
    private static partial Regex NumberInPath();
}
