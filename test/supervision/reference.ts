/**
 * The figures computed the slow way: every row read, every rule written out again in TypeScript, with
 * the calendar's own code. Shares nothing with the SQL it is compared with.
 */
import type { DataSource } from 'typeorm';
import { frozenCalendar } from '../../src/calendar/index.js';
import type { FrozenCalendar } from '../../workflows/contracts/case.js';
import { workingDaysBetween } from '../../workflows/clock/index.js';

export interface Body {
  id: string;
  kind: string;
  line: string | null;
  level: string;
  region: string | null;
  parent_id: string | null;
  vertical: boolean;
  service_area: string[];
}

export interface CaseRow {
  number: string;
  lead_department: string;
  item_code: string;
  state: string;
  ended: boolean;
  origin: string;
  submitted_at: Date;
  received_at: Date | null;
  accepted_at: Date | null;
  decided_at: Date | null;
  finished_at: Date | null;
  due_at: Date | null;
  promised_due_at: Date | null;
  acceptance_due_at: Date | null;
  paused_at: Date | null;
}

interface TaskRow {
  case_number: string;
  department_id: string | null;
  name: string;
  state: string;
  opened_at: Date;
  completed_at: Date | null;
  due_at: Date | null;
}

export interface World {
  bodies: Map<string, Body>;
  cases: CaseRow[];
  tasks: TaskRow[];
  /** Case number → times sent back for correction. */
  returns: Map<string, number>;
  pauses: { case_number: string; began_at: Date; ended_at: Date | null }[];
  calendar: FrozenCalendar;
  now: number;
}

export async function readWorld(dataSource: DataSource): Promise<World> {
  const bodies = await dataSource.query<Body[]>(`SELECT * FROM organisation`);
  const moves = await dataSource.query<{ case_number: string }[]>(
    `SELECT case_number FROM legal_move WHERE to_state = 'correcting' AND NOT superseded`,
  );
  const returns = new Map<string, number>();
  for (const { case_number } of moves)
    returns.set(case_number, (returns.get(case_number) ?? 0) + 1);
  return {
    bodies: new Map(bodies.map((body) => [body.id, body])),
    cases: await dataSource.query<CaseRow[]>(`SELECT * FROM cases`),
    tasks: await dataSource.query<TaskRow[]>(`SELECT * FROM task`),
    returns,
    pauses: await dataSource.query(`SELECT * FROM case_pause`),
    calendar: await frozenCalendar(dataSource.manager, Date.parse('2024-01-01T00:00:00+08:00')),
    now: Date.now(),
  };
}

/** County or zone a body sits in: a zone of the city is a territory, one of a county is not. */
export function seat({ bodies }: World, id: string): string {
  const body = bodies.get(id)!;
  const zone = [body, bodies.get(body.parent_id ?? '')].find((one) => one?.kind === 'zone');
  if (zone) {
    const around = bodies.get(zone.parent_id!)!.region!;
    return around === '210300' ? zone.id : around;
  }
  return (body.region ?? body.service_area[0]!).slice(0, 6);
}

/** The territory whose table it is charged to. */
export const territory = (world: World, id: string): string =>
  world.bodies.get(id)!.vertical ? 'vertical' : seat(world, id);

export const dayOf = (at: Date): string =>
  new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);

const before = (at: Date | null, instant: number) => at !== null && at.getTime() < instant;

