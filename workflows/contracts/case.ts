/**
 * What the case workflow, its client (src) and its activities agree on.
 * Only codes and references travel here: no names, no ID numbers in ids or search attributes.
 */
import type {
  MigrationPlan,
  Modification,
  State as EngineState,
  Incident,
  Json,
  OpenActivity,
  OpenTask,
  Subscription,
  Variables,
} from '../../bpmn/engine/index.js';
import type { ProcessModel } from '../../bpmn/model/process.js';

export const CASE_WORKFLOW = 'caseWorkflow';
export const CASE_QUEUE = 'case';

/** The law's states of a case (办件状态); `workflows/law` says which act leads from which to which. */
export type CaseState =
  | 'submitted' // 申报
  | 'pre-reviewed' // 预审通过
  | 'sent-back' // 预审退回
  | 'collected' // 收件
  | 'correcting' // 补正
  | 'accepted' // 受理
  | 'handling' // 承办
  | 'reviewing' // 审核
  | 'special-procedure' // 特别程序: the clock stands still
  | 'suspended' // 挂起: nothing moves, but the clock runs
  | 'granted' // 准予
  | 'refused' // 不予许可
  | 'rejected' // 不予受理
  | 'paying' // 缴费
  | 'licensing' // 制证
  | 'finished' // 办结
  | 'delivered' // 送达
  | 'rated' // 评价
  | 'archived' // 归档
  | 'withdrawn' // 撤回
  | 'terminated' // 终止
  | 'forwarded' // 转报
  | 'lapsed' // 补正不来
  | 'returned' // 退件
  | 'voided'; // 作废

/** What moves the legal state, or is an official act within it; names and articles in `workflows/law`. */
export type LegalAct =
  | 'submit' // 申报
  | 'pre-pass' // 预审通过
  | 'pre-return' // 预审退回
  | 'collect' // 收件
  | 'promise' // 告知承诺
  | 'accept' // 受理
  | 'accept-with-gaps' // 容缺受理
  | 'fill-gaps' // 容缺补齐
  | 'correct' // 一次性告知补正
  | 'supplement' // 补正
  | 'reject' // 不予受理
  | 'deem' // 逾期不告知，视为受理
  | 'lapse' // 补正不来
  | 'handle' // 承办
  | 'review' // 审核
  | 'grant' // 准予
  | 'refuse' // 不予许可
  | 'pay' // 缴费
  | 'license' // 制证
  | 'finish' // 办结
  | 'deliver' // 送达
  | 'revoke' // 撤销许可
  | 'rate' // 评价
  | 'archive' // 归档
  | 'pause' // 启动特别程序
  | 'resume' // 特别程序结束
  | 'extend' // 延期
  | 'suspend' // 挂起
  | 'unsuspend' // 解除挂起
  | 'forward' // 转报
  | 'return' // 退件
  | 'withdraw' // 撤回
  | 'terminate' // 终止
  | 'void' // 作废
  | 'tell-hearing' // 告知听证权利
  | 'ask-hearing' // 要求听证
  | 'hold-hearing'; // 举行听证

/** Acts on the whole case, beside its diagram. */
export type BesideAct =
  | 'pause'
  | 'resume'
  | 'extend'
  | 'suspend'
  | 'unsuspend'
  | 'forward'
  | 'return'
  | 'lapse'
  | 'terminate'
  | 'deliver'
  | 'archive'
  | 'void'
  | 'tell-hearing'
  | 'ask-hearing'
  | 'hold-hearing';

/** An act beside the diagram, and what the law wants to know of it. */
export interface BesideActs {
  act: BesideAct;
  reason?: string;
  /**
   * pause: `procedure` of the closed list, `days` its told length in working days, `document`;
   * extend: `days`, `by` (head, government); deliver: `way`, `receiver`, `trackingNumber`.
   */
  data?: Record<string, Json>;
}

/** One official act as it happened: a row of `legal_move`. */
export interface LegalMove {
  act: LegalAct;
  from: CaseState | 'draft';
  to: CaseState;
  /** When it happened. */
  at: number;
  /** Who did it; `law` = nobody, it followed from the law itself. */
  by: 'agency' | 'applicant' | 'law';
  /** The task by which it was done, if it was one of the diagram's. */
  taskKey?: string;
  reason?: string;
  /** Such as 行政许可法第三十二条. */
  article?: string;
  data?: Json;
}

