/** What a case begins with: its item, limits, calendar and diagram, frozen. */
import type { Variables } from '../../bpmn/engine/index.js';
import type { ProcessModel } from '../../bpmn/model/process.js';
import type { CaseState } from './law.js';
import type { ActDates } from './record.js';

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
  /** 设定依据 of the item, frozen with its rules: what an act rests on that its law says nothing of. */
  basis?: string;
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
   * Of a renewal asked for in time: the instant at which the last day of the licence is over. Undecided
   * by then, it counts as granted (行政许可法 50).
   */
  licenceEndsAt?: number;
  /**
   * 异地代收: a window elsewhere has the papers, and receipt in law is when the owner has them; the
   * message `papers-received` says so.
   */
  awaitsPapers?: true;
  /** Township, county or city code (GB/T 2260 and its extension). */
  region: string;
  leadDepartment: string;
  model: ModelReference;
  /** The engine's changes of behaviour it was opened under; absent in cases opened before there were numbers. */
  engine?: number;
  /** The law's changes of behaviour it was opened under (`LAW`); absent in cases opened before there were numbers. */
  law?: number;
  /** The item that the level above decides, where this one is only reviewed first here (行政许可法 43). */
  above?: string;
  /** Which adapters are called from within a step (`NEAR_ADAPTERS`); absent where none is. */
  nearAdapters?: number;
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
