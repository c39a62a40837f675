using CaseTracker.FaultTests.Incidents;

// As a process of its own, this assembly is what the tests kill.
return args is [LoggingProcess.Verb, .. var settings] ? await LoggingProcess.RunAsync(settings) : 2;
