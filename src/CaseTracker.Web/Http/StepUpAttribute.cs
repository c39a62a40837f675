namespace CaseTracker.Web.Http;

/// <summary>Names, exports and roles: whoever asks must have proved who they are within the last quarter of an hour.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class StepUpAttribute : Attribute;
