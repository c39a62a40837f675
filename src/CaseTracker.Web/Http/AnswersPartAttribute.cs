namespace CaseTracker.Web.Http;

/// <summary>A handler of the page answers a script with a part of it, while somebody types.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AnswersPartAttribute(string handler) : Attribute
{
    /// <summary>What a header says of a request is anybody's choice; which handler answers it is the address's, whose first value decides.</summary>
    public bool Answers(HttpRequest request) =>
        HttpMethods.IsPost(request.Method) && string.Equals(request.Query["handler"].FirstOrDefault(), handler, StringComparison.OrdinalIgnoreCase);
}
