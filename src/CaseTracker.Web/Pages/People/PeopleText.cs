namespace CaseTracker.Web.Pages.People;

public sealed class PeopleText;
