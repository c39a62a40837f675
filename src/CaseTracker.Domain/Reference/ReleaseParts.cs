namespace CaseTracker.Domain.Reference;

/// <summary>A mandate holder in whose name the release was made.</summary>
public sealed class Signatory
{
    private Signatory()
    {
    }

    internal Signatory(int sequence, string mandateHolder) => (Sequence, MandateHolderKey) = (sequence, mandateHolder);

    public int Sequence { get; private init; }

    public string MandateHolderKey { get; private set; } = "";

    internal bool Update(string mandateHolder)
    {
        var differs = MandateHolderKey != mandateHolder;
        MandateHolderKey = mandateHolder;
        return differs;
    }
}

/// <summary>What one mandate holder said, in our own words.</summary>
public sealed class Statement
{
    private Statement()
    {
    }

    internal Statement(int sequence, StatementContents said)
    {
        Sequence = sequence;
        Update(said);
    }

    public int Sequence { get; private init; }

    public string SpeakerKey { get; private set; } = "";

    public BilingualText Text { get; private set; } = null!;

    internal bool Update(StatementContents said)
    {
        var differs = (SpeakerKey, Text) != (said.Speaker, said.Text);
        (SpeakerKey, Text) = (said.Speaker, said.Text);
        return differs;
    }
}

/// <summary>What the release holds to be so, and which acts and narratives that concerns.</summary>
public sealed class Finding
{
    private List<string> _acts = [];
    private List<string> _narratives = [];

    private Finding()
    {
    }

    internal Finding(int sequence, FindingContents found)
    {
        Sequence = sequence;
        Update(found);
    }

    public int Sequence { get; private init; }

    public BilingualText Text { get; private set; } = null!;

    public IReadOnlyList<string> Acts => _acts;

    public IReadOnlyList<string> Narratives => _narratives;

    internal bool Update(FindingContents found)
    {
        if (Text == found.Text && _acts.SequenceEqual(found.Acts) && _narratives.SequenceEqual(found.Narratives))
        {
            return false;
        }

        Text = found.Text;
        _acts = [.. found.Acts];
        _narratives = [.. found.Narratives];
        return true;
    }
}

/// <summary>Who was affected by what the release describes.</summary>
public sealed class AffectedGroup
{
    private AffectedGroup()
    {
    }

    internal AffectedGroup(int sequence, BilingualText text) => (Sequence, Text) = (sequence, text);

    public int Sequence { get; private init; }

    public BilingualText Text { get; private set; } = null!;

    internal bool Update(BilingualText text)
    {
        var differs = Text != text;
        Text = text;
        return differs;
    }
}

/// <summary>What followed from it, in the eyes of those who made the release.</summary>
public sealed class Effect
{
    private Effect()
    {
    }

    internal Effect(int sequence, BilingualText text) => (Sequence, Text) = (sequence, text);

    public int Sequence { get; private init; }

    public BilingualText Text { get; private set; } = null!;

    internal bool Update(BilingualText text)
    {
        var differs = Text != text;
        Text = text;
        return differs;
    }
}

internal static class Parts
{
    /// <summary>Makes numbered parts agree with a newer reading, keeping those that already do.</summary>
    /// <returns>True if anything differed.</returns>
    public static bool Align<TPart, TContents>(List<TPart> parts, IReadOnlyList<TContents> contents, Func<int, TContents, TPart> make, Func<TPart, TContents, bool> update)
    {
        var differs = parts.Count != contents.Count;
        if (parts.Count > contents.Count)
        {
            parts.RemoveRange(contents.Count, parts.Count - contents.Count);
        }

        for (var i = 0; i < contents.Count; i++)
        {
            if (i < parts.Count)
            {
                differs |= update(parts[i], contents[i]);
            }
            else
            {
                parts.Add(make(i + 1, contents[i]));
            }
        }

        return differs;
    }
}
