/**
 * Which adapters may be called from within the step that asks for them, as local activities: no task is
 * scheduled, waited for and recorded, and what comes back is the next step of the same workflow task
 * (decision 40, near adapters are called within the step).
 */

/** They look something up: what is never in history has changed nothing. */
const LOOKS: ReadonlySet<string> = new Set(['exchange']);

/**
 * They do something outside, quickly, and the same however often they are asked under one key. A payment is
 * none of them, nor a department's system: these are asked once, and answer when they like.
 * Cases under way hold to both sets: who changes one gives {@link NEAR_ADAPTERS} another number.
 */
const ACTS: ReadonlySet<string> = new Set(['license', 'seal', 'regulation-push']);

/** Stands in the input of cases that are opened now; those opened before have none. */
export const NEAR_ADAPTERS = 1;

/**
 * What is known to be in history. A step that a command set off is lost when worker and server die before
 * its workflow task completes, and another command may come first afterwards: nothing that it asked for may
 * have been done by then. All else that sets steps off (what was scheduled, timers, signals, children) is
 * in history before it comes.
 */
export class KnownHistory {
  private applied = 0;
  private known = 0;

  /** A command has set off a step. */
  commandApplied(): void {
    this.applied += 1;
  }

  /** What is scheduled now comes back only when history has all until here: to be given to `cameBack`. */
  mark(): number {
    return this.applied;
  }

  cameBack(mark: number): void {
    this.known = Math.max(this.known, mark);
  }

  /** Whether the adapter may be called from within the step that asks for it now. */
  allows(adapter: string): boolean {
    return LOOKS.has(adapter) || (ACTS.has(adapter) && this.known === this.applied);
  }
}
