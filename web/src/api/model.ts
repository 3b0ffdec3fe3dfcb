/**
 * What the REST API answers, as the pages use it: the generated types, with the parts the API
 * leaves open (answers to forms) spelled out. Money is in cents, dates are ISO 8601.
 */
import type { components, operations, paths } from './schema.js';

type Schemas = components['schemas'];

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type FormData = Record<string, Json>;
/** How a form looks: rjsf's uiSchema. */
export type UiSchema = Record<string, unknown>;

/** The same type with some members more exact than the API's description. */
type Refined<T, Exact> = Omit<T, keyof Exact> & Exact;

export interface Page<T> {
  items: T[];
  next: string | null;
}

export type Session = Schemas['SessionDto'];
export type Post = Schemas['PostDto'];
export type ActingFor = Schemas['ActingForDto'];
export type Authorisation = Schemas['AuthorisationDto'];
export type NewAuthorisation = Schemas['NewAuthorisationDto'];
export type PaperAuthorisation = Schemas['PaperAuthorisationDto'];
export type Region = Schemas['RegionDto'];
export type LegalStanding = Schemas['LegalStandingDto'];
export type OfferedAct = Schemas['OfferedActDto'];
export type LegalAct = Schemas['LegalActDto'];
export type ItemSummary = Schemas['ItemSummaryDto'];

export type ItemData = Schemas['ItemDto'];
export type CatalogueRow = Schemas['CatalogueRowDto'];
export type CatalogueFilter = NonNullable<
  paths['/api/catalogue/items']['get']['parameters']['query']
>;
export type ArticleRow = Schemas['ArticleRowDto'];
export type NewArticle = Schemas['NewArticleDto'];
export type TouchedItem = Schemas['TouchedItemDto'];
export type ItemVersion = Schemas['ItemVersionDto'];
export type ItemHistory = Schemas['ItemHistoryDto'];
export type ItemEntry = Schemas['ItemEntryDto'];
export type EntryComment = Schemas['ItemCommentDto'];
export type ItemFinding = Schemas['ItemFindingDto'];
export type StandingChange = Schemas['StandingChangeDto'];
export type Limit = Schemas['Limit'];
export type SituationQuestion = Schemas['SituationQuestion'];

export type FormField = Schemas['FormFieldDto'];

/** A form and how it looks. */
export interface ItemForm {
  schema: FormField;
  uiSchema?: UiSchema;
}

/** As one what the API gives as two. */
export const itemForm = (schema: FormField, uiSchema: UiSchema | null): ItemForm => ({
  schema,
  ...(uiSchema && { uiSchema }),
});

/** What is filled in beforehand, and the name of the register that each field comes from. */
interface Prefilled {
  prefill: FormData;
  sources: Record<string, string>;
}
export type SituationMaterial = Schemas['SituationMaterialDto'];
export type Situation = Refined<Schemas['SituationDto'], Prefilled>;
export type DraftFile = Schemas['DraftFileDto'];
export type DeletedDraft = Refined<Schemas['DeletedDraftDto'], { form: FormData }>;
export type Draft = Refined<Schemas['DraftDto'], { form: FormData }>;
/** The situation of a draft, with the ways of handling it may choose. */
export type DraftSituation = Refined<Schemas['DraftSituationDto'], Prefilled>;
export type ChosenWays = Schemas['ChosenWaysDto'];
export type Offer = Schemas['OfferDto'];
export type CreditRecord = Schemas['CreditRecordDto'];
export type DepartmentCreditRecord = Schemas['DepartmentCreditRecordDto'];
export type NewCreditRequest = Schemas['NewCreditRequestDto'];
export type Collection = Schemas['CollectionDto'];
export type CaseWays = Schemas['WaysDto'];
export type Parcel = Schemas['ParcelDto'];
export type DeliveryState = Schemas['DeliveryStateDto'];
export type PartDelivery = Schemas['PartDeliveryDto'];
export type PaperKind = Schemas['HandOutDto']['paperKind'];
export type Envelope = Schemas['EnvelopeDto'];
export type NewEntry = Schemas['NewEntryDto'];
export type HeldLicence = Schemas['HeldLicenceDto'];
export type LicenceOperation = Schemas['NewLicenceChangeDto']['operation'];
export type StoredFile = Schemas['StoredFileDto'];

