using CaseTracker.Application.Access;
using CaseTracker.Domain.Shared;

namespace CaseTracker.Infrastructure.Access;

/// <summary>Long enough, and not what a stranger tries first.</summary>
internal static class PasswordRules
{
    private const int FewestDifferentCharacters = 5;

    private static readonly string[] TriedFirst =
    [
        "password", "contraseña", "contrasena", "qwerty", "asdfgh", "123456", "654321", "abcdef", "casetracker", "iloveyou", "teamomucho", "letmein", "welcome", "bienvenid", "mexico", "admin",
    ];

    public static Refusal? Check(string password, string email)
    {
        if (password.Length < SignInErrors.PasswordMinimum)
        {
            return SignInErrors.PasswordTooShort.With(SignInErrors.PasswordMinimum);
        }

        if (password.Length > SignInErrors.PasswordLimit)
        {
            return SharedErrors.TooLong.On("Password").With(SignInErrors.PasswordLimit);
        }

        var left = TriedFirst.Append(email).Append(email.Split('@')[0]).Where(word => word.Length > 3)
            .Aggregate(password.ToUpperInvariant(), (rest, word) => rest.Replace(word.ToUpperInvariant(), ""));

        // What remains when the first guesses are taken out is what an attacker has to find.
        return left.Trim().Length < SignInErrors.PasswordMinimum / 2 || left.Distinct().Count() < FewestDifferentCharacters ? SignInErrors.PasswordTooEasy : null;
    }
}
