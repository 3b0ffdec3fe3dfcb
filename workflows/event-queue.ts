/** What happens to one case, one after another. */
import { CancellationScope } from '@temporalio/workflow';

export class EventQueue {
  private tail: Promise<unknown> = Promise.resolve();
  private waiting = 0;

  /** Whether nothing is being applied, and nothing waits to be. */
  get idle(): boolean {
    return this.waiting === 0;
  }

  /** Does it after all that came before, and to its end even when the workflow is cancelled meanwhile. */
  add<T>(work: () => Promise<T>): Promise<T> {
    this.waiting += 1;
    const done = this.tail.then(() => CancellationScope.nonCancellable(work));
    const finish = () => {
      this.waiting -= 1;
    };
    this.tail = done.then(finish, finish);
    return done;
  }
}
