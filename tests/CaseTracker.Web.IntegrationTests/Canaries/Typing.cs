using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace CaseTracker.Web.IntegrationTests.Canaries;

/// <param name="Target">Address and button.</param>
/// <param name="Field">Without the number of a row.</param>
internal sealed record Typed(string Page, string Target, string Field, Canary Canary, bool WasTaken);

/// <summary>Types a canary of its own into every text of every form that it is shown, sends it by every button, and remembers what came of it.</summary>
internal sealed class Typing(CanaryBook book)
{
    /// <summary>A form that is refused may be taken on another page, where there is something to choose.</summary>
    private const int MostTries = 3;

    private readonly Dictionary<(string Page, string Target), int> _tries = [];
    private readonly HashSet<(string Page, string Target)> _taken = [];
    private readonly List<Typed> _typed = [];

    public IReadOnlyList<Typed> All => _typed;

    /// <returns>Where the answers led to.</returns>
    public async Task<IReadOnlyList<string>> TypeAsync(Reader reader, string address, IDocument page)
    {
        var led = new List<string>();
        foreach (var (form, target) in FormOnPage.In(address, page).Where(f => f.Texts.Count > 0).SelectMany(f => f.Targets.Select(t => (f, t))))
        {
            var key = (form.Page, target.Name);
            if (_taken.Contains(key) || _tries.GetValueOrDefault(key) >= MostTries)
            {
                continue;
            }

            if (_tries.GetValueOrDefault(key) == 0 && form is { HasQuestions: true, IsGet: false })
            {
                await SendAsync(reader, address, form.Page, target.Name, isWhole: false);
            }

            using var answer = await SendAsync(reader, address, form.Page, target.Name);
            _tries[key] = _tries.GetValueOrDefault(key) + (answer is null ? 0 : 1);
            if (answer?.Headers.Location is { } next)
            {
                led.Add(next.OriginalString);
            }
        }

        return led;
    }

    /// <summary>Sends the form of a page, opened anew, by one of its buttons.</summary>
    /// <param name="target">End of the name of the button or the address; null for the first.</param>
    /// <param name="isWhole">False to type and choose nothing.</param>
    /// <param name="answers">To questions of this form.</param>
    /// <returns>Null if the page no longer shows it.</returns>
    public async Task<HttpResponseMessage?> SendAsync(Reader reader, string address, string? page = null, string? target = null, bool isWhole = true, params (string Name, string Value)[] answers)
    {
        var (opened, document) = await reader.OpenAsync(address);
        opened.Dispose();
        reader.ReadKey(document);
        return await SendAsync(reader, address, document, page, target, isWhole, answers);
    }

    public async Task<HttpResponseMessage?> SendAsync(Reader reader, string address, IHtmlDocument document, string? page = null, string? target = null, bool isWhole = true, params (string Name, string Value)[] answers)
    {
        var (form, chosen) = FormOnPage.In(address, document).Where(f => page is null || f.Page == page).SelectMany(f => f.Targets.Select(t => (Form: f, Target: t)))
            .FirstOrDefault(f => target is null || f.Target.Name.EndsWith(target, StringComparison.Ordinal));
        if (form is null)
        {
            return null;
        }

        var written = new List<(string Field, Canary Canary)>();
        var fields = isWhole
            ? form.Fill((name, element) => Write(reader, form, name, element, written), name => answers.Where(a => a.Name == name).Select(a => a.Value).FirstOrDefault() ?? Answer(reader, form.Page, name))
            : form.FillTextsAlone((name, element) => Write(reader, form, name, element, written));
        var answer = await reader.SendAsync(form, chosen, fields);
        var wasTaken = (int)answer.StatusCode < 400;
        if (wasTaken)
        {
            _taken.Add((form.Page, chosen.Name));
            reader.Password = fields.Where(f => f.Key.EndsWith(".Repeated", StringComparison.Ordinal)).Select(f => f.Value).FirstOrDefault() ?? reader.Password;
        }

        _typed.AddRange(written.Select(w => new Typed(form.Page, chosen.Name, Fields.Plain(w.Field), w.Canary, wasTaken)));
        return answer;
    }

    private string Write(Reader reader, FormOnPage form, string name, IElement element, List<(string Field, Canary Canary)> written)
    {
        // A new password is typed twice.
        var twin = written.FirstOrDefault(w => name.EndsWith(".Repeated", StringComparison.Ordinal) && w.Field == name.Replace(".Repeated", ".Password", StringComparison.Ordinal)).Canary;
        var canary = twin ?? book.Plant(Fields.KindOf(form, name, element), reader.Name, $"{form.Page} {Fields.Plain(name)}");
        written.Add((name, canary));
        return Fields.Text(canary, element);
    }

    private static string? Answer(Reader reader, string page, string name) => (page, name) switch
    {
        // Not the day that it has already.
        ("/interventions/{intervention:guid}/due", "Form.DueOn") => DaysFromNow(5),

        // Nobody is killed, and so there are signs of escalation to say something of.
        ("/incidents/log", "Form.Acts[0].Code") => "0201030201",
        (_, "Form.DueOn") => DaysFromNow(0),

        // The organisation's day may still be yesterday's.
        (_, "Form.AssessedOn") => DaysFromNow(-1),
        (_, "Form.ValidUntil") => DaysFromNow(60),
        (_, "Form.Until") => DaysFromNow(3),
        (_, "Form.LastDay") => DaysFromNow(7),
        (_, "Form.ReachNumber") => "1200",
        (_, "Form.NobodyGaveOrders=true") => "yes",
        (_, "Form.NextHearing") => DaysFromNow(5),
        (_, "Form.StalledAfterDays") => "200",

        // Without a name or in place of one; and not the stage that asks why nothing was reported.
        ("/incidents/{number}/people/add", "Form.Pseudonym") => "",
        ("/incidents/{number}/justice/open", "Form.Stage") => "J1",
        ("/incidents/{number}/protection/measures/add", "Form.Stage") => "CT-MST-REQUESTED",
        ("/incidents/{number}/protection/{measure:guid}/step", "Form.Stage") => "CT-MST-GRANTED",
        (_, "Form.Stage") => "J2",
        ("/account", "Secret.Current") or ("/sign-in", "Form.Password") => reader.Password,
        ("/sign-in", "Form.Email") => reader.Email,
        (_, "Form.Code") when reader.Key is not null => page is "/account/second-factor/app" or "/confirm" or "/sign-in/second-step" or "/sign-in" ? reader.NextCode() : null,
        _ => null,
    };

    private static string DaysFromNow(int days) => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
