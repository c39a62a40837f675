using CaseTracker.Domain.Reference;

namespace CaseTracker.Application.Reference;

/// <summary>What a key in the trail stands for: the title of a release, or what is asked in one.</summary>
public interface IReleaseTitles
{
    /// <summary>Null if nothing that was shipped has this key.</summary>
    BilingualText? Find(string key);
}
