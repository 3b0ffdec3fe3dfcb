/** Which process runs a task that only one may run: a row that its holder keeps renewing. */
import type { DataSource } from 'typeorm';

/** Who held a lease and was not heard of for so long is relieved, s. */
const LEASE = 30;
/** How often the holder renews it while it works, ms. */
const RENEW_EVERY = 10_000;

export class Leases {
  /** @param holder this process, unlike all others */
  constructor(
    private readonly dataSource: DataSource,
    private readonly holder: string,
    private readonly leaseSeconds = LEASE,
    private readonly renewEvery = RENEW_EVERY,
  ) {}

  /**
   * Works while this process holds the lease; does nothing when another one does.
   * @param work its signal is aborted by `stopping`, and when the lease could not be renewed
   */
  async whileHeld<T>(
    name: string,
    stopping: AbortSignal,
    work: (signal: AbortSignal) => Promise<T>,
  ): Promise<T | undefined> {
    if (!(await this.take(name))) return undefined;
    const lost = new AbortController();
    const renewing = setInterval(() => {
      this.renew(name).then(
        (kept) => kept || lost.abort(new Error(`lease of ${name} was lost`)),
        (error: unknown) => lost.abort(error),
      );
    }, this.renewEvery);
    try {
      return await work(AbortSignal.any([stopping, lost.signal]));
    } finally {
      clearInterval(renewing);
      await this.release(name);
    }
  }

  private async take(name: string): Promise<boolean> {
    const rows = await this.dataSource.query<{ name: string }[]>(
      `INSERT INTO recurring_lease AS l (name, holder, until)
       VALUES ($1, $2, now() + make_interval(secs => $3))
       ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, until = excluded.until
        WHERE l.until <= now()
       RETURNING name`,
      [name, this.holder, this.leaseSeconds],
    );
    return rows.length > 0;
  }

  private async renew(name: string): Promise<boolean> {
    const [rows] = await this.dataSource.query<[{ name: string }[], number]>(
      `UPDATE recurring_lease SET until = now() + make_interval(secs => $3)
        WHERE name = $1 AND holder = $2 RETURNING name`,
      [name, this.holder, this.leaseSeconds],
    );
    return rows.length > 0;
  }

  private async release(name: string): Promise<void> {
    await this.dataSource.query(`DELETE FROM recurring_lease WHERE name = $1 AND holder = $2`, [
      name,
      this.holder,
    ]);
  }
}
