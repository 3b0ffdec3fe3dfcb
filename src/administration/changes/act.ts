/** What an act of the register is: each kind of change is one object, listed in `administration/acts.ts`. */
import type { EntityManager } from 'typeorm';
import type { Grounds, Keeper } from '../scope/index.js';

export type ChangeKind = 'region' | 'organisation' | 'person' | 'post' | 'authority';

/** Done, waiting for its day, taken back before it, or not to be done on it. */
export type ChangeState = 'applied' | 'waiting' | 'withdrawn' | 'failed';

/** What an act did to one thing. */
export interface Done {
  /** Id of the thing. */
  key: string;
  /** The members that are not as they were; null = there was nothing. */
  before: object | null;
  after: object | null;
}

/** In whose name, and on which day, an act is done. */
export interface Doing {
  manager: EntityManager;
  by: Keeper;
  /** The day from which it holds, `YYYY-MM-DD`. */
  day: string;
}

/**
 * @template Asked what is asked for, plain JSON
 */
export interface Act<Asked extends object = object> {
  kind: ChangeKind;
  /** With the kind its name: `organisation.rename`. */
  act: string;
  /** Whether one for a day to come waits for its day; the others hold by their own dates. */
  waits?: true;
  /** What has to be the keeper's, before and after. */
  grounds(asked: readonly Asked[], manager: EntityManager): Grounds | Promise<Grounds>;
  /**
   * Writes all that is asked for, then looks whether it may stand.
   * @returns what was done, in the order of what was asked
   * @throws DomainError why not; a list of `faults` names each by its place in `asked`
   */
  apply(doing: Doing, asked: readonly Asked[]): Promise<Done[]>;
  /** Written at once although the act itself waits: the last day of a post. */
  plan?(doing: Doing, asked: Asked): Promise<void>;
  /**
   * Takes back what `plan` wrote, and no more.
   * @param before what was there when it was planned
   * @throws DomainError why that may not be
   */
  unplan?(doing: Doing, asked: Asked, before: object | null): Promise<void>;
}
