/**
 * Golden cases by hand for articles 38, 43 and 47 of the permit law, and a penalty's: each told as dated acts
 * and played through the law of the workflow. `test/clock` holds those of the permit clock beside them.
 */
import { readFileSync } from 'node:fs';
import { workingDaysOf } from '../../src/calendar/index.js';
import type { ProcessModel } from '../../bpmn/model/process.js';
import { DAY, dateOf, dayOfDate, PENALTY_RULES, PERMIT_RULES, startOfDay } from '../clock/index.js';
import type { CaseAct, CaseInput, LegalAct } from '../contracts/case.js';
import { firstState } from '../continue-as-new-state.js';
import { LegalSide } from '../legal-side.js';
import { CASE_ACTS, LAW, plannedPeriods } from './index.js';

interface Life {
  rule: string;
  law: 'permit' | 'penalty';
  /** The level above decides. */
  above?: true;
  /** Date, act, and `refused` where the law does not allow it, or the reason of a pause. */
  acts: [string, LegalAct, string?][];
  on: string;
  state: string;
  due: string | null;
  deliverDue: string | null;
  /** Last day, day it was done, whether the agency is late. */
  periods: Record<string, [string | null, string | null, boolean]>;
}

const lives = JSON.parse(
  readFileSync(new URL('../../test/clock/lives.json', import.meta.url), 'utf8'),
) as Life[];
const calendar = { version: 'test', years: { 2026: workingDaysOf(2026) } };
const task = (act: string) => ({ type: 'userTask', act });
const model = {
  body: { elements: { accept: task('accept'), decide: task('decide') }, flows: {} },
  called: {},
} as unknown as ProcessModel;

const noon = (date: string): number => startOfDay(dayOfDate(date)) + DAY / 2;
const lastDay = (end: number | null): string | null => (end === null ? null : dateOf(end - 1));

function begin({ law, above, acts: [first] }: Life) {
  const input = {
    ...{
      calendar,
      dayLength: DAY,
      variables: {},
      law: LAW,
      ...(above && { above: 'of-the-city' }),
    },
    ...(law === 'permit'
      ? { rules: PERMIT_RULES, limits: { statutory: '20wd' } }
      : { rules: PENALTY_RULES, limits: { statutory: '90d' } }),
  } as unknown as CaseInput;
  const carried = firstState(model);
  const legal = new LegalSide(input, carried, model);
  legal.submitted(noon(first![0]));
  return { input, carried, legal };
}

/** @returns whether the law allowed it; what it does not allow changes nothing */
function perform(legal: LegalSide, [date, act, more]: Life['acts'][number]): boolean {
  const at = noon(date);
  const wanted = { act, reason: '…', data: { procedure: more ?? '', days: 10 } } as CaseAct;
  const onCase = (CASE_ACTS as readonly string[]).includes(act);
  const reason = onCase
    ? legal.reasonAgainst({ id: 'x', kind: 'legal', ...wanted } as never, [], at)
    : legal.reasonAgainstAct(act, at);
  if (reason !== null) return false;
  if (act === 'forward') legal.sentUp({ at });
  else if (onCase) legal.actOnCase(wanted, at);
  else legal.act(act, { at });
  return true;
}

test.each(lives)('$rule', (life) => {
  const { input, carried, legal } = begin(life);
  const allowed = life.acts.slice(1).map((each) => [...each, perform(legal, each)]);
  expect(allowed).toEqual(life.acts.slice(1).map((each) => [...each, each[2] !== 'refused']));
  const columns = legal.recount();
  expect([carried.state, lastDay(carried.dueAt), lastDay(columns.deliverDueAt)]).toEqual([
    life.state,
    life.due,
    life.deliverDue,
  ]);
  const at = { ...carried, outcome: columns.outcome };
  const periods = plannedPeriods(input, at).map(({ period, whose, due, done }) => {
    const late = whose === 'agency' && due !== null && (done ?? noon(life.on)) > due;
    return [period, [lastDay(due), done === null ? null : dateOf(done), late]];
  });
  expect(Object.fromEntries(periods)).toEqual(life.periods);
  const outstanding = (name: string, column: number | null | undefined) => {
    const [due, done] = life.periods[name] ?? [null, null];
    expect(lastDay(column ?? null)).toBe(done === null ? due : null);
  };
  outstanding('hearing-held', columns.hearingDueAt);
  outstanding('preliminary-review', columns.reviewDueAt);
});

test('there are lives for each of the three articles', () => {
  for (const article of ['38', '43', '47'])
    expect(lives.filter(({ rule }) => rule.includes(article)).length).toBeGreaterThan(1);
});
