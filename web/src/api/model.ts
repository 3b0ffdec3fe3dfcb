/**
 * What the REST API answers, as the pages use it. Dates are ISO 8601 instants, money is in cents,
 * codes are those of docs/glossary.md.
 */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type FormData = Record<string, Json>;
/** A JSON Schema or uiSchema as it comes from the API. */
export type JsonSchema = Record<string, unknown>;

export interface Page<T> {
  items: T[];
  next: string | null;
}

export interface Organisation {
  id: string;
  name: string;
  line: string | null;
  level: string | null;
  region: string | null;
}

export interface Post {
  id: string;
  role: string;
  title: string;
  organisation: Organisation;
}

export interface Session {
  person: { id: string; name: string; idNumberMasked: string | null; kind: string };
  posts: Post[];
  post: string | null;
}

export interface Region {
  code: string;
  name: string;
  level: string;
  parent: string | null;
}

export interface ItemSummary {
  code: string;
  name: string;
  kind: 'single' | 'one-stop';
  type: string;
  typeName: string;
  summary: string;
  statutory: string | null;
  promised: string | null;
  verified: boolean;
}

export interface Limit {
  days: number;
  unit: 'wd' | 'd';
  note?: string;
}

export interface LegalBasis {
  law: string;
  article: string;
  text?: string;
  verified: boolean;
}

export interface MaterialRule {
  code: string;
  name: string;
  kind?: string;
  form?: string;
  need: 'required' | 'optional' | 'deferrable';
  copies?: number;
  source: 'government' | 'self' | 'intermediary';
  heldAs?: string;
  child?: string;
  acceptance?: string;
  verified?: boolean;
}

export interface Fee {
  name: string;
  basis?: string;
  standard?: string;
  amountCents: number;
}

export interface ChildItem {
  key: string;
  item: string;
  name: string;
  when?: string;
}

export interface SituationOption {
  value: Json;
  label: string;
}

export interface SituationQuestion {
  id: string;
  question: string;
  hint?: string;
  input?: 'number' | 'text';
  options: SituationOption[];
}

export interface ItemData {
  code: string;
  version: number;
  name: string;
  kind: 'single' | 'one-stop';
  type: string;
  level?: string;
  lead?: { line: string; level: string; name?: string };
  limits?: { statutory?: Limit; promised?: Limit } & Record<string, Limit | undefined>;
  legalBasis?: LegalBasis[];
  conditions?: (string | { text: string; verified?: boolean })[];
  materials?: MaterialRule[];
  fees?: Fee[];
  result?: { name: string; kind: string; validYears?: number };
  children?: ChildItem[];
  situation?: SituationQuestion[];
  guide?: ItemGuide;
  verified?: boolean;
  notes?: string[];
}

export interface ItemGuide {
  summary?: string;
  flow?: (string | { name: string; text?: string })[] | string;
  faq?: { q: string; a: string }[];
  phone?: string;
  complaints?: string;
  hours?: string;
  address?: string;
  visits?: number | string;
}

export interface ItemForm {
  schema: JsonSchema;
  uiSchema?: JsonSchema;
}

export interface SituationMaterial {
  code: string;
  name: string;
  need: MaterialRule['need'];
  source: MaterialRule['source'];
  held: { licence?: string | null; name: string } | null;
  child?: string | null;
  acceptance?: string | null;
}

export interface Situation {
  children: { key: string; name: string; item: string; selected: boolean }[];
  materials: SituationMaterial[];
  prefill: FormData;
  blocked: { code: string; message: string }[];
}

export interface Draft {
  id: string;
  item: { code: string; name: string };
  region: string;
  regionName?: string | null;
  form: FormData;
  materials: Record<string, string[]>;
  updatedAt: string;
}

export interface StoredFile {
  id: string;
  name: string;
  mime: string;
  size: number;
  sha256: string;
}

export type CaseState =
  | 'submitted'
  | 'collected'
  | 'correcting'
  | 'accepted'
  | 'granted'
  | 'refused'
  | 'rejected'
  | 'withdrawn'
  | 'terminated'
  | 'finished';

export interface CaseSummary {
  number: string;
  item: { code: string; name: string };
  state: CaseState;
  stateName: string;
  region: string;
  regionName: string | null;
  submittedAt: string;
  dueAt: string | null;
  promisedDueAt: string | null;
  ended: boolean;
  /** To correct, to pay. */
  waitsForApplicant: boolean;
}

export interface ChildCase {
  number: string;
  itemName: string;
  state: CaseState;
  stateName: string;
  key: string | null;
  dueAt: string | null;
  leadDepartment: string | null;
  ended: boolean;
}

