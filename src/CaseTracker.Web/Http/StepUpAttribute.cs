namespace CaseTracker.Web.Http;

/// <summary>Names, exports and roles: whoever asks must have proved who they are within the last quarter of an hour.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class StepUpAttribute : Attribute
{
    /// <summary>Reading is free, sending is not.</summary>
    public bool PostsOnly { get; init; }

    /// <summary>Of the posts only those to this handler. Not for the handler without a name, which also answers to names that nobody has.</summary>
    public string? Handler { get; init; }

    public bool IsAskedBy(HttpRequest request) =>
        (!PostsOnly || !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)))
        && (Handler is null || request.Query["handler"].Contains(Handler, StringComparer.OrdinalIgnoreCase));
}
