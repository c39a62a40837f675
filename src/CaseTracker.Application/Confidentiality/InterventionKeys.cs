using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Confidentiality;

namespace CaseTracker.Application.Confidentiality;

/// <summary>Opens the texts of one intervention: with its incident's key, or with its own where it is about none.</summary>
public readonly record struct InterventionKeys(IKeyRing Ring, Intervention Intervention)
{
    public string? Own(SealedField field, Sealed<string>? value) => Open(field, SealedRow.Of(Intervention.Id.Value), value);

    public string? Part(SealedField field, int sequence, Sealed<string>? value) => Open(field, SealedRow.Of(Intervention.Id.Value, sequence), value);

    private string? Open(SealedField field, string row, Sealed<string>? value) => Ring.Show(field, KeyOwner.Of(Intervention), row, value);
}
