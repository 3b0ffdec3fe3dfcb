/**
 * node-postgres with every statement that takes parameters prepared once a connection: PostgreSQL
 * then neither parses nor plans it again, which for our short statements is most of their cost.
 */
import { createHash } from 'node:crypto';
import pg from 'pg';

/** Statements are written in the code, so they are few; one that is put together may vary without end. */
const MOST_STATEMENTS = 500;
const names = new Map<string, string>();

function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known || names.size >= MOST_STATEMENTS) return known;
  const name = createHash('sha256').update(text).digest('base64url');
  names.set(text, name);
  return name;
}

/** The client of a connection pool: `new Pool({ Client: PreparingClient })`. */
export const PreparingClient = class extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    // A server that dies just behind its greeting is heard before whoever asked for the connection
    // listens, and nobody listening would end the process. Their statements fail all the same.
    this.on('error', () => undefined);
  }

  // The library has one function for many kinds of calls; only text with parameters is another here.
  override query(...call: unknown[]): never {
    const [text, values, ...rest] = call;
    const name =
      typeof text === 'string' && Array.isArray(values) && values.length > 0
        ? nameOf(text)
        : undefined;
    const given = name ? [{ name, text, values }, ...rest] : call;
    return (super.query as (...args: unknown[]) => never).apply(this, given);
  }
} as typeof pg.Client;
