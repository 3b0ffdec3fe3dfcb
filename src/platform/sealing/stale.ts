/**
 * What is to be sealed anew in a column: ID numbers in clear, and what an older key sealed – or, where a
 * column is sealed as a whole, everything that the current key did not seal.
 */
import { PLAIN_FIELDS, WHOLE_COLUMNS } from './columns.js';

export interface Column {
  table: string;
  column: string;
  type: 'text' | 'jsonb' | 'text[]';
}

export const nameOf = ({ table, column }: Column): string => `${table}.${column}`;

/** In PostgreSQL's words, as `id-numbers.ts` says it, but for the check digit. */
const ID_NUMBER = '(^|[^0-9A-Za-z])[1-8][0-9]{5}(19|20)[0-9]{9}[0-9Xx]($|[^0-9A-Za-z])';

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** A condition of the column; $1 is the current key's id. */
function isStale(column: Column): string {
  const value = quoted(column.column);
  if (!(nameOf(column) in WHOLE_COLUMNS))
    return `(${value}::text ~ '${ID_NUMBER}' OR ${value}::text ~ ('sealed:(?!' || $1::text || ':)[A-Za-z0-9_-]+:[A-Za-z0-9_-]{38,}\\.'))`;
  if (column.type === 'text')
    return `(${value} <> '' AND NOT starts_with(${value}, 'sealed:' || $1::text || ':'))`;
  const plain = PLAIN_FIELDS.map((name) => `'${name}'`).join(', ');
  const object = `CASE jsonb_typeof(${value}) WHEN 'object' THEN ${value} - ARRAY[${plain}] ELSE ${value} END`;
  // A path takes no parameter for "starts with"; what is under another key is looked for as text.
  return `(jsonb_path_exists(${object}, 'strict $.** ? (@.type() == "string" && @ != "" && !(@ starts with "sealed:"))')
    OR ${value}::text ~ ('"sealed:(?!' || $1::text || ':)[A-Za-z0-9_-]+:[A-Za-z0-9_-]{38,}\\."'))`;
}

/** Stale values of the pages from $2 to before $3, locked. Rows: `place`, `value`. */
export const staleValues = (column: Column): string =>
  `SELECT ctid::text AS place, ${quoted(column.column)} AS value FROM ${quoted(column.table)}
    WHERE ctid >= ('(' || $2::bigint || ',0)')::tid AND ctid < ('(' || $3::bigint || ',0)')::tid
      AND ${isStale(column)} FOR UPDATE`;

/** Writes $2 in the row at $1, which the same transaction has locked. */
export const rewriting = ({ table, column, type }: Column): string =>
  `UPDATE ${quoted(table)} SET ${quoted(column)} = $2::${type} WHERE ctid = $1::tid`;

/**
 * How many values of each column of one table are stale, in their order, and how many pages of 8 KB the
 * table has. Row: `counts`, `pages`.
 */
export const countStale = ([first, ...more]: readonly [Column, ...Column[]]): string => {
  const counts = [first, ...more].map((each) => `count(*) FILTER (WHERE ${isStale(each)})::int`);
  return `SELECT ARRAY[${counts.join(', ')}] AS counts,
            (pg_relation_size('${quoted(first.table)}') / 8192)::int AS pages
       FROM ${quoted(first.table)}`;
};
