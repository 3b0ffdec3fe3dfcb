/** Variables as they are typed: what reads as JSON is what it says, everything else is text. */
import type { Json } from '../../api/model.js';

export type Variables = Record<string, Json>;

export interface Typed {
  name: string;
  value: string;
}

/** Rows without a name are none. */
export const variablesOf = (rows: readonly Typed[]): Variables =>
  Object.fromEntries(
    rows
      .filter(({ name }) => name.trim() !== '')
      .map(({ name, value }) => [name.trim(), valueOf(value)]),
  );

function valueOf(typed: string): Json {
  try {
    return JSON.parse(typed) as Json;
  } catch {
    return typed;
  }
}

/** As it is shown in one line. */
export const valueText = (value: Json): string =>
  typeof value === 'string' ? value : JSON.stringify(value);
