using CaseTracker.Domain.Erasures;

namespace CaseTracker.Web.Pages.Erasures;

public sealed class ErasureForm
{
    /// <summary>Name of an <see cref="ErasureGround"/>.</summary>
    public string? Ground { get; set; }

    /// <summary>The number, the pseudonym or the key, typed once more.</summary>
    public string? Confirmation { get; set; }

    public bool Understood { get; set; }

    public ErasureGround? ToGround() =>
        string.IsNullOrWhiteSpace(Ground) ? null : Enum.GetNames<ErasureGround>().Contains(Ground) ? Enum.Parse<ErasureGround>(Ground) : (ErasureGround)(-1);
}

/// <summary>Model of <c>_ErasureFields</c>.</summary>
/// <param name="Confirmation">What to type, in words.</param>
public sealed record ErasureFields(ErasureForm Form, string Confirmation);
