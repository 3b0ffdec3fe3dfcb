/** Hears of an item that failed. */
export type ItemFailed = (item: string, error: unknown) => void;

/**
 * One run of a task as the task sees it. What fails with one item is noted as that item's and keeps
 * neither the others nor the loop from going on; this is also where an item's own rest would be planned.
 */
export class Round {
  /**
   * @param signal aborted when the process is to stop, or the lease was lost: leave off between items
   * @param failed hears of each item that failed
   */
  constructor(
    readonly signal: AbortSignal,
    private readonly failed: ItemFailed,
  ) {}

  /** Works on one item. @returns whether it went well */
  async item(name: string, work: () => Promise<unknown>): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (error) {
      this.failed(name, error);
      return false;
    }
  }

  /** Works on all of them at once. @returns those with which it went well */
  async each<T>(
    items: readonly T[],
    nameOf: (item: T) => string,
    work: (item: T) => Promise<unknown>,
  ): Promise<T[]> {
    const well = await Promise.all(items.map((item) => this.item(nameOf(item), () => work(item))));
    return items.filter((_, place) => well[place]);
  }
}

/**
 * Runs a task until nothing is left to do, outside a loop.
 * @throws AggregateError of what failed with single items, when all others are done
 */
export async function runToEnd(run: (round: Round) => Promise<boolean | void>): Promise<void> {
  const failures: unknown[] = [];
  const round = new Round(new AbortController().signal, (_, error) => failures.push(error));
  while (await run(round));
  if (failures.length > 0) throw new AggregateError(failures, String(failures[0]));
}
