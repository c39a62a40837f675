using CaseTracker.Domain.Accountability;
using CaseTracker.Domain.Incidents;
using CaseTracker.Domain.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseTracker.Infrastructure.Persistence;

/// <summary>Parts of an aggregate are numbered within it and live and die with it.</summary>
internal static class Parts
{
    public static void PartOfIncident<TPart>(this EntityTypeBuilder<TPart> builder, string table)
        where TPart : class => builder.PartOf<TPart, IncidentId>(table, "IncidentId");

    public static void PartOfProceeding<TPart>(this EntityTypeBuilder<TPart> builder, string table)
        where TPart : class => builder.PartOf<TPart, ProceedingId>(table, "ProceedingId");

    public static void PartOf<TPart, TOwnerId>(this EntityTypeBuilder<TPart> builder, string table, string owner)
        where TPart : class
    {
        builder.ToTable(table);
        builder.Property<TOwnerId>(owner);
        builder.Property<int>("Sequence").ValueGeneratedNever();
        builder.HasKey(owner, "Sequence");
    }

    public static void Date(this ComplexPropertyBuilder<PartialDate> date)
    {
        date.Property(d => d.Precision);
        date.Property(d => d.Earliest);
        date.Property(d => d.Latest);
        date.Property(d => d.IsApproximate);
        date.Ignore(d => d.Year);
        date.Ignore(d => d.Month);
        date.Ignore(d => d.Day);
        date.Ignore(d => d.IsKnown);
    }
}
