using System.Reflection;
using CaseTracker.Application.Access;
using CaseTracker.Application.Pipeline;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace CaseTracker.Application;

public static class DependencyInjection
{
    /// <summary>The order is the promise: tell of a broken seal, who may, is it well formed, store it with its trace, how long did it take.</summary>
    public static readonly IReadOnlyList<Type> Behaviours =
        [typeof(AlarmBehaviour<,>), typeof(AuthorizeBehaviour<,>), typeof(ValidateBehaviour<,>), typeof(TransactBehaviour<,>), typeof(NeedToKnowBehaviour<,>), typeof(TimeBehaviour<,>)];

    /// <summary>Whoever has something to tell on timelines, in the order in which it is told within a day.</summary>
    public static readonly IReadOnlyList<Type> TimelineSources =
        [typeof(Incidents.IncidentTimeline), typeof(Accountability.ProceedingTimeline), typeof(Accountability.InterventionTimeline), typeof(Protection.ProtectionTimeline), typeof(FollowUps.FollowUpTimeline), typeof(Reference.CitationTimeline)];

    public static IServiceCollection AddApplication(this IServiceCollection services)
    {
        services.AddSingleton<Confidentiality.SealAlarm>();
        services.AddSingleton<Audit.TrailAlarm>();
        services.AddScoped<CurrentActor>();
        services.AddScoped<CurrentSession>();
        services.AddScoped<Access.AccessNotices>();
        services.AddScoped<Access.SecondFactorGained>();
        services.AddScoped<Actors>();
        services.AddScoped<Trail>();
        services.AddScoped<ReadTrail>();
        services.AddScoped<People.PeopleRecorder>();
        services.AddScoped<People.IdentityDoors>();
        services.AddScoped<Incidents.IncidentIndex>();
        services.AddScoped<Incidents.NamesAsked>();
        services.AddScoped<Erasures.ErasureOrders>();
        services.AddScoped<Incidents.IncidentSearch>();
        services.AddScoped<Protection.EscalationSigns>();
        services.AddScoped<Protection.MeasureReminders>();
        services.AddScoped<Accountability.InterventionReader>();
        services.AddScoped<Accountability.ReplyReminders>();
        services.AddScoped<Timelines.TimelineReading>();
        foreach (var source in TimelineSources)
        {
            services.AddScoped(typeof(Timelines.ITimelineSource), source);
        }

        services.AddScoped<ServiceFactory>(provider => provider.GetRequiredService);
        services.AddScoped<IMediator, Mediator>();
        foreach (var behaviour in Behaviours)
        {
            services.AddScoped(typeof(IPipelineBehavior<,>), behaviour);
        }

        Type[] handlerKinds = [typeof(IRequestHandler<,>), typeof(INotificationHandler<>)];
        foreach (var type in Assembly.GetExecutingAssembly().GetTypes().Where(t => t is { IsAbstract: false, IsGenericTypeDefinition: false }))
        {
            foreach (var contract in type.GetInterfaces().Where(i => i.IsGenericType && handlerKinds.Contains(i.GetGenericTypeDefinition())))
            {
                services.AddScoped(contract, type);
            }
        }

        return services;
    }
}
