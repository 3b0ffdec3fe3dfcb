/** Every expression of a scope, wherever it stands. */
import type { Scope } from '../model/process.js';

export interface PlacedExpression {
  /** The flow or element it stands on. */
  id: string;
  feel: string;
}

/**
 * Of flows, mappings, scripts, conditions, timers, collections, messages and assignments; those of
 * sub-processes are in scopes of their own.
 */
export function expressionsIn({ flows, elements }: Scope): PlacedExpression[] {
  return [...flows, ...Object.values(elements)].flatMap((part) =>
    [...new Set(feelsIn(part))].map((feel) => ({ id: part.id, feel })),
  );
}

function feelsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(feelsIn);
  if (typeof value !== 'object' || value === null) return [];
  const { feel } = value as { feel?: unknown };
  if (typeof feel === 'string') return [feel];
  return Object.entries(value).flatMap(([key, inner]) => (key === 'body' ? [] : feelsIn(inner)));
}
