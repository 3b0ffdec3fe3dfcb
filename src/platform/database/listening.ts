/** One connection that hears what PostgreSQL notifies (LISTEN), made anew when it is lost. */
import type { DataSource } from 'typeorm';
import type { Pool, PoolClient } from 'pg';

/** Until a lost connection is made anew, ms. */
const AGAIN = 1_000;

interface Heard {
  hear(channel: string, payload: string): void;
  /** After a loss: what was told meanwhile was not heard. */
  missed(): void;
}

export class Listening {
  private client: PoolClient | undefined;
  private begun: Promise<void> | undefined;
  private ended = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly channels: readonly string[],
    private readonly heard: Heard,
  ) {}

  /** Once; whoever asks again waits for the same. @throws the database's error where it is away */
  begin(): Promise<void> {
    this.begun ??= this.connect().catch((error: unknown) => {
      this.begun = undefined;
      throw error;
    });
    return this.begun;
  }

  /** Gives the connection back: a pool ends when all are. */
  end(): void {
    this.ended = true;
    const { client } = this;
    this.client = undefined;
    client?.release(true);
  }

  private async connect(): Promise<void> {
    const { master } = this.dataSource.driver as unknown as { master: Pool };
    const client = await master.connect();
    this.client = client;
    client.on('notification', ({ channel, payload = '' }) => this.heard.hear(channel, payload));
    client.once('end', () => this.lost(client));
    await client.query(this.channels.map((channel) => `LISTEN ${channel}`).join('; '));
    if (this.ended) this.end();
  }

  private lost(client: PoolClient): void {
    if (this.client !== client) return;
    this.client = undefined;
    this.begun = undefined;
    client.release(true);
    this.later();
  }

  private later(): void {
    setTimeout(() => {
      if (this.ended) return;
      this.begin().then(
        () => this.heard.missed(),
        () => this.later(),
      );
    }, AGAIN).unref();
  }
}
