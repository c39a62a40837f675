using CaseTracker.Domain.Confidentiality;
using CaseTracker.Domain.Shared;
using CaseTracker.Infrastructure.Access;
using CaseTracker.Infrastructure.Confidentiality;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CaseTracker.Infrastructure.Persistence;

/// <summary>How the domain's value types are stored, the same on every provider as far as it can be.</summary>
internal static class Conventions
{
    public static void Apply(ModelConfigurationBuilder builder, string? provider)
    {
        foreach (var id in typeof(IAggregateRoot).Assembly.GetTypes().Where(IsId))
        {
            builder.Properties(id).HaveConversion(typeof(IdConverter<>).MakeGenericType(id));
        }

        // SQLite has no type for an instant that sorts; ticks in UTC do.
        if (provider == "Microsoft.EntityFrameworkCore.Sqlite")
        {
            builder.Properties<DateTimeOffset>().HaveConversion<TicksConverter>();
        }

        builder.Properties<Sealed<string>>().HaveConversion<SealedConverter, SealedComparer>();
        builder.Properties<string>().HaveMaxLength(400);
    }

    public static void NameIdentityTables(ModelBuilder builder)
    {
        builder.Entity<SignIn>().ToTable("SignIns");
        builder.Entity<IdentityUserClaim<Guid>>().ToTable("SignInClaims");
        builder.Entity<IdentityUserLogin<Guid>>().ToTable("SignInLogins");
        builder.Entity<IdentityUserToken<Guid>>().ToTable("SignInTokens");
        builder.Entity<IdentityUserPasskey<Guid>>().ToTable("SignInPasskeys");
    }

    private static bool IsId(Type type) =>
        type.IsValueType && type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IStronglyTypedId<>));

    private sealed class IdConverter<TId>() : ValueConverter<TId, Guid>(id => id.Value, value => Make<TId>(value))
        where TId : struct, IStronglyTypedId<TId>;

    private static TId Make<TId>(Guid value)
        where TId : struct, IStronglyTypedId<TId> => TId.From(value);

    private sealed class TicksConverter() : ValueConverter<DateTimeOffset, long>(instant => instant.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
}
