/** A timer of a case's law: the end of the agency's silence (行政许可法 32), of a licence's validity (50). */
import { CancellationScope, isCancellation, sleep } from '@temporalio/workflow';
import { now } from './now.js';

export class LegalTimer {
  private scope: CancellationScope | undefined;
  private due: number | null = null;

  /** @param fired what follows; it asks again whether the time has really come */
  constructor(private readonly fired: () => Promise<unknown>) {}

  /** Planned for an instant, or for none; planned as it is already, it stays. */
  plan(due: number | null): void {
    if (due === this.due) return;
    this.cancel();
    if (due === null) return;
    this.due = due;
    const scope = new CancellationScope();
    this.scope = scope;
    void scope
      .run(async () => {
        await sleep(Math.max(due - now(), 1));
        this.forget(scope);
        await this.fired();
      })
      .catch((error: unknown) => {
        if (!isCancellation(error)) throw error;
      });
  }

  cancel(): void {
    const { scope } = this;
    this.scope = undefined;
    this.due = null;
    scope?.cancel();
  }

  /** Fired: there is nothing left to cancel. */
  private forget(scope: CancellationScope): void {
    if (this.scope !== scope) return;
    this.scope = undefined;
    this.due = null;
  }
}
