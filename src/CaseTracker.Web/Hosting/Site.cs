using System.Data.Common;
using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using CaseTracker.Application.Access;
using CaseTracker.Web.Forms;
using CaseTracker.Web.Http;
using CaseTracker.Web.Localization;
using CaseTracker.Web.Pages.Campaigns;
using CaseTracker.Web.Pages.Reference;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;

namespace CaseTracker.Web.Hosting;

/// <summary>The web site: what it is made of, and the order in which a request passes through it.</summary>
public static class Site
{
    public static bool IsDemo(this WebApplicationBuilder builder) =>
        builder.Environment.IsDevelopment() && builder.Configuration.GetValue("Demo", defaultValue: true);

    public static void AddSite(this WebApplicationBuilder builder)
    {
        var services = builder.Services;

        // Before the framework's own filters: a request for another host is refused by the first of them.
        services.Insert(0, ServiceDescriptor.Transient<IStartupFilter, SecurityHeaders.First>());
        var mode = new SiteMode(builder.IsDemo());
        var cookies = new CookieRules(PlainHttp: mode.Demo);
        services.AddSingleton(mode);
        services.AddSingleton(cookies);
        services.AddSingleton(new SignInRules(SecondFactorIsCompulsory: !mode.Demo));
        services.Configure<ForwardedHeadersOptions>(options => SecureTransport.Configure(options, builder.Configuration));
        services.AddSessions(cookies);
        services.AddPermissionPolicies();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, TracedDenials>();
        builder.AddRequestLimits();
        FaultLog.Configure(builder.Logging);
        services.AddSingleton<MemberPaces>();

        services.AddLocalization();
        services.Configure<RequestLocalizationOptions>(ReaderLanguage.Configure);
        services.AddSingleton<IConfigureOptions<MvcOptions>, BindingMessages>();
        services.AddSingleton<DateText>();
        services.AddSingleton<ILabels, Labels>();
        services.AddSingleton<Choices>();
        services.AddSingleton<SuggestionWords>();
        services.AddSingleton<TimelineWords>();
        services.AddSingleton<BelongingWords>();
        services.AddSingleton<TrailWords>();
        services.AddSingleton<Pages.Erasures.ErasureWords>();
        services.AddSingleton<Pages.Erasures.ReceiptFile>();

        // Spanish reads as it is written and not as entities, a third longer; what could break out of a text is still encoded.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));

        services.AddSingleton<KeptFormSeal>();
        services.AddSingleton<SoughtWords>();
        services.AddSingleton<FormKeeping>();
        services.AddRazorPages()
            .AddMvcOptions(options =>
            {
                // What is required is said once, by the domain.
                options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
                options.Filters.AddService<KeepFormOnRefusal>();
                options.Filters.Add<RefuseEndlessForms>();
                options.Filters.Add<ReadsBeforeAnswers>();
                options.Filters.Add<ShowFormAgain>();
            })
            .AddCookieTempDataProvider(options => cookies.Apply(options.Cookie, "CaseTracker-Notes", SameSiteMode.Lax));
        services.AddSingleton<KeepFormOnRefusal>();
        services.AddAntiforgery(options =>
        {
            cookies.Apply(options.Cookie, "CaseTracker-Form", SameSiteMode.Strict);
            options.SuppressXFrameOptionsHeader = true;
        });

        services.AddHealthChecks().AddCheck<VaultHealth>("vault");
        services.AddHostedService<ShippedLists>();
        services.AddHsts(options => options.MaxAge = TimeSpan.FromDays(365));
        services.AddResponseCompression(options =>
        {
            // BREACH needs a secret that repeats beside text that an attacker chooses: antiforgery tokens are masked anew
            // in every answer, the session cookie is in no body, and SameSite keeps other sites from asking in our name.
            options.EnableForHttps = true;
            options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "image/svg+xml", "text/calendar"];
        });
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
        services.Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
        if (Uri.TryCreate(builder.Configuration["Site:PublicAddress"], UriKind.Absolute, out var address))
        {
            services.PostConfigure<HostFilteringOptions>(options => options.AllowedHosts = [address.Host, "localhost", "127.0.0.1", "[::1]"]);
        }
    }

    public static void UseSite(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseMiddleware<SecureTransport>();

        // A scope of its own: the request's may hold a half-done change or a broken connection.
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = "/errors/500",
            CreateScopeForErrors = true,
            SuppressDiagnosticsCallback = _ => true,
            StatusCodeSelector = fault => fault switch
            {
                BadHttpRequestException refused => refused.StatusCode,

                // A form that is not text (a NUL, too many fields): the sender's fault, and nothing was done.
                InvalidDataException => StatusCodes.Status400BadRequest,

                // A text that no database can hold, such as a NUL in an address: PostgreSQL's character_not_in_repertoire.
                _ when fault.GetBaseException() is DbException { SqlState: "22021" } => StatusCodes.Status400BadRequest,
                _ => StatusCodes.Status500InternalServerError,
            },
        });
        app.UseMiddleware<FaultLog>();
        app.UseMiddleware<BrokenSeals>();
        if (!app.Environment.IsDevelopment())
        {
            app.UseHsts();
        }

        app.UseResponseCompression();
        app.UseRequestLocalization();
        app.UseStatusCodePagesWithReExecute("/errors/{0}");
        app.Use(RequestLimits.RefuseOtherVerbs);
        app.UseMiddleware<AnswerInstead>();
        app.UseRouting();
        app.UseMiddleware<LockedVault>();
        app.Use(RequestLimits.RefuseTooLarge);
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseMiddleware<ActingMember>();
        app.UseAuthorization();
        app.UseMiddleware<MemberLimits>();
        app.UseMiddleware<StepUps>();
        app.UseMiddleware<DisplayChoices>();

        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorPages();
        app.MapPreferences();
        app.MapHealthChecks("/healthz/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/healthz/ready").AllowAnonymous();

        // Without it the deny-by-default policy would ask a visitor to sign in for an address that does not exist.
        app.MapFallback("{*path}", () => Results.StatusCode(StatusCodes.Status404NotFound)).AllowAnonymous();
    }
}
