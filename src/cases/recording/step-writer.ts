/**
 * What other wings write together with a step of a case, in its transaction. The case does not know
 * them: who starts a worker or the API hands them over.
 */
import type { EntityManager } from 'typeorm';
import type { LegalTransition, RecordInput } from '../../../workflows/contracts/case.js';

/** Official acts of one step, or of a case that has ended. */
export interface RecordedActs {
  caseNumber: string;
  step: number;
  cause: string;
  moves?: LegalTransition[];
  actor?: { person: string; post?: string };
}

export interface StepWriter {
  /** After a step was written, with everything that the case's own tables keep of it. */
  step?(manager: EntityManager, input: RecordInput): Promise<void>;
  /** After official acts were written: by a step, or on a case that has ended. */
  acts?(manager: EntityManager, recorded: RecordedActs): Promise<void>;
  /** The steps from this one on did not happen in history: takes back what was written with them. */
  takeBack?(manager: EntityManager, from: Pick<RecordInput, 'caseNumber' | 'step'>): Promise<void>;
}

/** Nest's name for all of them, in the order in which they write. */
export const STEP_WRITERS = Symbol('step-writers');
