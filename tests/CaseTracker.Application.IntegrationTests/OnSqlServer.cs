using CaseTracker.Application.IntegrationTests.Access;
using CaseTracker.Application.IntegrationTests.Accountability;
using CaseTracker.Application.IntegrationTests.Audit;
using CaseTracker.Application.IntegrationTests.FollowUps;
using CaseTracker.Application.IntegrationTests.Incidents;
using CaseTracker.Application.IntegrationTests.People;
using CaseTracker.Application.IntegrationTests.Reference;
using CaseTracker.Application.IntegrationTests.Statistics;
using CaseTracker.Application.IntegrationTests.Vocabularies;
using CaseTracker.Testing;

namespace CaseTracker.Application.IntegrationTests;

public sealed class AddPartsOnSqlServer(UseCasesOnSqlServer app) : AddPartsTests(app), IClassFixture<UseCasesOnSqlServer>;

public sealed class ChangeIncidentOnSqlServer(UseCasesOnSqlServer app) : ChangeIncidentTests(app), IClassFixture<UseCasesOnSqlServer>;

public sealed class CiteReleaseOnSqlServer(UseCasesOnSqlServer app) : CiteReleaseTests(app), IClassFixture<UseCasesOnSqlServer>;

public sealed class DraftOnSqlServer(UseCasesOnSqlServer app) : DraftTests(app), IClassFixture<UseCasesOnSqlServer>;

public sealed class FindPossibleDuplicatesOnSqlServer(UseCasesOnSqlServer app) : FindPossibleDuplicatesTests(app), IClassFixture<UseCasesOnSqlServer>;

public sealed class FollowUpOnSqlServer(UseCasesOnSqlServer app) : FollowUpTests(app), IClassFixture<UseCasesOnSqlServer>;

public sealed class GetStatisticsOnSqlServer(UseCasesOnSqlServer app) : GetStatisticsTests(app), IClassFixture<UseCasesOnSqlServer>;

public sealed class IncidentPageOnSqlServer(UseCasesOnSqlServer app) : IncidentPageTests(app), IClassFixture<UseCasesOnSqlServer>;

public sealed class JusticeOnSqlServer(UseCasesOnSqlServer app) : JusticeTests(app), IClassFixture<UseCasesOnSqlServer>;

public sealed class ListIncidentsOnSqlServer(UseCasesOnSqlServer app) : ListIncidentsTests(app), IClassFixture<UseCasesOnSqlServer>;

public sealed class ListTrailOnSqlServer(UseCasesOnSqlServer app) : ListTrailTests(app), IClassFixture<UseCasesOnSqlServer>;

public sealed class ListsOnSqlServer(UseCasesOnSqlServer app) : ListsTests(app), IClassFixture<UseCasesOnSqlServer>;

public sealed class LogIncidentOnSqlServer(UseCasesOnSqlServer app) : LogIncidentTests(app), IClassFixture<UseCasesOnSqlServer>;

public sealed class MoveIncidentOnSqlServer(UseCasesOnSqlServer app) : MoveIncidentTests(app), IClassFixture<UseCasesOnSqlServer>;

public sealed class OpenIdentityOnSqlServer(UseCasesOnSqlServer app) : OpenIdentityTests(app), IClassFixture<UseCasesOnSqlServer>;

public sealed class ReferenceSeedOnSqlServer(UseCasesOnSqlServer app) : ReferenceSeedTests(app), IClassFixture<UseCasesOnSqlServer>;

public sealed class SeeHandOverOnSqlServer(UseCasesOnSqlServer app) : SeeHandOverTests(app), IClassFixture<UseCasesOnSqlServer>;

public sealed class VerifyAndAssignOnSqlServer(UseCasesOnSqlServer app) : VerifyAndAssignTests(app), IClassFixture<UseCasesOnSqlServer>;

public sealed class VisibilityOnSqlServer(UseCasesOnSqlServer app) : VisibilityTests(app), IClassFixture<UseCasesOnSqlServer>;
