using CaseTracker.Domain.Shared;

namespace CaseTracker.Domain.Reference;

public enum FigureQualifier
{
    Exactly = 0,
    MoreThan = 1,
    AtLeast = 2,
    About = 3,
}

/// <summary>A visit to a country on which a release reports.</summary>
public sealed class Mission
{
    private readonly List<Figure> _figures = [];
    private List<string> _places = [];

    private Mission()
    {
    }

    internal Mission(MissionContents contents) => Update(contents);

    public PartialDate From { get; private set; } = PartialDate.Unknown;

    public PartialDate To { get; private set; } = PartialDate.Unknown;

    /// <summary>ISO 3166-2 codes of the places visited.</summary>
    public IReadOnlyList<string> Places => _places;

    public BilingualText Text { get; private set; } = null!;

    public IReadOnlyList<Figure> Figures => _figures;

    internal bool Update(MissionContents contents)
    {
        var differs = (From, To, Text) != (contents.From, contents.To, contents.Text) || !_places.SequenceEqual(contents.Places);
        if (differs)
        {
            (From, To, Text) = (contents.From, contents.To, contents.Text);
            _places = [.. contents.Places];
        }

        return Parts.Align(_figures, contents.Figures, (sequence, figure) => new Figure(sequence, figure), (part, figure) => part.Update(figure)) || differs;
    }
}

/// <summary>A number as the release gives it: no estimate of ours, and without an interval.</summary>
public sealed class Figure
{
    private Figure()
    {
    }

    internal Figure(int sequence, FigureContents contents)
    {
        Sequence = sequence;
        Update(contents);
    }

    public int Sequence { get; private init; }

    public BilingualText Label { get; private set; } = null!;

    public int Value { get; private set; }

    public FigureQualifier Qualifier { get; private set; }

    public BilingualText Unit { get; private set; } = null!;

    internal bool Update(FigureContents contents)
    {
        var differs = (Label, Value, Qualifier, Unit) != (contents.Label, contents.Value, contents.Qualifier, contents.Unit);
        (Label, Value, Qualifier, Unit) = (contents.Label, contents.Value, contents.Qualifier, contents.Unit);
        return differs;
    }
}