/** An interval that does not count (行政许可法 45); `to` null = it still goes on. Instants. */
export interface LegalPause {
  from: number;
  to: number | null;
  /** Of {@link ClockRules.pauses}. */
  reason: string;
  article?: string;
  /** The notice that told the applicant, with the length it named. */
  document?: string;
  toldDays?: number;
}

/** What the legal side adds to a case's row; instants, null = not (yet). */
export interface LegalColumns {
  receivedAt: number | null;
  pausedAt: number | null;
  deliveredAt: number | null;
  archivedAt: number | null;
  /** End of the time to deliver the decision (行政许可法 44). */
  deliverDueAt: number | null;
  /** End of the time to accept, refuse or ask for corrections (行政许可法 32). */
  acceptanceDueAt: number | null;
  /** The decision, or how it ended without one. */
  outcome: CaseState | null;
  deemedAccepted: boolean;
  /** Working days an extension granted (行政许可法 42). */
  extensionDays: number;
  /** A limit runs into a year whose calendar is not published: 待日历. */
  calendarPending: boolean;
}

/** Stands for a compiled process in history; the payload codec adds `model` on the way in. */
export interface ModelReference {
  $model: string;
  model?: ProcessModel;
}

/** Working days of the years a case may need, frozen on it. */
export interface FrozenCalendar {
  version: string;
  /** Year → one character a day, `1` = working day. */
  years: Record<string, string>;
}

/** A statutory or promised limit of an item: `20wd`, `30d`; its type says whose law it is. */
export interface CaseLimits {
  statutory?: string;
  promised?: string;
}

/**
 * The rules of a case's clock, frozen on it: those of its item's type, unless the item has its own.
 * Limits are written `20wd` (working days) or `90d` (natural days).
 */
export interface ClockRules {
  /** Basis of the rules, such as 行政许可法. */
  law: string;
  /** The limit where the item states none; absent = then there is none. */
  statutory?: string;
  /**
   * Within which the agency accepts, refuses or asks for corrections, and whether its silence means
   * acceptance as of receipt (行政许可法 32(4)); null = the law sets no such limit.
   */
  acceptance: { within: string; silenceAccepts: boolean } | null;
  /** The longest extension, and who grants it (行政许可法 42); null = none. */
  extension: { upTo: string; by: 'head' | 'government' } | null;
  /** Reasons for which time does not count (行政许可法 45: a closed list). */
  pauses: string[];
  /** Within which the decision is delivered (行政许可法 44); null = no such limit. */
  delivery: string | null;
  /** Working days before the promised limit from which the light warns. */
  warn: number;
  /** Further periods of that law by name, such as `hearing-request`; absent = none. */
  periods?: Record<string, string>;
}

/** Where a case of an older system stands when it is brought over; instants in ms. */
export interface CarriedFrom {
  state: CaseState;
  dates: ActDates;
  receivedAt: number | null;
  /** Receipt or supplement: what the days to accept run from. */
  examinedFrom: number | null;
  /** Corrections were asked for already (行政许可法 32: once). */
  asked: boolean;
  /** Accepted by silence. */
  deemed: boolean;
  pauses: { from: number; to: number | null; reason: string }[];
  /** Working days an extension granted; 0 = none. */
  extension: number;
  outcome: CaseState | null;
  /** Elements of the diagram at which it goes on, instead of at its beginning. */
  elements: string[];
}

export interface CaseInput {
  caseNumber: string;
  item: { code: string; version: number };
  limits: CaseLimits;
  /** Absent in cases opened before clocks had rules: nothing but the limits holds. */
  rules?: ClockRules;
  /** When the application was received, where that was before the platform knew of it. */
  receivedAt?: number;
  /**
   * 异地代收: a window elsewhere has the papers, and receipt in law is when the owner has them; the
   * message `papers-received` says so.
   */
  awaitsPapers?: true;
  /** Township, county or city code (GB/T 2260 and its extension). */
  region: string;
  leadDepartment: string;
  model: ModelReference;
  calendar: FrozenCalendar;
  /** Length of a natural day in ms (DEMO_DAY); 86,400,000 in production. */
  dayLength: number;
  /** How long an adapter is retried before it becomes an incident, in ms. */
  adapterGiveUp: number;
  variables: Variables;
  parent?: { caseNumber: string; occurrence: string };
  /** The event that opened the case, when it was not a person; the diagram begins there. */
  startedBy?: { message?: string; signal?: string; startEvent?: string };
  /** Present in a case that an older system began. */
  carriedFrom?: CarriedFrom;
}

