/** Rules of the register are looked at after writing, by one statement each, for one thing or thousands alike. */
import type { EntityManager } from 'typeorm';
import { unprocessable } from '../platform/errors.js';

/** What is wrong with one of the things written. */
export interface Fault {
  /** Id of the thing. */
  key: string;
  code: string;
  /** Of what was asked for. */
  field: string;
  message: string;
}

/** Something that must hold of every row written. */
export interface Rule {
  code: string;
  field: string;
  /**
   * Gives `key`, and `name` for the message, of each of the rows `$1` (ids) that break it; `$2` is the day
   * from which the act holds.
   */
  sql: string;
  message(name: string): string;
}

/** So many are told. */
const MOST = 200;

/** @throws DomainError with the first fault's code, and all as `faults` */
export async function requireRules(
  manager: EntityManager,
  rules: readonly Rule[],
  keys: readonly string[],
  day: string,
): Promise<void> {
  const faults: Fault[] = [];
  for (const { code, field, sql, message } of rules) {
    const rows = await manager.query<{ key: string; name: string }[]>(`${sql} LIMIT ${MOST}`, [
      keys,
      day,
    ]);
    faults.push(...rows.map(({ key, name }) => ({ key, code, field, message: message(name) })));
  }
  refuse(faults);
}

/** @throws DomainError unless there are none */
export function refuse(faults: readonly Fault[]): void {
  const [first] = faults;
  if (!first) return;
  throw unprocessable(first.code, first.message, { field: first.field, faults: [...faults] });
}
