/** What is remembered, beyond a worker's end, of steps that keep a worker busy. */

/** One step of a workflow on a worker. */
export interface Activation {
  workflowId: string;
  runId: string;
  /** Events of its history: which step it is. */
  historyLength: number;
}

export interface StuckNotes {
  /** Ids of the runs that are set aside. */
  setAside(): Promise<string[]>;
  /** A step has lasted for a second. */
  lasts(activation: Activation): Promise<void>;
  /** A step that was noted ended well. */
  ended(runId: string): Promise<void>;
}

/** Where nothing outlives the worker. */
export const NOTHING_NOTED: StuckNotes = {
  setAside: () => Promise.resolve([]),
  lasts: () => Promise.resolve(),
  ended: () => Promise.resolve(),
};
