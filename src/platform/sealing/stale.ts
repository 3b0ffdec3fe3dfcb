/**
 * What is to be sealed anew in a column: ID numbers in clear, and what an older key sealed – and, where a
 * column is sealed as a whole, every text of it in clear.
 */
import { WHOLE_COLUMNS } from './columns.js';
import { idNumberShape } from './id-numbers.js';

/** A column that holds texts. */
export interface Column {
  table: string;
  column: string;
  type: 'text' | 'jsonb' | 'text[]';
}

export const nameOf = ({ table, column }: Column): string => `${table}.${column}`;

/**
 * In PostgreSQL's words, as `id-numbers.ts` says it, but for date and check digit. JSON is looked at as it
 * is written, with what may stand before the number and between its digits escaped.
 */
const ID_NUMBER = [
  `(^|[^0-9０-９]|\\\\u[0-9a-fA-F]{4})${idNumberShape('\\\\+([nrt]|u[0-9a-fA-F]{4})')}($|[^0-9０-９])`,
  // A digit that is escaped within JSON that stands as a text.
  '\\\\u(00(3[0-9]|[57]8)|[fF]{2})',
].join('|');

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** A condition of the column: texts that no key sealed, or another one than $1 did. */
function isUnsealed(column: Column): string {
  const value = quoted(column.column);
  const older = `${value}::text ~ ('sealed:(?!' || $1::text || ':)[A-Za-z0-9_-]+:[A-Za-z0-9_-]{38,}\\.')`;
  const whole = WHOLE_COLUMNS[nameOf(column)];
  if (!whole) return older;
  const part = whole.sealedPart(value);
  const inClear =
    column.type === 'text'
      ? `(${part} <> '' AND NOT starts_with(${part}, 'sealed:'))`
      : `jsonb_path_exists(${part},
          'strict $.** ? (@.type() == "string" && @ != "" && !(@ starts with "sealed:"))')`;
  return `(${inClear} OR ${older})`;
}

/** Values as bytes, which the door does not open. */
const asStored = (value: string, { type }: Column): string =>
  `convert_to(${type === 'text[]' ? `to_jsonb(${value})` : value}::text, 'UTF8')`;

/**
 * Values of the pages from $2 to before $3 to look at, locked: not sealed by $1, or with digits that look
 * like an ID number. Rows: `place`, and what is `stored`, arrays as JSON.
 */
export const staleValues = (column: Column): string => {
  const value = quoted(column.column);
  return `SELECT ctid::text AS place, ${asStored(value, column)} AS stored FROM ${quoted(column.table)}
    WHERE ctid >= ('(' || $2::bigint || ',0)')::tid AND ctid < ('(' || $3::bigint || ',0)')::tid
      AND (${value}::text ~ '${ID_NUMBER}' OR ${isUnsealed(column)}) FOR UPDATE`;
};

/** Writes $2 in the row at $1, which the same transaction has locked. */
export const rewriting = ({ table, column, type }: Column): string =>
  `UPDATE ${quoted(table)} SET ${quoted(column)} = $2::${type} WHERE ctid = $1::tid`;

/** How many pages of 8 KB a table has. Row: `pages`. */
export const countPages = (table: string): string =>
  `SELECT (pg_relation_size('${quoted(table)}') / 8192)::int AS pages`;
