using System.Diagnostics.CodeAnalysis;

namespace CaseTracker.Domain.Shared;

/// <summary>Lets the request pipeline refuse on behalf of any use case without knowing its answer.</summary>
public interface IRefusable<out TSelf>
{
    static abstract TSelf Refused(IReadOnlyList<Refusal> refusals);

    IReadOnlyList<Refusal> Refusals { get; }
}

public class Result : IRefusable<Result>
{
    public static readonly Result Success = new([]);

    protected Result(IReadOnlyList<Refusal> refusals) => Refusals = refusals;

    public IReadOnlyList<Refusal> Refusals { get; }

    public virtual bool IsSuccess => Refusals.Count == 0;

    public static Result Refused(IReadOnlyList<Refusal> refusals) => new(refusals);

    public static Result Of(IEnumerable<Refusal> refusals)
    {
        var list = refusals.ToList();
        return list.Count == 0 ? Success : new Result(list);
    }

    public static implicit operator Result(Refusal refusal) => new([refusal]);
}

public sealed class Result<T> : IRefusable<Result<T>>
{
    private readonly T? _value;

    private Result(T? value, IReadOnlyList<Refusal> refusals)
    {
        _value = value;
        Refusals = refusals;
    }

    public IReadOnlyList<Refusal> Refusals { get; }

    public bool IsSuccess => Refusals.Count == 0;

    /// <exception cref="InvalidOperationException">The result is a refusal.</exception>
    public T Value => IsSuccess ? _value! : throw new InvalidOperationException($"Refused: {string.Join(", ", Refusals.Select(r => r.Code))}");

    public static Result<T> Refused(IReadOnlyList<Refusal> refusals) => new(default, refusals);

    public bool TryGet([MaybeNullWhen(false)] out T value)
    {
        value = _value;
        return IsSuccess;
    }

    public static implicit operator Result<T>(T value) => new(value, []);

    public static implicit operator Result<T>(Refusal refusal) => new(default, [refusal]);

    public static implicit operator Result<T>(List<Refusal> refusals) => new(default, refusals);
}
