// Texts live in Resources/, in the folder that their type has below the root namespace.
[assembly: Microsoft.Extensions.Localization.ResourceLocation("Resources")]

namespace CaseTracker.Web.Localization;

/// <summary>Texts met on more than one page: <c>Resources/Localization/SharedText.resx</c> and its Spanish twin.</summary>
public sealed class SharedText;
