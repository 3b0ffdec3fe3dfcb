/** The script that puts a diagram to the test: steps a person or the outside takes, and expectations. */
import type { Variables } from '../engine/index.js';

export interface Script {
  /** Process to start, when the file has several; used by whoever compiles. */
  process?: string;
  start?: { message?: string; signal?: string };
  /** Called processes: file beside the script by process id; used by whoever compiles. */
  called?: Record<string, string>;
  /** Tasks without a person that must wait for a step; all others complete at once. */
  hold?: string[];
  variables?: Variables;
  steps: ScriptStep[];
}

export interface Expectation {
  /** Ids of waiting tasks, in any order. */
  tasks?: string[];
  ended?: boolean;
  /** A subset of the root variables. */
  variables?: Variables;
  /** How often an element was completed. */
  counts?: Record<string, number>;
  incidents?: { element: string; code?: string }[];
}

export type ScriptStep =
  | { expect: Expectation }
  | {
      complete: string;
      /** Index in a multi-instance, from 0. */
      instance?: number;
      variables?: Variables;
      outcome?: string;
      opinion?: string;
      /** What a person fills into the task's form. */
      form?: Variables;
    }
  | { fail: string; instance?: number; error?: string; message?: string }
  | { message: string; key?: string; variables?: Variables }
  | { signal: string; variables?: Variables }
  | { escalate: string; instance?: number; code?: string; variables?: Variables }
  | { set: Variables }
  | { advance: string };

/** The script cannot be used: a mistake in it, or a step that is not carried out yet. */
export class ScriptUnusable extends Error {
  override name = 'ScriptUnusable';
}

/** What came of a script. */
export type Verdict =
  | { ok: true }
  | { ok: false; step: number; expected: unknown; actual: unknown }
  | { ok: false; step?: number; error: string };