/** Everything a person or the outside does to a case, as a row first, then as this Update. */
export type CaseCommand = {
  /** The Idempotency-Key; also the Update's id. */
  id: string;
  /** Code of the person's post, never a name. `system` for notices. */
  actor: { person: string; post?: string };
} & (
  | { kind: 'start' }
  | {
      kind: 'complete';
      taskKey: string;
      outcome?: string;
      opinion?: string;
      form?: Json;
      variables?: Variables;
    }
  | { kind: 'withdraw'; reason: string }
  | ({ kind: 'legal' } & BesideActs)
  | { kind: 'message'; name: string; key?: string; variables: Variables }
  /** A message that correlation found this subscription for; `id` is the message's. */
  | { kind: 'deliver'; subscription: string; name: string; key?: string; variables: Variables }
  | { kind: 'retry'; incident: string; variables?: Variables }
  /** Who does a task, or an adapter, raises a BPMN escalation and goes on. `key` is the task's or call's. */
  | { kind: 'escalate'; key: string; code: string; variables?: Variables }
  /**
   * Moves the case to another version of its process (decision 10), if it still stands at `step`;
   * then it continues as new.
   */
  | { kind: 'migrate'; model: ModelReference; plan: MigrationPlan; step: number; reason: string }
  /** What a person with the right does beside the diagram; it stays on the case for ever. */
  | ({ kind: 'modify'; reason: string; back?: Back } & Modification)
  /** Sets root variables; conditions are looked at again. */
  | { kind: 'setVariables'; variables: Variables }
);
export type CaseCommandKind = CaseCommand['kind'];

/** A modification by a handler: 驳回 (returned) to an earlier step, 拿回 (recalled) of what they handed on. */
export interface Back {
  verb: 'returned' | 'recalled';
  /** The task that is sent or taken back. */
  taskKey: string;
  /** Where the case goes on, and its name in the diagram. */
  to: string;
  name: string;
  /** In a round: the task by which the answer was given that is asked for again. */
  answeredBy?: string;
}

/** The answer to a command; kept in its row. */
export interface CaseAnswer {
  caseNumber: string;
  step: number;
  state: CaseState;
  /** Keys of the tasks open after this step. */
  openTasks: string[];
  ended: boolean;
}

/** Refusals an Update's validator or handler gives, as ApplicationFailure types. */
export type CaseRefusal =
  | 'task-not-open'
  | 'unknown-outcome'
  | 'incident-not-open'
  | 'message-not-awaited'
  | 'already-decided'
  | 'already-ended'
  | 'case-moved-on'
  | 'migration-refused'
  | 'instance-not-open'
  | 'element-not-reachable'
  | 'nothing-to-modify'
  | 'illegal-move'
  | 'busy';

/** Message: the deciding department has the papers that a window elsewhere collected. */
export const PAPERS_RECEIVED = 'papers-received';

export const COMMAND_UPDATE = 'command';
export const POSITION_QUERY = 'position';
/** Child → parent: how it ended. A signal, because it must survive the parent's continue-as-new. */
export const CHILD_ENDED_SIGNAL = 'childEnded';
/** Parent → child: the applicant withdraws the whole matter; decided children ignore it. */
export const PARENT_WITHDRAWN_SIGNAL = 'parentWithdrawn';
/** Correlation → case: a signal some subscription of it waited for when it was thrown. */
export const DELIVER_SIGNAL = 'deliverSignal';
/** Calendar → case: by the calendar now published it falls due earlier. Payload {@link FrozenCalendar}. */
export const CALENDAR_CHANGED_SIGNAL = 'calendarChanged';
/** A release asks waiting cases to adopt the newer engine behaviour. */
export const CONTINUE_SIGNAL = 'continueAsNew';

/** How a case ended; for a child, what its parent's diagram sees at the call activity. */
export interface CaseResult {
  caseNumber: string;
  state: CaseState;
  /** granted, refused, rejected, withdrawn, terminated, or finished where nothing is decided. */
  outcome: CaseState;
}

export interface ChildEnded {
  occurrence: string;
  result: CaseResult;
}

/** A BPMN signal on its way to one case. */
export interface DeliveredSignal {
  /** The throw's; a second delivery of it is ignored. */
  id: string;
  name: string;
  variables: Variables;
  /** Ids of the case's subscriptions that waited when it was thrown. */
  subscriptions: string[];
}

