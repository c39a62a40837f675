using CaseTracker.Application.Access;
using CaseTracker.Application.Accountability;
using CaseTracker.Application.Incidents;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Shared;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static CaseTracker.Testing.Build;

namespace CaseTracker.Testing;

/// <summary>
/// A dozen incidents whose figures were counted by hand, as of <see cref="FixedClock.Start"/> (16 March 2026). Verified, unless said:
/// <code>
/// A 2015 threat, convicted 2017          B 2014 killing, investigated        C 2016 killing, full justice 2018
/// D 2025 killing, reported               E 2016 threat, only criminalized    F 2013 killing, suspect died
/// G ?    threat, reported                H 2012 threat, not confirmed (V4)   I 2017 threat, convicted, reversed 2020
/// J 2018 threat, one file investigated, one acquitted                        K 2019 threat, commission found who did it
/// L 2026 threat, not reported            M 2015 threat, reported (V0)        N 2016 killing, no path (V1)
/// </code>
/// </summary>
public sealed class KnownRegister(IServiceProvider services, Actor worker)
{
    private const string Killing = "010101";
    private const string Threat = "0201030201";
    private const string Criminal = "CT-PRC-CRIM";

    /// <summary>V3.</summary>
    public const int Verified = 11;

    /// <summary>V0 to V2.</summary>
    public const int NotYetVerified = 2;

    public async Task WriteAsync()
    {
        await LogAsync(2015, Threat, Verification.V3, [(Criminal, ["J1 2015", "J6 2017"])]);
        await LogAsync(2014, Killing, Verification.V3, [(Criminal, ["J1 2014", "J2 2014"])]);
        await LogAsync(2016, Killing, Verification.V3, [(Criminal, ["J1 2016", "J7 2018"])]);
        await LogAsync(2025, Killing, Verification.V3, [(Criminal, ["J1 2025"])]);
        await LogAsync(2016, Threat, Verification.V3, [("CT-PRC-CRMZ", ["J4 2017"])]);
        await LogAsync(2013, Killing, Verification.V3, [(Criminal, ["J1 2013", "X5 2014"])]);
        await LogAsync(null, Threat, Verification.V3, [(Criminal, ["J1 2020"])]);
        await LogAsync(2012, Threat, Verification.V4, [(Criminal, ["J1 2012"])]);
        await LogAsync(2017, Threat, Verification.V3, [(Criminal, ["J1 2017", "J6 2018", "X4 2020"])]);
        await LogAsync(2018, Threat, Verification.V3, [(Criminal, ["J2 2018"]), (Criminal, ["J5 2019", "X3 2020"])]);
        await LogAsync(2019, Threat, Verification.V3, [("CT-PRC-HRC", ["J1 2019", "J3 2020"])]);
        await LogAsync(2026, Threat, Verification.V3, [(Criminal, ["J0"])]);
        await LogAsync(2015, Threat, Verification.V0, [(Criminal, ["J1 2015"])]);
        await LogAsync(2016, Killing, Verification.V1, []);
    }

    private async Task LogAsync(int? year, string act, Verification verification, (string Kind, string[] Stages)[] paths)
    {
        var logged = await SendAsync(AnIncident() with
        {
            Incident = TheFacts() with { StartedOn = OnTheFirst(year), Municipality = null },
            Victims = [AnUnknownVictim()],
            Acts = [new ActToRecord(0, act)],
            Perpetrators = [new InvolvementToRecord("010104", "0102", "CT-DEG-LIKELY", null)],
            Sources = [new SourceToRecord("0101", "CT-MAT-1", "01", "A relative"), new SourceToRecord("0101", "CT-MAT-1", "01", "A colleague")],
        });
        Assert.Empty(logged.Refusals);
        var number = logged.Value;
        var version = 1;
        if (verification == Verification.V3)
        {
            Done(await SendAsync(new WeighSources(number, version++, Supported(), "Both were heard apart")));
        }

        if (verification != Verification.V0)
        {
            Done(await SendAsync(new VerifyIncident(number, version++, verification, "Weighed by two people")));
        }

        foreach (var (kind, stages) in paths)
        {
            Done(await SendAsync(new OpenProceeding(number, version++, kind, Entry(stages[0]))));
            foreach (var stage in stages.Skip(1))
            {
                var justice = await SendAsync(new GetJustice(number));
                Done(await SendAsync(new RecordStage(number, version++, justice.Value.Paths[^1].Id, Entry(stage))));
            }
        }
    }

    /// <summary>Each of the two sources supports everything that is claimed.</summary>
    private static List<SourceToWeigh> Supported() =>
        [.. Enumerable.Range(1, Incident.SourcesForVerified).Select(source => new SourceToWeigh(source, Incident.EachClaim.ToDictionary(c => c, _ => ClaimStanding.Accepted)))];

    private static DateInput OnTheFirst(int? year) => year is null ? NoDate : new DateInput(year, 2, 1);

    /// <param name="told">For example <c>J6 2017</c>: in June of that year. Of the one who answers for it, J6 is a conviction and J7 a final one.</param>
    private static StageInput Entry(string told) => told.Split(' ') is [var stage, var year]
        ? new StageInput(
            stage == "J7" ? "J6" : stage,
            new DateInput(int.Parse(year, System.Globalization.CultureInfo.InvariantCulture), 6, null),
            "From the file",
            null,
            NoDate,
            Accused: stage is "J6" or "J7" or "X4" ? [1] : null,
            IsFinal: stage == "J7",
            Authority: "CT-AUT-OTHER")
        : new StageInput(told, NoDate, "Said by the family", "CT-NRR-FEAR", NoDate);

    private static void Done(Result answer) => Assert.Empty(answer.Refusals);

    private async Task<TAnswer> SendAsync<TAnswer>(IRequest<TAnswer> request)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Act(worker);
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }
}
