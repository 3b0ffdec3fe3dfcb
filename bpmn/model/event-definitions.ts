/** What events wait for or throw (BPMN 2.0.2, 10.5.5). */
import type { Expression, Mapping, ValueOrExpression } from './expressions.js';

/**
 * A length of time: `20wd` (working days), `P20D`/`PT1H` (ISO 8601), or FEEL yielding either.
 * Timers may also be a date (ISO 8601 instant) or a cycle (`R3/PT1H`).
 */
export interface TimerDefinition {
  kind: 'duration' | 'date' | 'cycle';
  value: ValueOrExpression<string>;
}

export interface MessageDefinition {
  name: ValueOrExpression<string>;
  /** Correlation key; undefined = correlated by the case number. */
  key?: Expression;
  /** Whoever drew it has said the key: one text or number, and no list of several. */
  keyIsOne?: true;
  /** Awaited: while the key has no value, any message of the name will do. */
  keyIfKnown?: true;
  /** Thrown: the variables that go with it. */
  variables?: Mapping[];
}

/** What one event waits for or throws. */
export type SingleDefinition =
  | { type: 'timer'; timer: TimerDefinition }
  | { type: 'message'; message: MessageDefinition }
  | { type: 'signal'; name: ValueOrExpression<string> }
  | { type: 'conditional'; condition: Expression }
  | { type: 'error'; code?: string; codeVariable?: string; messageVariable?: string }
  | { type: 'escalation'; code?: string; codeVariable?: string }
  /** Thrown: `target` is the catch event of the same scope where the token goes on. */
  | { type: 'link'; target?: string }
  | {
      type: 'compensate';
      /** Thrown: the one activity to undo; undefined = all of the scope. */
      activity?: string;
      /** Thrown: whether the token waits until all is undone. */
      wait?: boolean;
    }
  | { type: 'cancel' }
  | { type: 'terminate' };

/** Several definitions on one event: caught, any one (or, `parallel`, all) of them; thrown, all. */
export interface MultipleDefinition {
  type: 'multiple';
  parallel: boolean;
  parts: SingleDefinition[];
}

export type EventDefinition = SingleDefinition | MultipleDefinition;
