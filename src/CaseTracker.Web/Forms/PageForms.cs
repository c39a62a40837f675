namespace CaseTracker.Web.Forms;

/// <summary>The forms of a page that hold something to lose, for the buttons of the header, which are written after them.</summary>
public static class PageForms
{
    private static readonly object Key = new();

    /// <summary>Id of the form with most to lose; null if there is none.</summary>
    public static string? MainOf(HttpContext http) => Of(http).MaxBy(form => form.Questions)?.Id;

    /// <returns>Its id: its own, or else a new one.</returns>
    public static string Add(HttpContext http, PageForm form)
    {
        var forms = Of(http);
        forms.Add(form);
        return form.Id ??= $"form-{forms.Count}";
    }

    private static List<PageForm> Of(HttpContext http)
    {
        if (http.Items[Key] is List<PageForm> known)
        {
            return known;
        }

        var forms = new List<PageForm>();
        http.Items[Key] = forms;
        return forms;
    }
}

public sealed class PageForm
{
    public string? Id { get; set; }

    /// <summary>How many questions can be answered in it, secrets left out: those are never sent back.</summary>
    public int Questions { get; set; }
}