export interface TimelineRow {
  at: string;
  kind: string;
  element?: string | null;
  name: string | null;
  person: string | null;
  department: string | null;
  level: string | null;
  outcome: string | null;
  outcomeName?: string | null;
  opinion?: string | null;
  text?: string | null;
}

export interface CaseMaterial {
  code: string;
  name: string;
  source: 'upload' | 'license' | 'shared';
  fileId: string | null;
  fileName: string | null;
  licenseId: string | null;
  note: string | null;
}

export interface Payment {
  id: string;
  amountCents: number;
  state: 'ordered' | 'paid' | 'refused' | 'refunded';
  payUrl: string | null;
  itemName: string | null;
  caseNumber: string;
  paidAt?: string | null;
}

export interface Licence {
  identifier: string;
  name: string;
  number: string | null;
  issuedOn: string | null;
  issuer: string | null;
  validTo?: string | null;
  caseNumber: string;
}

export type Light = 'green' | 'warning' | 'red';

/** What the applicant has to do now: usually a correction, sometimes another answer. */
export interface ApplicantTask {
  id: string;
  caseNumber: string;
  element: string;
  name: string;
  form: string | null;
  formSchema: JsonSchema | null;
  opinion: string | null;
  materials: { code: string; name: string; note: string | null }[];
  fields: { field: string; title: string; note: string | null }[];
  dueAt: string | null;
}

export interface CaseClock {
  light: Light | 'none';
  acceptedAt: string | null;
  decidedAt: string | null;
  statutory: string | null;
  promised: string | null;
  /** Says how natural days are scaled in a demonstration; empty otherwise. */
  note: string;
}

export interface CaseDetail extends CaseSummary {
  parent: string | null;
  children: ChildCase[];
  timeline: TimelineRow[];
  materials: CaseMaterial[];
  form: FormData;
  payments: Payment[];
  licences: Licence[];
  applicantTask: ApplicantTask | null;
  applicantName: string;
  leadDepartment: string;
  formSchema: JsonSchema | null;
  clock: CaseClock;
}

export interface TaskSummary {
  id: string;
  state: string;
  element: string;
  caseNumber: string;
  itemCode: string;
  itemName: string;
  name: string;
  act: string | null;
  departmentName: string | null;
  regionName: string | null;
  applicantName: string | null;
  openedAt: string;
  dueAt: string | null;
  light: Light;
  assignee: { id: string; name: string } | null;
}

export interface TaskPage extends Page<TaskSummary> {
  /** Tasks of the post's department nobody has claimed. */
  pool: number;
  /** Tasks this person has claimed. */
  mine: number;
}

export interface TaskDetail extends TaskSummary {
  formSchema: JsonSchema | null;
  uiSchema: JsonSchema | null;
  outcomes: { id: string; name: string }[];
  inputs: FormData;
  case: CaseDetail;
}

export interface CaseDiagram {
  xml: string;
  active: string[];
  completed: string[];
  incidents: string[];
}

export interface Incident {
  id: string;
  caseNumber: string;
  element: string;
  code: string;
  message: string;
  state: string;
  openedAt: string;
  itemName: string;
  elementName: string | null;
}

export interface ProcessSummary {
  id: string;
  name: string;
  publishedVersion: number | null;
  publishedAt: string | null;
  hasDraft: boolean;
  runningCases: number;
}

export interface ProcessVersion {
  version: number;
  state: 'draft' | 'published' | 'retired';
  name: string;
  hash: string | null;
  publishedAt: string | null;
  updatedAt: string;
  createdBy: string | null;
  runningCases: number;
}

export interface Finding {
  severity: 'error' | 'warning';
  rule: string;
  element?: string;
  message: string;
}

export interface SupervisionRow {
  number: string;
  itemName: string;
  state: string;
  stateName: string;
  regionName: string;
  leadDepartment: string;
  dueAt: string | null;
  promisedDueAt: string | null;
  /** Which limit ends first. */
  limit: 'statutory' | 'promised' | 'step';
  firstDueAt: string;
  step: string | null;
  stepDepartment: string | null;
  light: 'warning' | 'red';
}

export interface BenefitLine {
  id: string;
  caseNumber: string;
  name: string;
  amountCents: number;
  accountMasked: string;
  state: 'listed' | 'sent' | 'paid' | 'failed' | 'corrected';
  reason: string | null;
}

export interface BenefitList {
  id: string;
  item: string;
  month: string;
  region: string;
  /** Made, approved and at the bank, returned with failures, all paid. */
  state: 'prepared' | 'approved' | 'returned' | 'closed';
  totalCents: number;
  lines: BenefitLine[];
}
