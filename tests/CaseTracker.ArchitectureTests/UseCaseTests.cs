using System.Reflection;
using CaseTracker.Application;
using CaseTracker.Application.Access;
using CaseTracker.Application.Accountability;
using CaseTracker.Application.Campaigns;
using CaseTracker.Application.Erasures;
using CaseTracker.Application.Pipeline;
using CaseTracker.Application.Reference;
using CaseTracker.ArchitectureTests.Planted;
using CaseTracker.Domain.Shared;
using CaseTracker.Testing;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace CaseTracker.ArchitectureTests;

public sealed class UseCaseTests
{
    /// <summary>What releases ask belongs to no incident, what is started is none yet, and suggestions are shown with a campaign that was erased: there are none.</summary>
    private static readonly Type[] OfNone = [typeof(RecordImplementation), typeof(TrackRequest), typeof(StartCampaign), typeof(SuggestIncidents), typeof(GetLeftIdentities)];

    private static IEnumerable<Type> Requests => Product.Application.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(IBaseRequest)));

    [Fact]
    public void Every_use_case_declares_who_may_ask_for_it() => Expect.None(Undeclared(Requests));

    /// <summary>A behaviour whose constraint a request does not meet is left out without a word, and authorization with it.</summary>
    [Fact]
    public void Every_use_case_passes_through_the_whole_pipeline() => Expect.None(Unguarded(Requests));

    [Fact]
    public void Every_use_case_has_one_handler()
    {
        var handled = Product.Application.GetTypes().SelectMany(t => t.GetInterfaces()).Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRequestHandler<,>))
            .Select(i => i.GetGenericArguments()[0]).GroupBy(r => r).ToDictionary(g => g.Key, g => g.Count());

        Expect.None(Requests.Where(r => handled.GetValueOrDefault(r) != 1).Select(r => r.Name));
    }

    [Fact]
    public void The_pipeline_raises_the_alarm_authorizes_validates_transacts_asks_the_need_to_know_and_times()
    {
        var registered = new ServiceCollection().AddApplication().Where(s => s.ServiceType == typeof(IPipelineBehavior<,>)).Select(s => s.ImplementationType);

        Assert.Equal([typeof(AlarmBehaviour<,>), typeof(AuthorizeBehaviour<,>), typeof(ValidateBehaviour<,>), typeof(TransactBehaviour<,>), typeof(NeedToKnowBehaviour<,>), typeof(TimeBehaviour<,>)], registered);
    }

    /// <summary>Otherwise nobody would ask whether who may read may also do this, or whether it was erased.</summary>
    [Fact]
    public void Every_use_case_that_works_on_an_incident_or_a_campaign_names_it_to_the_pipeline() => Expect.None(Unnamed(Requests.Except(OfNone)));

    [Fact]
    public void Each_rule_catches_a_planted_violation()
    {
        Assert.Single(Unnamed([typeof(WorksOnNothing)]));
        Assert.Single(Undeclared([typeof(UndeclaredRequest)]));
        Assert.Single(Unguarded([typeof(UndeclaredRequest)]));
    }

    private static IEnumerable<string> Unnamed(IEnumerable<Type> requests) =>
        from request in requests
        where request.GetCustomAttribute<RequiresAttribute>()?.Permission is Permission.WorkOnIncidents or Permission.AssignIncidents or Permission.OpenIdentities or Permission.GrantAccess
            or Permission.EraseRecords or Permission.WorkOnCampaigns
        where !request.IsAssignableTo(typeof(IWorkOnIncident)) && !request.IsAssignableTo(typeof(IWorkOnFollowUp)) && !request.IsAssignableTo(typeof(IWorkOnIntervention)) && !request.IsAssignableTo(typeof(IWorkOnCampaign))
        select request.FullName;

    private static IEnumerable<string> Undeclared(IEnumerable<Type> requests) =>
        requests.Where(r => r.IsDefined(typeof(RequiresAttribute)) == r.IsDefined(typeof(SystemOnlyAttribute))).Select(r => r.FullName!);

    private static IEnumerable<string> Unguarded(IEnumerable<Type> requests) =>
        from request in requests
        let answer = request.GetInterfaces().Single(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRequest<>)).GetGenericArguments()[0]
        let kinds = request.GetInterfaces().Count(i => i.IsGenericType && (i.GetGenericTypeDefinition() == typeof(ICommand<>) || i.GetGenericTypeDefinition() == typeof(IQuery<>)))
        where kinds != 1 || !answer.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRefusable<>))
        select request.FullName;
}
