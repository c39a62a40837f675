using System.Security.Cryptography;
using CaseTracker.Infrastructure.Hosting;
using Microsoft.Extensions.Configuration;

namespace CaseTracker.Infrastructure.Confidentiality;

/// <summary>
/// Where the key-encryption key comes from (<c>Vault:Source</c>): a file that only its owner can read (the default,
/// <c>Vault:KeyFile</c>), the configuration (<c>Vault:Key</c>, meant for an environment variable), or a passphrase asked for
/// at the start.
/// </summary>
/// <param name="Passphrase">Asks the operator with these words; null where nobody can be asked.</param>
/// <param name="NextKey">The key that is to take over from one of the configuration (<c>Vault:NextKey</c>).</param>
public sealed record KeySource(KeySourceKind Kind, string KeyFile, string? Key, Func<string, string?>? Passphrase, string? NextKey = null)
{
    public const string DefaultFile = "vault.key";

    private const int PassphraseRounds = 600_000;

    /// <summary>Derived from what the operator answered: they are asked once, however often the vault is opened.</summary>
    private KeyEncryptionKey? _answered;

    /// <summary>Whether <see cref="KeyFile"/> was left at its default, beside the data: fit for a trial, not for real names.</summary>
    public bool LiesBesideTheData { get; private init; }

    /// <summary>Written while one key takes over from another.</summary>
    public string NextFile => KeyFile + ".next";

    /// <exception cref="InvalidOperationException">The source is unknown, or lacks its key.</exception>
    public static KeySource From(IConfiguration configuration, string dataDirectory)
    {
        var name = configuration["Vault:Source"] is { Length: > 0 } chosen ? chosen : configuration["Vault:Key"] is { Length: > 0 } ? nameof(KeySourceKind.Configuration) : nameof(KeySourceKind.File);
        if (!Enum.TryParse<KeySourceKind>(name, ignoreCase: true, out var kind))
        {
            throw new InvalidOperationException("Vault:Source must be File, Configuration or Passphrase.");
        }

        var file = configuration["Vault:KeyFile"];
        var beside = string.IsNullOrEmpty(file);
        return new(kind, beside ? Path.Combine(dataDirectory, "keys", DefaultFile) : Path.GetFullPath(file!), configuration["Vault:Key"], AskOnConsole, configuration["Vault:NextKey"]) { LiesBesideTheData = kind == KeySourceKind.File && beside };
    }

    /// <returns>Null if there is none: the vault stays locked.</returns>
    /// <exception cref="InvalidOperationException">There is one that cannot be used: others can read the file, or it is no key.</exception>
    internal KeyEncryptionKey? Read(Guid installation) => Kind switch
    {
        KeySourceKind.File => ReadFile(KeyFile),
        KeySourceKind.Configuration => string.IsNullOrEmpty(Key) ? null : Parse(Key, "Vault:Key"),
        _ => _answered ??= Passphrase?.Invoke("Passphrase of the vault: ") is { Length: > 0 } words ? FromPassphrase(words, installation) : null,
    };

    /// <returns>The key that was taking over when a rotation was killed; null if there is none, or if only the operator knows it.</returns>
    internal KeyEncryptionKey? ReadNext() => Kind switch
    {
        KeySourceKind.File => ReadFile(NextFile),
        KeySourceKind.Configuration => string.IsNullOrEmpty(NextKey) ? null : Parse(NextKey, "Vault:NextKey"),
        _ => null,
    };

    /// <summary>The key that is to take over: made for a file, found in the configuration, asked for twice.</summary>
    /// <exception cref="InvalidOperationException">There is none; the message says what to do.</exception>
    internal async Task<KeyEncryptionKey> PrepareNextAsync(Guid installation, CancellationToken cancellationToken)
    {
        if (Kind == KeySourceKind.Passphrase)
        {
            var words = Passphrase?.Invoke("New passphrase: ");
            return string.IsNullOrEmpty(words) ? throw new InvalidOperationException("A new passphrase is needed. Nothing was changed.")
                : words != Passphrase!.Invoke("The new passphrase again: ") ? throw new InvalidOperationException("The two passphrases differ. Nothing was changed.")
                : FromPassphrase(words, installation);
        }

        if (ReadNext() is { } begun)
        {
            return begun;
        }

        if (Kind == KeySourceKind.Configuration)
        {
            throw new InvalidOperationException("Vault:NextKey is needed: 32 random bytes in Base64 (for example from `openssl rand -base64 32`), beside Vault:Key.");
        }

        await WriteAsync(NextFile, KeyEncryptionKey.Make(), cancellationToken);
        return ReadFile(NextFile) ?? throw Unreadable();
    }

    /// <summary>Asked before the former key is given up, and again before what it opens is deleted: a file can be lost or cut meanwhile.</summary>
    /// <exception cref="InvalidOperationException">Where a start would look for it, there is another key or none.</exception>
    internal void ExpectNext(KeyRecipient next)
    {
        if (Kind == KeySourceKind.File && (ReadNext() ?? ReadFile(KeyFile))?.Opens(next) != true)
        {
            throw Unreadable();
        }
    }

    private static InvalidOperationException Unreadable() =>
        new("The file with the new key does not hold it any more. Nothing that the former key opens was deleted: find out what happened to the file (Vault:KeyFile with .next), put it back or remove it, and run the verb again.");

    /// <summary>From now on the new key opens. In the configuration only the operator can exchange it; until then both stand there.</summary>
    internal void TakeOver(KeyEncryptionKey next)
    {
        _answered = next;
        if (Kind == KeySourceKind.File && File.Exists(NextFile))
        {
            DataFolder.Move(NextFile, KeyFile, overwrite: true);
        }
    }

    internal static KeyEncryptionKey? ReadFile(string path)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        const UnixFileMode others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & others) != 0)
        {
            throw new InvalidOperationException("The key file can be read by other accounts of this machine. Make it readable by its owner alone (chmod 600).");
        }

        return Parse(File.ReadAllText(path), "The key file");
    }

    internal static Task WriteAsync(string path, KeyEncryptionKey key, CancellationToken cancellationToken)
    {
        DataFolder.CreateMissing(Path.GetDirectoryName(path)!);
        return DataFolder.WriteSecretAsync(path, key.Write(), cancellationToken);
    }

    /// <summary>Salted with the installation's id, so that one passphrase gives different keys in different places.</summary>
    private static KeyEncryptionKey FromPassphrase(string words, Guid installation) =>
        new(Rfc2898DeriveBytes.Pbkdf2(words, installation.ToByteArray(), PassphraseRounds, HashAlgorithmName.SHA512, KeyEncryptionKey.Size));

    private static KeyEncryptionKey Parse(string text, string where)
    {
        var bytes = new byte[KeyEncryptionKey.Size + 8];
        return Convert.TryFromBase64String(text.Trim(), bytes, out var written) && written == KeyEncryptionKey.Size
            ? new(bytes[..written])
            : throw new InvalidOperationException($"{where} does not hold a key: 32 bytes in Base64 are needed.");
    }

    private static string? AskOnConsole(string question)
    {
        if (Console.IsInputRedirected)
        {
            return Console.In.ReadLine();
        }

        Console.Write(question);
        var words = new System.Text.StringBuilder();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } pressed)
        {
            if (pressed.Key == ConsoleKey.Backspace)
            {
                words.Length = Math.Max(0, words.Length - 1);
            }
            else if (!char.IsControl(pressed.KeyChar))
            {
                words.Append(pressed.KeyChar);
            }
        }

        Console.WriteLine();
        return words.ToString();
    }
}

public enum KeySourceKind
{
    File,
    Configuration,
    Passphrase,
}
