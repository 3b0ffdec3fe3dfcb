/**
 * The demonstration's older cases, brought over by the same way as a city's own: some open and really
 * overdue, some paused, some finished. Dates are counted back from today, and from no later day than
 * the calendar's last years allow, so that no due date runs into a year without data. Where a day lasts
 * seconds they are counted back in working days of that length: each case's clock then stands where it
 * would stand on real days, and runs on as fast as everybody's.
 */
import { readFileSync } from 'node:fs';
import type { DataSource, EntityManager } from 'typeorm';
import {
  DAY,
  dateOf,
  dayNumber,
  isWorkingDay,
  startOfDay,
  workingDaysBetween,
} from '../../../workflows/clock/index.js';
import { bringOver, type RawLine, type ReadLine, type Settings } from '../case-import/index.js';
import { frozenCalendar } from '../../calendar/index.js';
import { loadOnce } from '../../platform/database/load-once.js';

const FILE = new URL('../../../demonstration/older-cases.json', import.meta.url);

/** Days before today; null = still going on. */
interface Group {
  item: string;
  regions: string[];
  state: string;
  received: number;
  corrected?: number;
  accepted?: number;
  deemed?: boolean;
  decided?: number;
  outcome?: string;
  delivered?: number;
  finished?: number;
  extension?: number;
  pauses?: { from: number; to: number | null; reason: string }[];
}

interface OlderCases {
  sourceSystem: string;
  people: string[];
  groups: Group[];
}

/** Twenty working days and the weekends between them. */
const AHEAD = 32;
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** @throws Error naming the first line that cannot be brought over */
export async function bringOlderCases(dataSource: DataSource, settings: Settings): Promise<void> {
  const content = readFileSync(FILE, 'utf8');
  await loadOnce(dataSource, 'older-cases', content, async (manager) => {
    const { sourceSystem, people, groups } = JSON.parse(content) as OlderCases;
    const dated = await dating(manager, settings.dayLength);
    const lines = groups
      .flatMap((group) => group.regions.map((region, place) => ({ group, region, place })))
      .map((one, place): ReadLine => {
        const person = people[place % people.length]!;
        return { line: place + 1, cells: cellsOf(one, place, person, dated), unknown: [] };
      });
    const by = { personId: 'system', postId: null };
    const outcomes = await bringOver(manager, sourceSystem, lines, by, settings);
    const refused = outcomes.find(({ state }) => state === 'refused');
    if (refused)
      throw new Error(
        `demonstration/older-cases.json 第 ${refused.line} 件：${refused.errors[0]?.message}`,
      );
  });
}

/** What is written in a cell for so many days ago. */
type Dated = (daysAgo: number) => string;

async function dating(manager: EntityManager, dayLength: number): Promise<Dated> {
  const today = await anchor(manager);
  const dayOf = (daysAgo: number) => startOfDay(today - daysAgo);
  if (dayLength === DAY) return (daysAgo) => dateOf(dayOf(daysAgo));
  const calendar = await frozenCalendar(manager, dayOf(LONGEST_AGO));
  // In the middle of a working day what is due on it is not over yet; on a holiday the last one is.
  const into = isWorkingDay(calendar, today) ? -0.5 : 0.25;
  // Cells have whole seconds.
  const now = Math.floor(Date.now() / 1000) * 1000;
  return (daysAgo) => {
    const worked = workingDaysBetween(calendar, dayOf(daysAgo), dayOf(0) + 1);
    const ago = Math.max(worked + into, 0) * dayLength;
    return secondsOf(now - ago);
  };
}

/** Further back lies none of them; days. */
const LONGEST_AGO = 400;

/** `2026-10-08T09:30:15` in Shanghai. */
const secondsOf = (at: number): string => new Date(at + 8 * 3_600_000).toISOString().slice(0, 19);

/** Day number that stands for today: a day before it, late in a year whose next has no calendar yet. */
export async function anchor(manager: EntityManager): Promise<number> {
  const [row] = await manager.query<{ last: string | null }[]>(
    `SELECT max(date)::text AS last FROM calendar_day`,
  );
  if (!row?.last) throw new Error('the calendar has no days');
  const last = Math.floor(Date.parse(`${row.last}T00:00:00Z`) / DAY);
  return Math.min(dayNumber(Date.now()), last - AHEAD);
}

function cellsOf(
  { group, region, place }: { group: Group; region: string; place: number },
  serial: number,
  person: string,
  dated: Dated,
): RawLine {
  // Those of a group are not all of one day.
  const date = (daysAgo: number) => dated(daysAgo + place);
  const maybe = (daysAgo: number | undefined) =>
    daysAgo === undefined ? undefined : date(daysAgo);
  const pauses = group.pauses?.map(
    ({ from, to, reason }) => `${date(from)}/${to === null ? '' : date(to)} ${reason}`,
  );
  const cells: RawLine = {
    source_number: `SP-${String(serial + 1).padStart(4, '0')}`,
    item: group.item,
    region,
    applicant: person,
    id_number: idNumber(serial),
    state: group.state,
    received: date(group.received),
    corrected: maybe(group.corrected),
    accepted: group.deemed ? undefined : maybe(group.accepted),
    deemed: group.deemed ? 'yes' : undefined,
    pauses: pauses?.join(';'),
    extension: group.extension === undefined ? undefined : String(group.extension),
    decided: maybe(group.decided),
    outcome: group.outcome,
    delivered: maybe(group.delivered),
    finished: maybe(group.finished),
  };
  return Object.fromEntries(
    Object.entries(cells).filter(([, value]) => value !== undefined),
  ) as RawLine;
}

/** Of nobody: there is no region 210399. */
function idNumber(serial: number): string {
  const year = 1958 + (serial % 45);
  const body = `210399${year}0${1 + (serial % 9)}1${serial % 10}${String(500 + serial).slice(-3)}`;
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(body[at]), 0);
  return body + '10X98765432'[sum % 11]!;
}
