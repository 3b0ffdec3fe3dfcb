import type { IncidentCode } from './api.js';
import type { Work } from './state.js';

/** A business failure: a value that becomes an incident. Programming errors are thrown instead. */
export class Failure {
  constructor(
    readonly code: IncidentCode,
    /** For people, in Chinese. */
    readonly message: string,
    /** What a retry does; by default the work that failed is done again. */
    readonly retry?: Work,
    /** Where people look for it; by default the element at which the work is to be done. */
    readonly element?: string,
  ) {}

  withRetry(retry: Work): Failure {
    return new Failure(this.code, this.message, retry);
  }
}

/** What a verb or behaviour answers: nothing, or why it could not go on. */
export type Result = Failure | undefined | void;

/** Tells a value from a failure. */
export const failed = (value: unknown): value is Failure => value instanceof Failure;
