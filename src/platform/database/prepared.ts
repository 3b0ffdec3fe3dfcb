/**
 * node-postgres with every statement that takes parameters prepared once a connection: PostgreSQL
 * then neither parses nor plans it again, which for our short statements is most of their cost. Statements
 * that are asked for together (`Promise.all`) travel together, in their order, and none waits for the answer
 * of the one before; a transaction begins on the way of its first statement, and one without any never
 * does. It is also the door at which personal data is sealed and opened (`src/platform/sealing`).
 */
import { createHash } from 'node:crypto';
import type { Duplex } from 'node:stream';
import pg from 'pg';
import type { SealingKeys } from '../sealing/index.js';
import { openingTypes, outgoing } from './door.js';

/** Statements are written in the code, some 1,500 of them; one that is put together may vary without end. */
const MOST_STATEMENTS = 3_000;
const names = new Map<string, string>();

function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known || names.size >= MOST_STATEMENTS) return known;
  const name = createHash('sha256').update(text).digest('base64url');
  names.set(text, name);
  return name;
}

/** What a client is made with. */
export interface PreparingConfig extends pg.ClientConfig {
  /** Left out by what neither reads nor writes people's data. */
  sealing?: SealingKeys;
}

/** As TypeORM begins and ends a transaction. */
const BEGIN = 'START TRANSACTION';
const ENDS: ReadonlySet<unknown> = new Set(['COMMIT', 'ROLLBACK']);
/** What the server would answer. */
const answered = (command: string) => Promise.resolve({ command, rows: [], rowCount: null });

/** The client of a connection pool: `new Pool({ Client: PreparingClient, sealing })`. */
export const PreparingClient = class extends pg.Client {
  private readonly sealing: SealingKeys | undefined;
  private gathering = false;
  /** Whether a transaction begins with the next statement. */
  private toBegin = false;

  constructor(config: PreparingConfig) {
    const { sealing } = config;
    super({ ...config, pipeline: true, ...(sealing && { types: openingTypes(sealing) }) });
    this.sealing = config.sealing;
    // A server that dies just behind its greeting is heard before whoever asked for the connection
    // listens, and nobody listening would end the process. Their statements fail all the same.
    this.on('error', () => undefined);
  }

  // The library has one function for many kinds of calls; only text with parameters is another here.
  override query(...call: unknown[]): never {
    const [text, ...rest] = call;
    if (text === BEGIN) {
      this.toBegin = true;
      return answered(BEGIN) as never;
    }
    if (this.toBegin) {
      this.toBegin = false;
      if (ENDS.has(text)) return answered(text as string) as never;
      this.begin();
    }
    if (typeof text === 'string') return this.send(this.statement(text, rest));
    const isStatement = typeof text === 'object' && text !== null && 'values' in text;
    return this.send(isStatement ? [this.sealed(text as pg.QueryConfig), ...rest] : call);
  }

  /** What does not begin must not be written either: the connection ends. */
  private begin(): void {
    const begun = this.send([BEGIN]) as Promise<unknown>;
    const { stream } = (this as unknown as { connection: { stream: Duplex } }).connection;
    begun.catch(() => stream.destroy());
  }

  private send(call: unknown[]): never {
    if (!this.gathering) this.gather();
    return (super.query as (...args: unknown[]) => never).apply(this, call);
  }

  /** What is sent until the end of this turn goes to the server in one piece. */
  private gather(): void {
    const { stream } = (this as unknown as { connection: { stream: Duplex } }).connection;
    this.gathering = true;
    stream.cork();
    process.nextTick(() => {
      this.gathering = false;
      stream.uncork();
    });
  }

  private sealed(statement: pg.QueryConfig): pg.QueryConfig {
    return { ...statement, values: outgoing(statement.values ?? [], this.sealing) };
  }

  private statement(text: string, rest: unknown[]): unknown[] {
    const [values, ...others] = rest;
    if (!Array.isArray(values) || values.length === 0) return [text, ...rest];
    const name = nameOf(text);
    const sealed = outgoing(values, this.sealing);
    return name ? [{ name, text, values: sealed }, ...others] : [text, sealed, ...others];
  }
} as unknown as typeof pg.Client;
