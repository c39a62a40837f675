using CaseTracker.Application.Time;
using CaseTracker.Domain.FollowUps;
using CaseTracker.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace CaseTracker.FaultTests.FollowUps;

/// <summary>Where clocks change: 25 October 2026 has 25 hours in Madrid, 28 March 2027 has 23.</summary>
public sealed class ChangeOfClocksTests(ChangeOfClocksTests.Madrid app) : IClassFixture<ChangeOfClocksTests.Madrid>
{
    [SkippableTheory]
    [InlineData("2026-10-25")]
    [InlineData("2027-03-28")]
    public async Task Every_half_hour_around_it_announces_each_step_once_and_on_its_day(string day)
    {
        var due = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
        var start = new DateTimeOffset(due.AddDays(-2), new TimeOnly(12, 0), TimeSpan.Zero);
        app.Clock.Set(start);
        var worker = await app.WorkerAsync();
        var (_, followUp) = await app.ScheduleAsync(worker, dueInDays: 2);

        for (var half = 0; half < 2 * 84; half++)
        {
            app.Clock.Set(start.AddMinutes(30 * half));
            await app.RemindAsync();
        }

        var calendar = app.Services.GetRequiredService<Calendar>();
        Assert.Equal(
            [(NoticeKind.FollowUpDueSoon, due.AddDays(-1)), (NoticeKind.FollowUpDue, due), (NoticeKind.FollowUpOverdue, due.AddDays(1))],
            (await app.NoticesAsync(followUp)).Select(n => (n.Kind, calendar.DayOf(n.At))));
    }

    public sealed class Madrid : UseCasesOnSqlite
    {
        protected override void Configure(IServiceCollection services) =>
            services.AddSingleton(new Calendar(Clock, TimeZoneInfo.FindSystemTimeZoneById("Europe/Madrid")));
    }
}
