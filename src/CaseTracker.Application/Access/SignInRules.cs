namespace CaseTracker.Application.Access;

/// <param name="SecondFactorIsCompulsory">False only where everything is invented: in a demonstration.</param>
public sealed record SignInRules(bool SecondFactorIsCompulsory);
