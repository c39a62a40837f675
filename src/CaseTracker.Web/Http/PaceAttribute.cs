namespace CaseTracker.Web.Http;

/// <summary>How fast one member may ask for something.</summary>
public enum Pace
{
    /// <summary>Pages that are opened.</summary>
    Reading,

    /// <summary>Forms that are sent.</summary>
    Writing,

    /// <summary>Parts of a page that a script asks for while somebody types.</summary>
    Typing,

    /// <summary>Words and names that are looked for.</summary>
    Searching,

    /// <summary>Who somebody is.</summary>
    Identities,

    /// <summary>What leaves as a file.</summary>
    Exports,
}

/// <summary>The pace of a page that is not that of any page: posts to it, what a search of it asks for, and exports as a whole.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PaceAttribute(Pace pace) : Attribute
{
    public Pace Pace { get; } = pace;
}
