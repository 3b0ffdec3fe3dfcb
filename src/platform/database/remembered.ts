/**
 * What nearly every request asks the database for and what seldom changes, remembered in the process for
 * seconds and forgotten at once when it changes: the database tells of it (NOTIFY, by triggers). Every
 * connection of the pool listens, so that a process hears of its own change before that is answered; of
 * another process's it hears within milliseconds. Without a listening connection nothing is remembered.
 */
import type { DataSource, EntityManager } from 'typeorm';
import type { ClientBase, Pool } from 'pg';

/** The channel of the trigger function `tell_change`; what it says is a table, or `table:key`. */
export const CHANGES = 'onestop_changes';
/** Then all is forgotten: a bound, which a city's people at work at one time do not reach. */
const MOST = 20_000;

interface Entry {
  value: unknown;
  /** On the clock of `performance.now()`. */
  until: number;
}

/** What one process remembers of one database. */
class Memory {
  private readonly listening = new Set<ClientBase>();
  private readonly entries = new Map<Remembered<unknown>, Map<string, Entry>>();
  /** Counts what was heard: what was read before it is not remembered after it. */
  private heard = 0;

  /** Those of the pool that are open already listen too, and every one that it will open. */
  async join(pool: Pool): Promise<void> {
    pool.options.onConnect = (client) => this.listenTo(client);
    const open = Array.from({ length: pool.idleCount }, () => pool.connect());
    for (const client of await Promise.all(open)) {
      await this.listenTo(client);
      client.release();
    }
  }

  async get<Value>(
    kind: Remembered<Value>,
    key: string,
    load: () => Promise<Value | null>,
  ): Promise<Value | null> {
    const known = this.entries.get(kind)?.get(key);
    if (known && known.until > performance.now()) return known.value as Value;
    const { heard } = this;
    const value = await load();
    if (value !== null && heard === this.heard && this.listening.size > 0)
      this.keep(kind, key, value);
    return value;
  }

  private keep<Value>(kind: Remembered<Value>, key: string, value: Value): void {
    const entries = this.entries.get(kind) ?? new Map<string, Entry>();
    if (entries.size >= MOST) entries.clear();
    entries.set(key, { value, until: performance.now() + kind.seconds * 1000 });
    this.entries.set(kind, entries);
  }

  private async listenTo(client: ClientBase): Promise<void> {
    client.on('notification', ({ channel, payload }) => {
      if (channel === CHANGES) this.changed(payload ?? '');
    });
    client.once('end', () => this.lost(client));
    await client.query(`LISTEN ${CHANGES}`);
    this.listening.add(client);
  }

  private lost(client: ClientBase): void {
    if (this.listening.delete(client) && this.listening.size === 0) this.forgetAll();
  }

  private changed(what: string): void {
    this.heard += 1;
    const [table = '', key] = what.split(':');
    for (const [kind, entries] of this.entries) {
      if (!kind.tables.includes(table)) continue;
      if (key === undefined) entries.clear();
      else entries.delete(key);
    }
  }

  private forgetAll(): void {
    this.heard += 1;
    this.entries.clear();
  }
}

const memories = new WeakMap<DataSource, Memory>();

/** From now on this process remembers what it reads by {@link Remembered.get} from this database. */
export async function rememberReads(dataSource: DataSource): Promise<void> {
  const { master } = dataSource.driver as unknown as { master: Pool };
  const memory = new Memory();
  await memory.join(master);
  memories.set(dataSource, memory);
}

/** One kind of thing that is read by a key. */
export class Remembered<Value> {
  /**
   * @param tables what it is read from; each has the trigger `tell_change`
   * @param seconds how long it is remembered at most: what the day or the clock changes is not told of
   */
  constructor(
    readonly tables: readonly string[],
    readonly seconds = 5,
  ) {}

  /**
   * What is remembered under the key, or what `load` reads now; null is not remembered. What is returned
   * is shared: nobody changes it.
   */
  get(
    { connection }: EntityManager,
    key: string,
    load: () => Promise<Value | null>,
  ): Promise<Value | null> {
    const memory = memories.get(connection);
    return memory ? memory.get(this, key, load) : load();
  }
}