/** What caused a step: `command:<id>`, `timer:<id>`, `activity:<occurrence>`, `child:<occurrence>`, `signal:<id>`. */
export type Cause = string;

/** Where a workflow stands; `verify` compares it with the tables. */
export interface CasePosition {
  caseNumber: string;
  step: number;
  cause: Cause;
  state: CaseState;
  ended: boolean;
  tasks: OpenTask[];
  subscriptions: Subscription[];
  incidents: Incident[];
}

/** One line of the case's timeline, written by `record`. */
export interface TimelineEntry {
  at: number;
  /** task-opened, task-completed, task-cancelled, activity-started, activity-done, state, incident, ended … */
  kind: string;
  element?: string;
  name?: string;
  taskKey?: string;
  outcome?: string;
  opinion?: string;
  data?: Json;
}

/** Instants of the acts that the law dates; null = not done yet. */
export interface ActDates {
  collected: number | null;
  accepted: number | null;
  decided: number | null;
}

/** An open task with the end of its own limit. */
export type RecordedTask = OpenTask & { dueAt: number | null };

/** A message or signal thrown by a step. */
export interface Thrown {
  kind: 'message' | 'signal';
  element: string;
  name: string;
  key?: string;
  variables: Variables;
}

export interface RecordInput {
  caseNumber: string;
  step: number;
  cause: Cause;
  previousCause: Cause | null;
  state: CaseState;
  ended: boolean;
  tasks: RecordedTask[];
  subscriptions: Subscription[];
  /** What the step throws to other cases; leaves the house when the step is known to be in history. */
  thrown: Thrown[];
  incidents: Incident[];
  dates: ActDates;
  /** End of the statutory and promised limit, known from acceptance on. */
  dueAt: number | null;
  promisedDueAt: number | null;
  /** The engine's state, for looking at and `rebuild`. */
  engineState: EngineState;
  /** Root variables the case page and its children need. */
  variables: Variables;
  timeline: TimelineEntry[];
  /** Ids of the elements a token left in this step. */
  completed: string[];
  /** Hash of the process the step moved the case to. */
  movedTo?: string;
  /** Official acts of the step, in their order; absent in histories of earlier releases. */
  moves?: LegalMove[];
  legal?: LegalColumns;
  /** Version of the calendar its due dates are counted by. */
  calendar?: string;
  /** Every pause of the case. */
  pauses?: LegalPause[];
  /** The element the step went back to: whoever did it last has it again. */
  backTo?: string;
  /** Where the element alone does not say who: the task whose handler has it again. */
  backToTask?: string;
  /** Instant of the step. */
  at: number;
  actor?: { person: string; post?: string };
}

export interface OpenChildInput {
  parent: string;
  occurrence: string;
  element: string;
  item: string;
  process: string;
  variables: Variables;
}

/** Local activities of the worker that runs the case. */
export interface CaseActivities {
  /** @returns the calendar by which the case is counted now, if the step was counted by another one */
  record(input: RecordInput): Promise<FrozenCalendar | null>;
  /** Creates (or finds) the child case's row; idempotent by parent and occurrence. */
  openChild(input: OpenChildInput): Promise<CaseInput>;
  /** The calendar its due dates are counted by now; read again when a legal timer fires. */
  calendarNow(caseNumber: string): Promise<FrozenCalendar>;
}

/** One call to an adapter; `key` is the idempotency key (case + element + occurrence). */
export interface AdapterCall {
  key: string;
  caseNumber: string;
  element: string;
  occurrence: string;
  adapter: string;
  input: Json;
}

/** Ordinary activities, by adapter, on `act.<level>[.<region>]`. */
export interface AdapterActivities {
  callAdapter(call: AdapterCall): Promise<Json>;
}

/** ApplicationFailure types of adapters: `bpmn-error` carries [code, message] the diagram may catch. */
export const BPMN_ERROR = 'bpmn-error';
export const ADAPTER_REFUSED = 'adapter-refused';

export function idempotencyKey(caseNumber: string, activity: OpenActivity): string {
  return `${caseNumber}/${activity.occurrence}`;
}

/** `act.<level>`; villages use their township's workers. */
export function activityQueue(level: string | undefined): string {
  return `act.${level === 'village' ? 'township' : (level ?? 'county')}`;
}