/** The figures of some open cases and of all steps open at some bodies. */
export function openFigures(world: World, soon: number, chosen: (department: string) => boolean) {
  const { now } = world;
  const open = world.cases.filter((c) => !c.ended && chosen(c.lead_department));
  const running = (c: CaseRow) => c.decided_at === null && c.paused_at === null;
  const statutory = (c: CaseRow) => (running(c) ? c.due_at : null);
  const promised = (c: CaseRow) => (running(c) ? c.promised_due_at : null);
  const acceptance = (c: CaseRow) =>
    c.accepted_at === null && c.decided_at === null && c.state !== 'correcting'
      ? c.acceptance_due_at
      : null;
  const first = (c: CaseRow) => {
    const limits = [statutory(c), promised(c), acceptance(c)].filter((at) => at !== null);
    return limits.length > 0 ? Math.min(...limits.map((at) => at.getTime())) : Infinity;
  };
  const returns = (c: CaseRow) => world.returns.get(c.number) ?? 0;
  const ended = new Map(world.cases.map((c) => [c.number, c]));
  const steps = world.tasks.filter((task) => {
    const of = ended.get(task.case_number)!;
    return (
      ['open', 'completing'].includes(task.state) &&
      chosen(task.department_id ?? of.lead_department)
    );
  });
  const count = <T>(rows: T[], fits: (row: T) => boolean) => rows.filter(fits).length;
  return {
    open: open.length,
    dueSoon: count(open, (c) => first(c) >= now && first(c) < soon),
    overdue: count(open, (c) => first(c) < now),
    statutoryOverdue: count(open, (c) => before(statutory(c), now)),
    promisedOverdue: count(open, (c) => before(promised(c), now)),
    acceptanceOverdue: count(open, (c) => before(acceptance(c), now)),
    paused: count(open, (c) => c.paused_at !== null),
    pausedLong: count(open, (c) => before(c.paused_at, now - 30 * 86_400_000)),
    returnedOften: count(open, (c) => returns(c) >= 2),
    lateEntry: count(
      open,
      (c) =>
        ['offline', 'window'].includes(c.origin) &&
        !!c.received_at &&
        dayOf(c.submitted_at) > dayOf(c.received_at),
    ),
    steps: steps.length,
    stepsOverdue: count(steps, (task) => before(task.due_at, now)),
  };
}

/** What was finished between two days, of some bodies: the sums behind every rate. */
export function finishedFigures(
  world: World,
  { from, to }: { from: string; to: string },
  chosen: (row: CaseRow) => boolean,
) {
  const rows = world.cases.filter((c) => {
    const day = c.finished_at && dayOf(c.finished_at);
    return c.ended && day !== null && day >= from && day <= to && chosen(c);
  });
  const sums = {
    count: rows.length,
    ...{ accepted: 0, refusedAcceptance: 0, firstTime: 0, returned: 0 },
    ...{ statutory: 0, statutoryKept: 0, promised: 0, promisedKept: 0 },
    ...{ measured: 0, statutoryDays: 0, promisedDays: 0, actualDays: 0 },
  };
  for (const c of rows) {
    const returned = world.returns.get(c.number) ?? 0;
    sums.returned += returned;
    if (c.state === 'rejected') sums.refusedAcceptance += 1;
    if (!c.accepted_at) continue;
    sums.accepted += 1;
    if (returned === 0) sums.firstTime += 1;
    const decided = (c.decided_at ?? c.finished_at)!;
    if (c.promised_due_at) {
      sums.promised += 1;
      if (decided <= c.promised_due_at) sums.promisedKept += 1;
    }
    if (!c.due_at) continue;
    sums.statutory += 1;
    if (decided <= c.due_at) sums.statutoryKept += 1;
    const days = (a: Date, b: Date) => workingDays(world.calendar, a, b);
    const paused = world.pauses
      .filter(({ case_number }) => case_number === c.number)
      .reduce((sum, { began_at, ended_at }) => sum + days(began_at, ended_at ?? decided), 0);
    const left = (until: Date) => Math.max(0, days(c.accepted_at!, until) - paused);
    const spans = [c.due_at, c.promised_due_at ?? c.due_at, decided].map(left);
    // A day in a year without a calendar: nothing is known of the case's days.
    if (left(c.due_at) === 0 || spans.some(Number.isNaN)) continue;
    sums.measured += 1;
    sums.statutoryDays += left(c.due_at);
    sums.promisedDays += left(c.promised_due_at ?? c.due_at);
    sums.actualDays += left(decided);
  }
  return sums;
}

/** NaN where the calendar has no data. */
function workingDays(calendar: FrozenCalendar, from: Date, until: Date): number {
  try {
    return Math.max(0, workingDaysBetween(calendar, from.getTime(), until.getTime()));
  } catch {
    return NaN;
  }
}

export function finishedSteps(
  world: World,
  { from, to }: { from: string; to: string },
  name: string,
) {
  const rows = world.tasks.filter(
    (task) =>
      task.state === 'completed' &&
      task.name === name &&
      dayOf(task.completed_at!) >= from &&
      dayOf(task.completed_at!) <= to,
  );
  const seconds = rows.reduce(
    (sum, { opened_at, completed_at }) =>
      sum + Math.max(0, Math.round((completed_at!.getTime() - opened_at.getTime()) / 1000)),
    0,
  );
  const limited = rows.filter(({ due_at }) => due_at !== null);
  const late = limited.filter(({ due_at, completed_at }) => completed_at! > due_at!);
  return {
    count: rows.length,
    hours: seconds / 3600 / rows.length,
    late: late.length,
    limited: limited.length,
  };
}
