/** What the lists of cards and of orders share: who sees a row, whose it is, and a page of it, the newest first. */
import { abilityOf, scopeConditions, scopeOf, type Session, Values } from '../people/index.js';
import { decodeCursor, encodeCursor } from '../platform/http/index.js';
import { type Filter, unitConditions } from './figures/filter.js';
import { type FoundBy, foundBy, wordsOfCase } from './found-by.js';

export interface ListQuery extends Filter, FoundBy {
  /** Only what is addressed to the caller's own body, or was told to it. */
  own?: boolean;
  case?: string;
  cursor?: string;
}

export const PAGE = 50;

export const supervises = (session: Session) => abilityOf(session).can('read', 'Supervision');

/** SQL: addressed to the caller's own body, or told to it. `k` is the card or the order. */
function toOwn(session: Session, values: Values): string {
  const own = values.place(session.post?.organisation.id ?? null);
  return `(k.department = ${own} OR k.escalated_to = ${own})`;
}

/**
 * SQL: whether the caller sees a card or order `k` of unit `u`: its supervisor, its unit, the body above.
 * @param shown what units see of it at all
 */
export function visible(session: Session, values: Values, shown: string): string {
  const unit = `(${toOwn(session, values)} AND ${shown})`;
  if (!supervises(session)) return unit;
  const scope = scopeConditions(scopeOf(session), values);
  return `((${scope.length > 0 ? scope.join(' AND ') : 'true'}) OR ${unit})`;
}

/**
 * Conditions of a page.
 * @param at the column by which the newest come first
 * @throws DomainError `bad-cursor`
 */
export function pageConditions(
  session: Session,
  query: ListQuery,
  values: Values,
  { shown, at, words }: { shown: string; at: string; words: (q: string) => string[] },
): string[] {
  const { place } = values;
  const conditions = [visible(session, values, shown), ...unitConditions({}, query, values)];
  // The case of a row is `c`; what stands in the row itself the list names.
  const said = (q: string) => [...words(q), ...wordsOfCase(q)];
  conditions.push(...foundBy(query, values, { at, words: said }));
  if (query.case) conditions.push(`k.case_number = ${place(query.case)}`);
  if (query.own) conditions.push(toOwn(session, values), shown);
  if (query.cursor) {
    const [before, id] = decodeCursor(query.cursor);
    conditions.push(`(${at}, k.id) < (${place(before)}::timestamptz, ${place(id)}::uuid)`);
  }
  return conditions;
}

/** The rows to show, and where the next page begins. @param rows one more than is shown, where there are more */
export function pageOf<Row extends { id: string; exactAt: string }>(
  rows: Row[],
  size = PAGE,
): { items: Omit<Row, 'exactAt'>[]; next: string | null } {
  const last = rows.length > size ? rows[size - 1] : undefined;
  return {
    items: rows.slice(0, size).map(({ exactAt: _, ...row }) => row),
    next: last ? encodeCursor([last.exactAt, last.id]) : null,
  };
}
