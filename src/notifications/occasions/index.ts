/** Every occasion there is; a new one is one entry of its audience's list. */
import { FOR_APPLICANTS } from './applicants.js';
import type { Occasion } from './occasion.js';
import { FOR_STAFF } from './staff.js';

export type { Occasion } from './occasion.js';

export const OCCASIONS = { ...FOR_APPLICANTS, ...FOR_STAFF } as const;
export type OccasionCode = keyof typeof OCCASIONS;
export type ApplicantOccasion = keyof typeof FOR_APPLICANTS;

/** Facts that an occasion's words are filled with. */
export type FactsOf<Code extends OccasionCode> = Record<
  keyof (typeof OCCASIONS)[Code]['facts'],
  string
>;

export const OCCASION_CODES = Object.keys(OCCASIONS) as OccasionCode[];

/** Those of which text messages go out. */
export const TEXTED: readonly OccasionCode[] = OCCASION_CODES.filter(
  (code) => OCCASIONS[code].texted,
);

/** By a code that came from outside; undefined = there is none of it. */
export const occasionOf = (code: string): Occasion | undefined =>
  Object.hasOwn(OCCASIONS, code) ? OCCASIONS[code as OccasionCode] : undefined;
