import { OrganisationsCatalogueCalendar1760000000001 } from './1760000000001-organisations-catalogue-calendar.js';
import { Cases1760000000002 } from './1760000000002-cases.js';
import { IdentityDocumentsProcesses1760000000003 } from './1760000000003-identity-documents-processes.js';
import { PaymentsLicences1760000000004 } from './1760000000004-payments-licences.js';
import { Benefits1760000000005 } from './1760000000005-benefits.js';
import { OneBenefitAPerson1760000000006 } from './1760000000006-one-benefit-a-person.js';
import { Decisions1760000000007 } from './1760000000007-decisions.js';
import { AdapterBindings1760000000020 } from './1760000000020-adapter-bindings.js';
import { Correlation1760000000030 } from './1760000000030-correlation.js';
import { AuditChain1760000000040 } from './1760000000040-audit-chain.js';
import { CaseMigrations1760000000050 } from './1760000000050-case-migrations.js';
import { ProcessStarts1760000000060 } from './1760000000060-process-starts.js';
import { LegalActs1760000000100 } from './1760000000100-legal-acts.js';
import { ClockRules1760000000120 } from './1760000000120-clock-rules.js';
import { CalendarVersions1760000000121 } from './1760000000121-calendar-versions.js';
import { BringingOver1760000000122 } from './1760000000122-bringing-over.js';
import { OfficialDocuments1760000000130 } from './1760000000130-official-documents.js';
import { Inspections1760000000131 } from './1760000000131-inspections.js';
import { Archives1760000000132 } from './1760000000132-archives.js';
import { SideTasks1760000000140 } from './1760000000140-side-tasks.js';
import { TaskVerbs1760000000141 } from './1760000000141-task-verbs.js';
import { SupervisionFigures1760000000150 } from './1760000000150-supervision-figures.js';
import { CardsAndOrders1760000000151 } from './1760000000151-cards-and-orders.js';
import { Credit1760000000160 } from './1760000000160-credit.js';
import { Window1760000000161 } from './1760000000161-window.js';
import { LicenceLifecycle1760000000162 } from './1760000000162-licence-lifecycle.js';
import { ResultDelivery1760000000170 } from './1760000000170-result-delivery.js';
import { Renewals1760000000180 } from './1760000000180-renewals.js';
import { SupervisionSettings1760000000181 } from './1760000000181-supervision-settings.js';
import { DrawnTimers1760000000182 } from './1760000000182-drawn-timers.js';
import { BringingOverFiles1760000000190 } from './1760000000190-bringing-over-files.js';
import { Recurring1760000000200 } from './1760000000200-recurring.js';
import { NarrowRowsAreWhole1760000000201 } from './1760000000201-narrow-rows-are-whole.js';
import { StuckActivations1760000000202 } from './1760000000202-stuck-activations.js';
import { DefinitionDrafts1760000000203 } from './1760000000203-definition-drafts.js';
import { CopiesRecalled1760000000230 } from './1760000000230-copies-recalled.js';
import { FirmsOfPeople1760000000231 } from './1760000000231-firms-of-people.js';
import { MoreSettings1760000000232 } from './1760000000232-more-settings.js';
import { HeardNonces1760000000233 } from './1760000000233-heard-nonces.js';
import { PersonalData1760000000240 } from './1760000000240-personal-data.js';
import { StoreMarks1760000000241 } from './1760000000241-store-marks.js';
import { TracesAndSessions1760000000242 } from './1760000000242-traces-and-sessions.js';
import { SecondPersons1760000000243 } from './1760000000243-second-persons.js';
import { Retention1760000000250 } from './1760000000250-retention.js';
import { DigestKey1760000000260 } from './1760000000260-digest-key.js';
import { AuditOrigins1760000000261 } from './1760000000261-audit-origins.js';
import { ItemsKept1760000000270 } from './1760000000270-items-kept.js';
import { ArticlesOfLaw1760000000271 } from './1760000000271-articles-of-law.js';
import { FormVersions1760000000285 } from './1760000000285-form-versions.js';
import { EntriesOfItems1760000000490 } from './1760000000490-entries-of-items.js';
import { SearchWords1760000000286 } from './1760000000286-search-words.js';
import { Register1760000000295 } from './1760000000295-register.js';
import { NumbersOfPapers1760000000310 } from './1760000000310-numbers-of-papers.js';
import { Endings1760000000311 } from './1760000000311-endings.js';
import { ToldChanges1760000000325 } from './1760000000325-told-changes.js';
import { Notifications1760000000355 } from './1760000000355-notifications.js';
import { Reminders1760000000356 } from './1760000000356-reminders.js';
import { ExercisesUncounted1760000000365 } from './1760000000365-exercises-uncounted.js';
import { FilesWithinForms1760000000340 } from './1760000000340-files-within-forms.js';
import { ItemsInUse1760000000341 } from './1760000000341-items-in-use.js';
import { TerritoriesOfChanges1760000000335 } from './1760000000335-territories-of-changes.js';
import { FeesCountedAgain1760000000345 } from './1760000000345-fees-counted-again.js';
import { Regulators1760000000346 } from './1760000000346-regulators.js';
import { Ratings1760000000375 } from './1760000000375-ratings.js';
import { PlannedPeriods1760000000366 } from './1760000000366-planned-periods.js';
import { EarlierArchivePackages1760000000380 } from './1760000000380-earlier-archive-packages.js';
import { AnswersOfTheProvince1760000000391 } from './1760000000391-answers-of-the-province.js';
import { LawOfCases1760000000390 } from './1760000000390-law-of-cases.js';
import { BasesOfDrafts1760000000400 } from './1760000000400-bases-of-drafts.js';
import { HandsOfDrafts1760000000420 } from './1760000000420-hands-of-drafts.js';
import { NotesOfVersions1760000000440 } from './1760000000440-notes-of-versions.js';
import { NotificationsKept1760000000435 } from './1760000000435-notifications-kept.js';
import { ProposalsCounted1760000000460 } from './1760000000460-proposals-counted.js';
import { OrdersToSeveral1760000000461 } from './1760000000461-orders-to-several.js';
import { Signatures1760000000462 } from './1760000000462-signatures.js';
import { QueriesShared1760000000463 } from './1760000000463-queries-shared.js';
import { MovedLimits1760000000401 } from './1760000000401-moved-limits.js';
import { LimitsOfStrangers1760000000425 } from './1760000000425-limits-of-strangers.js';
import { ArchiveProperties1760000000431 } from './1760000000431-archive-properties.js';
import { FirstAnswers1760000000430 } from './1760000000430-first-answers.js';
import { RevisionsOfApplications1760000000445 } from './1760000000445-revisions-of-applications.js';
import { CorrectionsKept1760000000470 } from './1760000000470-corrections-kept.js';
import { TasksDone1760000000471 } from './1760000000471-tasks-done.js';
import { Authorisations1760000000481 } from './1760000000481-authorisations.js';
import { DeletedDrafts1760000000480 } from './1760000000480-deleted-drafts.js';

