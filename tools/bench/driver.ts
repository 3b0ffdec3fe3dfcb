/**
 * What the benchmark asks of an engine behind HTTP, so that one client can drive ours and another: a module
 * that `npm run bench -- against --adapter FILE` loads exports `open` (docs/bench.md).
 */

export type Desk = 'city' | 'county' | 'township';

export interface OpenTask {
  id: string;
  /** Id of the user task in the benchmark process: `acceptance`, `cityOpinion`, … */
  element: string;
}

/** One client: an applicant and three desks, signed in each by itself. */
export interface Driver {
  /** What comes before a case is begun, such as a draft; not timed. */
  prepare?(): Promise<void>;
  /** Begins a case. @returns what it is called by in the calls below */
  start(): Promise<string>;
  /** Tasks of the case that are open and that nobody has claimed, as the desk sees them. */
  tasksOf(started: string, desk: Desk): Promise<OpenTask[]>;
  claim(task: string, desk: Desk): Promise<void>;
  /** With an outcome and three variables: a text, a number and a flag. */
  complete(task: string, desk: Desk, outcome: string): Promise<void>;
  isEnded(started: string): Promise<boolean>;
}

/** Opens one client at an address, with its sign-ins. */
export type OpenDriver = (url: string) => Promise<Driver>;