export type CaseSummary = Schemas['CaseSummaryDto'];
export type CaseDetail = Refined<Schemas['CaseDto'], { form: FormData }>;
export type PersonalData = Refined<Schemas['PersonalDataDto'], { form: FormData }>;
export type ProvinceAnswer = Schemas['ProvinceAnswerDto'];
export type ChildCase = Schemas['ChildCaseDto'];
export type TimelineRow = Schemas['TimelineEntryDto'];
export type Payment = Schemas['PaymentDto'];
export type Licence = Schemas['LicenceDto'];
/** What the applicant has to do now: usually a correction, sometimes another answer. */
export type ApplicantTask = Schemas['ApplicantTaskDto'];
export type OfficialDocument = Schemas['OfficialDocumentDto'];
export type WholeDocument = Schemas['WholeDocumentDto'];
export type DocumentKind = Schemas['DocumentKindDto'];
export type KindSetting = Schemas['KindSettingDto'];
export type DocumentTemplate = Schemas['TemplateDto'];
export type DocumentWord = Schemas['DocumentWordDto'];
export type Inspection = Schemas['InspectionDto'];
export type ArchivePackage = Schemas['ArchivePackageDto'];
export type Verified = Schemas['VerifiedDto'];
export type Comparison = Schemas['ComparisonDto'];
export type CaseAnswer = Schemas['CaseAnswerDto'];
export type CaseDiagram = Schemas['DiagramDto'];

export type Light = 'green' | 'warning' | 'yellow' | 'red' | 'none';
export type TaskSummary = Schemas['TaskSummaryDto'];
export type TaskPage = Schemas['TaskListDto'];
export type TaskDetail = Refined<Schemas['TaskDto'], { case: CaseDetail; inputs: FormData }>;
export type InboxQuery = NonNullable<operations['listTasks']['parameters']['query']>;
export type InboxView = NonNullable<InboxQuery['view']>;
export type SavedView = Schemas['SavedViewDto'];
export type TaskDraft = Schemas['TaskDraftDto'];
export type SignOff = Schemas['SignOffDto'];
export type NewSignOff = Schemas['NewSignOffDto'];
export type SendBackTarget = Schemas['SendBackTargetDto'];
export type Desk = Schemas['DeskDto'];
export type Department = Schemas['DepartmentDto'];
export type BulkOutcome = Schemas['BulkOutcomeDto'];
export type TaskHistoryEntry = Schemas['TaskHistoryEntryDto'];
export type AuditEntry = Schemas['AuditEntryDto'];
export type RecurringTask = Schemas['RecurringTaskDto'];
/** Conditions of a search in the audit log. */
export type AuditSearch = Omit<
  NonNullable<operations['searchAudit']['parameters']['query']>,
  'cursor'
>;
export type Places = Schemas['PlacesDto'];
export type NewModification = Schemas['ModificationDto'];
export type MigrationPlan = Schemas['MigrationPlanDto'];
export type NewMigration = Schemas['MigrationDto'];
export type MigrationPreview = Schemas['MigrationPreviewDto'];
export type MigrationElement = Schemas['MigrationElementDto'];
export type CaseOutcome = Schemas['CaseOutcomeDto'];
export type RetryOutcome = Schemas['RetryOutcomeDto'];
export type Incident = Schemas['IncidentDto'];

export type ProcessSummary = Schemas['ProcessDto'];
export type ProcessVersion = Schemas['VersionDto'];
export type DecisionFile = Schemas['DecisionFileDto'];
export type DecisionVersion = Schemas['DecisionVersionDto'];
export type FormHead = Schemas['FormHeadDto'];
export type FormVersion = Schemas['FormVersionDto'];
export type FormUsage = Schemas['FormUsageDto'];
/** What a version of a form says. */
export interface FormContent {
  schema: FormField;
  uiSchema: UiSchema;
}
export type Review = Schemas['ReviewDto'];
export type Difference = Schemas['DifferenceDto'];
export type TriedOut = Schemas['TriedOutDto'];
export type Finding = Schemas['FindingDto'];
export type TimerStart = Schemas['TimerStartDto'];
export type TimerStartSetting = Schemas['TimerStartSettingDto'];
export type AdapterBinding = Schemas['AdapterBindingDto'];
export type NewAdapterBinding = Schemas['NewAdapterBindingDto'];
export type SupervisionRow = Schemas['SupervisedCaseDto'];
export type BenefitLine = Schemas['BenefitLineDto'];
export type BenefitListSummary = Schemas['BenefitListSummaryDto'];
export type BenefitList = Schemas['BenefitListDto'];

type QueryOf<Name extends keyof operations> = operations[Name] extends {
  parameters: { query?: infer Query };
}
  ? Omit<NonNullable<Query>, 'cursor'>
  : never;

