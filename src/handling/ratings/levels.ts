/** 好差评: its levels, by name, for published interfaces number them both ways (GB/T 39735). */
export const LEVELS = [
  'very-satisfied',
  'satisfied',
  'basically-satisfied',
  'dissatisfied',
  'very-dissatisfied',
] as const;
export type RatingLevel = (typeof LEVELS)[number];

/** 差评: 不满意 and 非常不满意. */
export const BAD_LEVELS: readonly RatingLevel[] = ['dissatisfied', 'very-dissatisfied'];

/** The level that somebody chose in the form of a rating; null = it has none. */
export function levelIn(form: Readonly<Record<string, unknown>> | null): RatingLevel | null {
  const said = Object.values(form ?? {});
  return LEVELS.find((level) => said.includes(level)) ?? null;
}
