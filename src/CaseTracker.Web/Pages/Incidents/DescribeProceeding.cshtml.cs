using System.Globalization;
using CaseTracker.Application.Access;
using CaseTracker.Application.Accountability;
using CaseTracker.Domain.Shared;
using CaseTracker.Web.Http;
using MediatR;

namespace CaseTracker.Web.Pages.Incidents;

[Permit(Permission.WorkOnIncidents)]
public sealed class DescribeProceedingModel(IMediator mediator) : PathFormModel<ProceedingDetailsForm>(mediator)
{
    protected override string Done => "Incident.ProceedingDescribed";

    protected override Task FillAsync(CancellationToken cancellationToken)
    {
        Form = ProceedingDetailsForm.Of(Path);
        return Task.CompletedTask;
    }

    protected override Task<Result> SendAsync(CancellationToken cancellationToken) =>
        Mediator.Send(new DescribeProceeding(Number, Version, Proceeding, new ProceedingInput(Form.Authority, Form.Unit, Form.FileNumber, Form.Counsel, Form.NextHearing)), cancellationToken);
}

public sealed class ProceedingDetailsForm
{
    public string? Authority { get; set; }

    public string? Unit { get; set; }

    public string? FileNumber { get; set; }

    public string? Counsel { get; set; }

    public string? NextHearing { get; set; }

    public static ProceedingDetailsForm Of(PathView path) => new()
    {
        Authority = path.Authority?.Code,
        Unit = path.Unit,
        FileNumber = path.FileNumber,
        Counsel = path.Counsel,
        NextHearing = path.NextHearing?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };
}
