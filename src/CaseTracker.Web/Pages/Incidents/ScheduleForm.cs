namespace CaseTracker.Web.Pages.Incidents;

public sealed class ScheduleForm
{
    public string? Key { get; set; }

    public string? Kind { get; set; }

    public string? Note { get; set; }

    public string? DueOn { get; set; }

    public string? Assignee { get; set; }

    public string? Recurrence { get; set; }
}
