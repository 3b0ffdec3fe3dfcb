/** What a person or the outside does to a case, and how it is answered. */
import type { MigrationPlan, Modification, Json, Variables } from '../../bpmn/engine/index.js';
import type { CaseAct, CaseState } from './law.js';
import type { ModelReference } from './input.js';

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
  | ({ kind: 'legal' } & CaseAct)
  | { kind: 'message'; name: string; key?: string; variables: Variables }
  /** A message that correlation found this subscription for; `id` is the message's. */
  | {
      kind: 'deliver';
      subscription: string;
      name: string;
      key?: string;
      variables: Variables;
      /** Published by somebody outside: only what the catching element maps is kept. */
      confined?: true;
    }
  | { kind: 'retry'; incident: string; variables?: Variables }
  /** Who does a task, or an adapter, raises a BPMN escalation and goes on. `key` is the task's or call's. */
  | { kind: 'escalate'; key: string; code: string; variables?: Variables }
  /**
   * Moves the case to another version of its process (decision 12, interventions are commands), if it
   * still stands at `step`; then it continues as new.
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
