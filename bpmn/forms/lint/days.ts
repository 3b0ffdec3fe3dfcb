/** Rules of days' bounds: they can be read, count from a day there is, and leave days between them. */
import { boundDay, fieldOfBound, readBound } from '../days.js';
import type { FormField } from '../form.js';
import { called, error, type FormFinding, type Placed } from './finding.js';

/** Any day will do to compare two bounds by. */
const SOME_DAY = '2026-11-30';

/** @param top the form's own fields, beside which those that stand in nothing stand */
export function dayFindings(placed: readonly Placed[], top: readonly Placed[]): FormFinding[] {
  const form = Object.fromEntries(top.map(({ name, field }) => [name, field]));
  return placed.flatMap((one) => {
    const { properties, items } = one.within ?? {};
    return bounded(one, one.within ? (properties ?? items?.properties ?? {}) : form);
  });
}

function bounded(placed: Placed, beside: Record<string, FormField>): FormFinding[] {
  const { place, field } = placed;
  const bounds = [field['x-earliest'], field['x-latest']].filter((bound) => bound !== undefined);
  if (bounds.length === 0) return [];
  if (field.format !== 'date')
    return [error('field-day', place, `${called(placed)}不是日期，不能有日期界限。`)];
  const found = bounds.flatMap((bound) => unreadable(placed, bound, beside));
  return found.length > 0 ? found : wrongWayRound(placed);
}

function unreadable(
  placed: Placed,
  bound: string,
  beside: Record<string, FormField>,
): FormFinding[] {
  const read = readBound(bound);
  const of = read && fieldOfBound(read);
  const told = (why: string) => [
    error('field-day', placed.place, `${called(placed)}的日期界限“${bound}”${why}`),
  ];
  if (read && (of === null || (of !== placed.name && beside[of!]?.format === 'date'))) return [];
  if (of && (of === placed.name || Object.hasOwn(beside, of)))
    return told('应从另一个日期字段算起；请改正。');
  return told('看不懂；请写成 2026-11-30、today、today-18y，或另一个日期字段名，如 startOn+1y。');
}

/** Two that count from different fields may be either way round. */
function wrongWayRound(placed: Placed): FormFinding[] {
  const { place, field } = placed;
  const earliest = field['x-earliest'];
  const latest = field['x-latest'];
  if (earliest === undefined || latest === undefined) return [];
  const of = [earliest, latest].map((bound) => fieldOfBound(readBound(bound)!));
  if (of[0] !== of[1]) return [];
  const [first, last] = [earliest, latest].map((bound) =>
    boundDay(bound, SOME_DAY, of[0] ? { [of[0]]: SOME_DAY } : {}),
  );
  return first! > last!
    ? [error('field-bounds', place, `${called(placed)}的最早日期晚于最晚日期；请改正。`)]
    : [];
}
