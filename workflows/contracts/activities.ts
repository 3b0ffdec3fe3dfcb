/** What the case asks of its workers. */
import type { Json, OpenActivity, Variables } from '../../bpmn/engine/index.js';
import type { CaseInput, FrozenCalendar } from './input.js';
import type { RecordInput } from './record.js';

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

/** Local activities: adapters that this very process serves too. */
export interface NearAdapterActivities {
  /** @throws Error when the process does not serve the queue */
  callNearAdapter(call: AdapterCall, queue: string): Promise<Json>;
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
