/** Where in a request a value stands that could not be kept. */
import type { Request } from 'express';

const MOST_LOOKED_AT = 20_000;

/**
 * @param text as PostgreSQL quotes it
 * @returns a JSON pointer into the body, or `?name` of a query, or the name of a part of the path
 */
export function placeOfValue(
  { params, query, body }: Pick<Request, 'params' | 'query' | 'body'>,
  text: string,
): string | undefined {
  const named = (part: object | undefined): string | undefined =>
    Object.entries(part ?? {}).find(([, value]) => says(value, text))?.[0];
  const parameter = named(params);
  if (parameter) return parameter;
  const asked = named(query);
  return asked ? `?${asked}` : pointerTo(body, text);
}

/** PostgreSQL quotes a number as it read it, and of a long text only its beginning. */
const says = (value: unknown, text: string): boolean =>
  (typeof value === 'string' || typeof value === 'number') && String(value) === text;

function pointerTo(body: unknown, text: string): string | undefined {
  const open: [pointer: string, value: unknown][] = [['', body]];
  for (let looked = 0; open.length > 0 && looked < MOST_LOOKED_AT; looked += 1) {
    const [pointer, value] = open.pop()!;
    if (says(value, text)) return pointer || '/';
    if (typeof value === 'object' && value !== null)
      for (const [key, inner] of Object.entries(value)) open.push([`${pointer}/${key}`, inner]);
  }
  return undefined;
}
