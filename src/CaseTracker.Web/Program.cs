using CaseTracker.Application;
using CaseTracker.Infrastructure;
using CaseTracker.Infrastructure.Access;
using CaseTracker.Web.CommandLine;
using CaseTracker.Web.Hosting;

return await Verbs.RunAsync(args, builder =>
{
    builder.Services.AddApplication();
    builder.Services.AddInfrastructure(builder.Configuration);
    builder.Services.AddSignIns(builder.Configuration);
    builder.AddSite();
});
