using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace CaseTracker.Web.Localization;

/// <summary>What a form says, in the reader's language, when a field cannot be read as a number or a date. It never repeats what was typed.</summary>
public sealed class BindingMessages(IStringLocalizerFactory factory) : IConfigureOptions<MvcOptions>
{
    private readonly IStringLocalizer _texts = Http.Refusals.TextsOf(factory);

    public void Configure(MvcOptions options)
    {
        var messages = options.ModelBindingMessageProvider;
        messages.SetAttemptedValueIsInvalidAccessor((_, _) => _texts["binding.not_readable"]);
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => _texts["binding.not_readable"]);
        messages.SetUnknownValueIsInvalidAccessor(_ => _texts["binding.not_readable"]);
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => _texts["binding.not_readable"]);
        messages.SetValueIsInvalidAccessor(_ => _texts["binding.not_readable"]);
        messages.SetValueMustBeANumberAccessor(_ => _texts["shared.not_a_number"]);
        messages.SetNonPropertyValueMustBeANumberAccessor(() => _texts["shared.not_a_number"]);
        messages.SetValueMustNotBeNullAccessor(_ => _texts["shared.required"]);
        messages.SetMissingBindRequiredValueAccessor(_ => _texts["shared.required"]);
        messages.SetMissingKeyOrValueAccessor(() => _texts["shared.required"]);
        messages.SetMissingRequestBodyRequiredValueAccessor(() => _texts["shared.required"]);
    }
}
