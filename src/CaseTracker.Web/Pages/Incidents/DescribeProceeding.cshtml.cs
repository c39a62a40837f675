using System.Globalization;
using CaseTracker.Application.Access;
using CaseTracker.Application.Accountability;
using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Shared;
using CaseTracker.Web.Forms;
using CaseTracker.Web.Http;
using MediatR;

namespace CaseTracker.Web.Pages.Incidents;

[Permit(Permission.WorkOnIncidents)]
public sealed class DescribeProceedingModel(IMediator mediator) : PathFormModel<ProceedingDetailsForm>(mediator)
{
    /// <summary>What is stored now, after somebody else was faster; null otherwise.</summary>
    public ProceedingDetailsForm? Newer { get; private set; }

    /// <summary>Once an authority acted, another one is a move or a mended slip.</summary>
    public bool HasOpened => Path.IsBeforeAuthority;

    protected override string Done => "Incident.ProceedingDescribed";

    protected override async Task FillAsync(CancellationToken cancellationToken) => Form = await StoredAsync(cancellationToken);

    protected override async Task ShowNewerAsync(CancellationToken cancellationToken) => Newer = await StoredAsync(cancellationToken);

    protected override Task<Result> SendAsync(CancellationToken cancellationToken) =>
        Mediator.Send(new DescribeProceeding(Number, Version, Proceeding, Form.ToInput()), cancellationToken);

    private async Task<ProceedingDetailsForm> StoredAsync(CancellationToken cancellationToken) =>
        ProceedingDetailsForm.Of((await Mediator.Send(new GetProceedingDetails(Number, Proceeding), cancellationToken)).Value);
}

public sealed class ProceedingDetailsForm
{
    public string? Authority { get; set; }

    public string? Unit { get; set; }

    public string? FileNumber { get; set; }

    public string? Counsel { get; set; }

    public string? NextHearing { get; set; }

    /// <summary>Name of an <see cref="AuthorityChange"/>.</summary>
    public string? Change { get; set; }

    public PartialDateInput Since { get; set; } = new();

    /// <summary>Sequences of victims, as the boxes send them.</summary>
    public List<string> Against { get; set; } = [];

    public ProceedingInput ToInput() => new(
        Authority, Unit, FileNumber, Counsel, NextHearing, Change, Since.ToInput(), [.. Against.Where(a => !string.IsNullOrWhiteSpace(a)).Select(StageForm.Number)]);

    public static ProceedingDetailsForm Of(ProceedingInput stored) => new()
    {
        Authority = stored.Authority,
        Unit = stored.Unit,
        FileNumber = stored.FileNumber,
        Counsel = stored.Counsel,
        NextHearing = stored.NextHearing,
        Against = [.. (stored.Against ?? []).Select(a => a.ToString(CultureInfo.InvariantCulture))],
    };
}
