using CaseTracker.Application.Access;
using CaseTracker.Web.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CaseTracker.Web.Pages.Admin;

[Permit(Permission.ManageUsers)]
public sealed class IndexModel : PageModel;
