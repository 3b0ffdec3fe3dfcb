/** Who a task belongs to, and what they may answer. */
import type { Expression } from './expressions.js';

/** Levels of administration a task can belong to (块); `province` only for adapters. */
export type Level = 'province' | 'city' | 'county' | 'township' | 'village';

/**
 * Who a task belongs to: a line of departments (条) at a level (块), and a role in it.
 * `line` is a code of `docs/glossary.md`; role `applicant` means the case's applicant.
 */
export interface Assignment {
  line?: string;
  level?: Level;
  role?: string;
}

/** Parts of an assignment that only the case knows, such as the body a multi-instance's item names. */
export interface AssignmentExpressions {
  /** FEEL yielding a line's code. */
  line?: Expression;
  /** FEEL yielding a role. */
  role?: Expression;
}

/** One answer a handler may give, in the order of the diagram. */
export interface Outcome {
  id: string;
  name: string;
}
