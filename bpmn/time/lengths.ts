/** Lengths of time as diagrams write them: `5wd` (working days), or ISO 8601 `P1M2D`, `PT1H`. */

export type Length =
  | { workingDays: number }
  | { months: number; /** Calendar days. */ days: number; ms: number };

const WORKING_DAYS = /^(\d{1,9})wd$/;
const ISO_8601 =
  /^P(?=\d|T\d)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;
/** More digits than any number has that milliseconds can be counted with. */
const TOO_MANY_DIGITS = /\d{19}/;

/** @returns undefined for a text that is none */
export const readLength = (text: string): Length | undefined =>
  TOO_MANY_DIGITS.test(text) ? undefined : readAnyLength(text);

/** The same however many digits it has: infinitely long, where they are too many. */
export function readAnyLength(text: string): Length | undefined {
  const working = WORKING_DAYS.exec(text);
  if (working) return { workingDays: Number(working[1]) };
  const parts = ISO_8601.exec(text);
  if (!parts) return undefined;
  const [years, months, weeks, days, hours, minutes, seconds] = parts
    .slice(1)
    .map((part) => Number(part ?? 0)) as [number, number, number, number, number, number, number];
  return {
    months: years * 12 + months,
    days: weeks * 7 + days,
    ms: ((hours * 60 + minutes) * 60 + seconds) * 1000,
  };
}

/** The least that may lie between two rounds of a cycle: a second. Less would keep a case busy for ever. */
export const LEAST_ROUND_MS = 1_000;

/** Whether a cycle may have rounds of this length. */
export function isRound(length: Length): boolean {
  if ('workingDays' in length) return length.workingDays > 0;
  return length.months > 0 || length.days > 0 || length.ms >= LEAST_ROUND_MS;
}

/** So many of a length, one after another from the same beginning. */
export function times(length: Length, count: number): Length {
  if ('workingDays' in length) return { workingDays: length.workingDays * count };
  const { months, days, ms } = length;
  return { months: months * count, days: days * count, ms: ms * count };
}
