using CaseTracker.Application.Access;
using CaseTracker.Application.Protection;
using CaseTracker.Domain.Protection;
using CaseTracker.Domain.Shared;
using CaseTracker.Domain.Vocabularies;
using CaseTracker.Web.Http;
using MediatR;

namespace CaseTracker.Web.Pages.Incidents;

[Permit(Permission.WorkOnIncidents)]
public sealed class RecordMeasureModel(IMediator mediator, ITerms terms, Application.Time.Calendar calendar) : ProtectionFormModel<MeasureForm>(mediator)
{
    /// <summary>Those that can be chosen, each with its class.</summary>
    public IEnumerable<(string Code, string Class)> Measures => terms.All(Lists.ProtectionMeasures).Where(t => MeasureClasses.TryParse(t.Class, out _)).Select(t => (t.Code, t.Class!));

    protected override string Done => "Protection.MeasureRecorded";

    protected override Task FillAsync(CancellationToken cancellationToken)
    {
        Form = new MeasureForm { Key = Guid.CreateVersion7(calendar.Now).ToString("N"), Victim = OnlyPerson };
        return Task.CompletedTask;
    }

    protected override Task<Result> SendAsync(CancellationToken cancellationToken) => Mediator.Send(
        new RecordMeasure(Guid.TryParseExact(Form.Key, "N", out var key) ? key : Guid.CreateVersion7(calendar.Now), Number, Read(Form.Victim), Form.Mechanism, Form.Measure, Form.ToInput()),
        cancellationToken);
}

public sealed class MeasureForm : StepForm
{
    public string? Key { get; set; }

    public string? Victim { get; set; }

    public string? Mechanism { get; set; }

    public string? Measure { get; set; }
}
