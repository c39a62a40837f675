using System.Collections.Concurrent;
using System.Net;
using CaseTracker.Domain.Access;
using CaseTracker.Testing;
using CaseTracker.Testing.Web;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using static CaseTracker.Testing.Build;

namespace CaseTracker.Web.IntegrationTests.Http;

/// <summary>What a fault says of itself may hold what was typed: a database names the value that it already has.</summary>
public sealed class FaultLogTests(FaultLogTests.Site site) : IClassFixture<FaultLogTests.Site>
{
    [Fact]
    public async Task A_fault_is_logged_by_its_type_and_answered_with_the_headers_of_any_page()
    {
        var worker = await site.SignInAsync(Role.CaseWorker, await site.FoundTeamAsync());
        var number = (await site.SendAsync(worker.Actor, AnIncident())).Value;
        site.Said.Clear();
        site.Trail.IsFull = true;
        try
        {
            using var answer = await worker.Browser.GetAsync($"/incidents/{number}/people");
            Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
            Expect.None(SecurityHeaderTests.WrongOn(answer, stored: false));
        }
        finally
        {
            site.Trail.IsFull = false;
        }

        var line = Assert.Single(site.Said, said => said.Contains(nameof(IOException), StringComparison.Ordinal));
        Assert.DoesNotContain("No space left", string.Join('\n', site.Said), StringComparison.Ordinal);
        Assert.DoesNotContain(number, string.Join('\n', site.Said), StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Microsoft.EntityFrameworkCore.Update")]
    [InlineData("Microsoft.EntityFrameworkCore.Query")]
    [InlineData("Microsoft.AspNetCore.Diagnostics.ExceptionHandlerMiddleware")]
    [InlineData("Microsoft.AspNetCore.Server.Kestrel")]
    public void What_would_log_a_fault_with_its_message_is_silent(string category) =>
        Assert.False(site.Services.GetRequiredService<ILoggerFactory>().CreateLogger(category).IsEnabled(LogLevel.Error));

    public sealed class Site : WebApp
    {
        public FullTrail Trail { get; } = new();

        public ConcurrentQueue<string> Said { get; } = new();

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureLogging(logging => logging.AddProvider(new Listening(Said)));
            builder.ConfigureTestServices(Trail.Wrap);
        }
    }

    private sealed class Listening(ConcurrentQueue<string> said) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            said.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