/** Every migration, in order; a new one is one file and one line here. */
export const migrations = [
  OrganisationsCatalogueCalendar1760000000001,
  Cases1760000000002,
  IdentityDocumentsProcesses1760000000003,
  PaymentsLicences1760000000004,
  Benefits1760000000005,
  OneBenefitAPerson1760000000006,
  Decisions1760000000007,
  AdapterBindings1760000000020,
  Correlation1760000000030,
  AuditChain1760000000040,
  CaseMigrations1760000000050,
  ProcessStarts1760000000060,
  LegalActs1760000000100,
  ClockRules1760000000120,
  CalendarVersions1760000000121,
  BringingOver1760000000122,
  OfficialDocuments1760000000130,
  Inspections1760000000131,
  Archives1760000000132,
  SideTasks1760000000140,
  TaskVerbs1760000000141,
  SupervisionFigures1760000000150,
  CardsAndOrders1760000000151,
  Credit1760000000160,
  Window1760000000161,
  LicenceLifecycle1760000000162,
  ResultDelivery1760000000170,
  Renewals1760000000180,
  SupervisionSettings1760000000181,
  DrawnTimers1760000000182,
  BringingOverFiles1760000000190,
  Recurring1760000000200,
  NarrowRowsAreWhole1760000000201,
  StuckActivations1760000000202,
  DefinitionDrafts1760000000203,
  CopiesRecalled1760000000230,
  FirmsOfPeople1760000000231,
  MoreSettings1760000000232,
  HeardNonces1760000000233,
  PersonalData1760000000240,
  StoreMarks1760000000241,
  TracesAndSessions1760000000242,
  SecondPersons1760000000243,
  Retention1760000000250,
  DigestKey1760000000260,
  AuditOrigins1760000000261,
  ItemsKept1760000000270,
  ArticlesOfLaw1760000000271,
  FormVersions1760000000285,
  SearchWords1760000000286,
  EntriesOfItems1760000000490,
  Register1760000000295,
  NumbersOfPapers1760000000310,
  Endings1760000000311,
  ToldChanges1760000000325,
  Notifications1760000000355,
  Reminders1760000000356,
  ExercisesUncounted1760000000365,
  FilesWithinForms1760000000340,
  ItemsInUse1760000000341,
  TerritoriesOfChanges1760000000335,
  FeesCountedAgain1760000000345,
  Regulators1760000000346,
  PlannedPeriods1760000000366,
  Ratings1760000000375,
  EarlierArchivePackages1760000000380,
  LawOfCases1760000000390,
  AnswersOfTheProvince1760000000391,
  BasesOfDrafts1760000000400,
  MovedLimits1760000000401,
  LimitsOfStrangers1760000000425,
  HandsOfDrafts1760000000420,
  NotesOfVersions1760000000440,
  FirstAnswers1760000000430,
  ArchiveProperties1760000000431,
  RevisionsOfApplications1760000000445,
  NotificationsKept1760000000435,
  CorrectionsKept1760000000470,
  TasksDone1760000000471,
  DeletedDrafts1760000000480,
  Authorisations1760000000481,
  ProposalsCounted1760000000460,
  OrdersToSeveral1760000000461,
  Signatures1760000000462,
  QueriesShared1760000000463,
];
