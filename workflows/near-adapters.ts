/**
 * Which adapters may be called from within the step that asks for them, as local activities: no task is
 * scheduled, waited for and recorded, and what comes back is the next step of the same workflow task
 * (decision 40, near adapters are called within the step).
 */

interface Near {
  /** They look something up: what is never in history has changed nothing. */
  looks: ReadonlySet<string>;
  /**
   * They do something outside, quickly, and the same however often they are asked under one key. A payment
   * is none of them, nor a department's system: these are asked once, and answer when they like.
   */
  acts: ReadonlySet<string>;
}

/** By the number in a case's input: a case holds to what it was opened with, as long as it lives. */
const NEAR: Readonly<Record<number, Near>> = {
  1: {
    looks: new Set(['exchange']),
    acts: new Set(['license', 'seal', 'regulation-push']),
  },
};

/** Stands in the input of cases that are opened now; another set is another number above. */
export const NEAR_ADAPTERS = 1;

/**
 * What is known to be in history. A step that a command or a timer set off is lost when worker and server
 * die before its workflow task completes, and a command may come first afterwards, for commands and signals
 * are delivered before timers: nothing that such a step asked for may have been done by then. What else
 * sets steps off (an ordinary activity that ended, a child) has a ground that was in history before it.
 */
export class KnownHistory {
  private applied = 0;
  private known = 0;

  /** A step begins that may be lost. */
  stepNotKnown(): void {
    this.applied += 1;
  }

  /** What is scheduled now comes back only when history has all until here: to be given to `cameBack`. */
  mark(): number {
    return this.applied;
  }

  cameBack(mark: number): void {
    this.known = Math.max(this.known, mark);
  }

  /**
   * Whether the adapter may be called from within the step that asks for it now.
   * @param set of the case's input; none = none may
   */
  allows(adapter: string, set: number | undefined): boolean {
    const near = set === undefined ? undefined : NEAR[set];
    if (!near) return false;
    return near.looks.has(adapter) || (near.acts.has(adapter) && this.known === this.applied);
  }
}
