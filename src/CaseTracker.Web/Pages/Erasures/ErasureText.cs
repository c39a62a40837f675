namespace CaseTracker.Web.Pages.Erasures;

/// <summary>Texts of erasing for good, and of the receipts.</summary>
public sealed class ErasureText;
