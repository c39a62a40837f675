using CaseTracker.Application.Access;
using CaseTracker.Application.Protection;
using CaseTracker.Domain.Shared;
using CaseTracker.Web.Http;
using MediatR;

namespace CaseTracker.Web.Pages.Incidents;

[Permit(Permission.WorkOnIncidents)]
public sealed class AssessRiskModel(IMediator mediator, Application.Time.Calendar calendar) : ProtectionFormModel<RiskForm>(mediator)
{
    protected override string Done => "Protection.RiskAssessed";

    /// <summary>What the newest assessment is takes the place of a version: whoever saw an older one is told.</summary>
    protected override Task FillAsync(CancellationToken cancellationToken)
    {
        Version = View.LastAssessment;
        Form = new RiskForm { Key = Guid.CreateVersion7(calendar.Now).ToString("N"), Victim = OnlyPerson, AssessedOn = GrantForm.Write(calendar.Today) };
        return Task.CompletedTask;
    }

    protected override Task ShowNewerAsync(CancellationToken cancellationToken)
    {
        Version = View.LastAssessment;
        return Task.CompletedTask;
    }

    protected override Task<Result> SendAsync(CancellationToken cancellationToken) =>
        Mediator.Send(new AssessRisk(Guid.TryParseExact(Form.Key, "N", out var key) ? key : Guid.CreateVersion7(calendar.Now), Number, Version, Read(Form.Victim), Form.ToInput()), cancellationToken);
}

public sealed class RiskForm
{
    public string? Key { get; set; }

    public string? Victim { get; set; }

    public string? Method { get; set; }

    public string? Band { get; set; }

    public List<string> Factors { get; set; } = [];

    public string? Reasoning { get; set; }

    public string? AssessedOn { get; set; }

    public string? ValidUntil { get; set; }

    public RiskInput ToInput() => new(Method, Band, [.. Factors.Where(f => !string.IsNullOrEmpty(f))], Reasoning, AssessedOn, ValidUntil);
}