export type BoardQuery = QueryOf<'readBoard'>;
export type SupervisedCasesQuery = QueryOf<'listSupervisedCases'>;
export type StatisticsQuery = QueryOf<'readStatistics'>;
export type TrendQuery = QueryOf<'readTrend'>;
export type TrendPeriod = Schemas['TrendPeriodDto'];
export type LeagueQuery = QueryOf<'readLeague'>;
export type HeatQuery = QueryOf<'readHeat'>;
export type RatingFiguresQuery = QueryOf<'readRatingFigures'>;
export type RatingsQuery = QueryOf<'listRatings'>;
export type CardsQuery = QueryOf<'listCards'>;
export type OrdersQuery = QueryOf<'listOrders'>;
export type Board = Schemas['BoardDto'];
export type BoardRow = Schemas['BoardRowDto'];
export type Figure = keyof BoardRow['figures'];
export type Measures = Schemas['MeasuresDto'];
export type LeagueRow = Schemas['LeagueRowDto'];
export type RatedRow = Schemas['RatedRowDto'];
export type RatedCase = Schemas['RatedCaseDto'];
export type HeatVersion = Schemas['HeatVersionDto'];
export type HeatElement = Schemas['HeatElementDto'];
export type SettingVersion = Schemas['SettingVersionDto'];
export type NewUrgeLimits = Schemas['NewUrgeLimitsDto'];
export type NewAppraisalPoints = Schemas['NewAppraisalPointsDto'];
export type NewQuietHours = Schemas['NewQuietHoursDto'];
export type NewRetentionDays = Schemas['NewRetentionDaysDto'];
export type NewListsAhead = Schemas['NewListsAheadDto'];
export type NewPublicationSetting = Schemas['NewPublicationSettingDto'];
export type Removal = Schemas['RemovalDto'];
export type CardRule = Schemas['RuleDto'];
export type CardRuleContent = Schemas['RuleContentDto'];
export type Card = Schemas['CardDto'];
export type CardDecisions = Schemas['CardDecisionsDto'];
export type CardDetail = Schemas['CardDetailDto'];
export type NewCard = Schemas['NewCardDto'];
export type CardTransition =
  | 'answer'
  | 'confirmation'
  | 'dismissal'
  | 'acceptance'
  | 'return'
  | 'revocation';
export type Order = Schemas['OrderDto'];
export type OrderDetail = Schemas['OrderDetailDto'];
export type NewOrder = Schemas['NewOrderDto'];
export type OrderTransition = 'reply' | 'acceptance' | 'return' | 'withdrawal';
export type SupervisionAct = Schemas['OrderReturnDto'];
export type SupervisionActEntry = Schemas['SupervisionActDto'];
export type SavedQuery = Schemas['SavedQueryDto'];
export type ChangedSavedQuery = Schemas['ChangedSavedQueryDto'];
export type NewSavedQuery = Schemas['NewSavedQueryDto'];

export type Notification = Schemas['NotificationDto'];
export type Occasion = Schemas['OccasionDto'];
export type FailedText = Schemas['FailedTextDto'];

export type CalendarYear = Schemas['CalendarYearDto'];
export type ForeseenMoves = Schemas['ForeseenDto'];
export type Replanning = Schemas['ReplanningDto'];
export type ClockRules = Schemas['ClockRulesDto'];
export type RuleVersion = Refined<Schemas['RuleVersionDto'], { rules: ClockRules }>;
export type NewRules = Schemas['PublishRulesDto'];
export type BringingOverRun = Schemas['BringingOverDto'];
export type LineOutcome = Schemas['LineOutcomeDto'];

/** What the API lets one do with a task, below `/api/tasks/{id}/`. */
export type VerbPath = {
  [Path in keyof paths]: Path extends `/api/tasks/{id}/${infer Rest}`
    ? paths[Path] extends { post: object }
      ? Rest
      : never
    : never;
}[keyof paths];

/** What the operation is sent; undefined = nothing. */
export type VerbBody<Path extends VerbPath> = paths[`/api/tasks/{id}/${Path}`] extends {
  post: { requestBody: { content: { 'application/json': infer Body } } };
}
  ? Body
  : undefined;

export type OrganisationQuery = NonNullable<operations['listOrganisations']['parameters']['query']>;
export type OrganisationRow = Schemas['OrganisationRowDto'];
export type OrganisationDetail = Schemas['OrganisationDetailDto'];
export type NewOrganisation = Schemas['NewOrganisationDto'];
export type ChangedOrganisation = Schemas['ChangedOrganisationDto'];
export type NewRegion = Schemas['NewRegionDto'];
export type RegisterChange = Schemas['ChangeDto'];
export type RegisterChangeQuery = NonNullable<
  operations['listRegisterChanges']['parameters']['query']
>;
export type StaffQuery = NonNullable<operations['listStaff']['parameters']['query']>;
export type PostLine = Schemas['PostLineDto'];
export type StaffMember = Schemas['StaffMemberDto'];
export type NewPost = Schemas['NewPostDto'];
export type ChangedPost = Schemas['ChangedPostDto'];
export type EndedPost = Schemas['EndedPostDto'];
export type AuthorityQuery = NonNullable<operations['listAuthorities']['parameters']['query']>;
export type AuthorityRow = Schemas['AuthorityRowDto'];
export type AuthorityKey = Schemas['AuthorityKeyDto'];
export type NewAuthority = Schemas['NewAuthorityDto'];
