/** What the pages are narrowed to, kept in the address: a link shows the same to whoever may see it. */
import { useSearchParams } from 'react-router';

const DIMENSIONS = [
  'county',
  'township',
  'line',
  'department',
  'item',
  'type',
  'step',
  'handler',
] as const;
export type Dimension = (typeof DIMENSIONS)[number];
export type Place = Partial<Record<Dimension, string>> & { by: 'territory' | 'line' };

/** The place in an address. `handler` may be empty: what nobody has claimed. */
export function placeIn(params: URLSearchParams): Place {
  const place: Place = { by: params.get('by') === 'line' ? 'line' : 'territory' };
  for (const dimension of DIMENSIONS) {
    const value = params.get(dimension);
    if (value !== null) place[dimension] = value;
  }
  return place;
}

export const numberIn = (params: URLSearchParams, name: string, usual: number): number => {
  const value = Number(params.get(name));
  return Number.isInteger(value) && value > 0 ? value : usual;
};

/** From when on something is soon, too long, too often: working days, days, times. */
export const momentsIn = (params: URLSearchParams) => ({
  days: numberIn(params, 'days', 5),
  pausedDays: numberIn(params, 'pausedDays', 30),
  returns: numberIn(params, 'returns', 2),
});

/** The address with some of its query changed; undefined takes a part away. */
export function withParams(
  params: URLSearchParams,
  changes: Record<string, string | number | undefined>,
): string {
  const next = new URLSearchParams(params);
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined) next.delete(name);
    else next.set(name, String(value));
  }
  return `?${next.toString()}`;
}

/** The query of the address, and a way to change parts of it without a new entry in the history. */
export function useParamsState() {
  const [params, setParams] = useSearchParams();
  const change = (changes: Record<string, string | number | undefined>) =>
    setParams(new URLSearchParams(withParams(params, changes)), { replace: true });
  return [params, change] as const;
}

/** Days of the period in the address; the last year when there is none. */
export function periodIn(params: URLSearchParams): { from: string; to: string } {
  const day = (back: number) =>
    new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(
      new Date(Date.now() - back * 86_400_000),
    );
  return { from: params.get('from') ?? day(365), to: params.get('to') ?? day(0) };
}
