/** The clock in the workflow and the permit clock of `clock -- run` tell the same story alike. */
import fc from 'fast-check';
import type { ProcessModel } from '../../bpmn/model/process.js';
import { workingDaysOf } from '../../src/calendar/index.js';
import { firstState } from '../continue-as-new-state.js';
import { DAY, dayNumber, dayOfDate, PERMIT_RULES, startOfDay } from '../clock/index.js';
import {
  ARTICLE_42,
  happen,
  NOTHING_RECEIVED,
  PAUSE_REASONS,
  type PermitAct,
  type PermitClock,
  viewOn,
} from '../clock/permit/index.js';
import type { CaseAct, CaseInput, LegalAct } from '../contracts/case.js';
import { LegalSide } from '../legal-side.js';

const calendar = {
  version: 'test',
  years: Object.fromEntries([2024, 2025, 2026].map((year) => [year, workingDaysOf(year)])),
};
const terms = { ...ARTICLE_42.single, promised: 5, joint: false, warn: 2, deliver: 10 };
const input = {
  calendar,
  dayLength: DAY,
  limits: { statutory: `${terms.statutory}wd`, promised: `${terms.promised}wd` },
  rules: PERMIT_RULES,
  variables: {},
} as unknown as CaseInput;

/** Of the diagram only the acts of its tasks matter here. */
const task = (act: string) => ({ type: 'userTask', act });
const model = {
  body: { elements: { accept: task('accept'), decide: task('decide') }, flows: {} },
  called: {},
} as unknown as ProcessModel;

const DONE_AS: Partial<Record<PermitAct['do'], LegalAct>> = {
  ...{ correct: 'correct', supplement: 'supplement', accept: 'accept', refuse: 'reject' },
  ...{ decide: 'grant', withdraw: 'withdraw' },
};

function caseActOf(act: PermitAct): CaseAct | null {
  if (act.do === 'pause')
    return { act: 'pause', reason: '须经', data: { procedure: act.reason, days: 3 } };
  if (act.do === 'extend')
    return { act: 'extend', reason: '需要', data: { days: act.days, by: act.by } };
  return act.do === 'resume' || act.do === 'deliver' ? { act: act.do } : null;
}

/** The case as its workflow keeps it: silence is heard when its timer fires, before anything else. */
class Workflow {
  private readonly carried;
  private readonly legal: LegalSide;
  constructor(day: number) {
    this.carried = firstState({ ...model, body: { ...model.body } } as ProcessModel);
    this.legal = new LegalSide(input, this.carried, model);
    this.legal.submitted(noon(day));
    this.legal.recount();
  }

  /** @returns whether it was done */
  do(act: PermitAct, day: number): boolean {
    const at = noon(day);
    this.hearSilence(at);
    // No task for it waits in the diagram, or only the paper of a refusal is handed over.
    if (act.do === 'supplement' && this.carried.state !== 'correcting') return false;
    if (act.do === 'deliver' && this.carried.state === 'rejected') return false;
    const wanted = caseActOf(act);
    const named = DONE_AS[act.do];
    const reason = wanted
      ? this.legal.reasonAgainst({ id: 'x', kind: 'legal', ...wanted } as never, [], at)
      : this.legal.reasonAgainstAct(named!, at);
    if (reason !== null) return false;
    if (wanted) this.legal.actOnCase(wanted, at);
    else if (named === 'withdraw') this.legal.ended('withdrawn', 'withdraw', { at });
    else this.legal.act(named!, { at });
    return true;
  }

  view(day: number) {
    this.hearSilence(noon(day));
    const { acceptanceDueAt: _, ...columns } = this.legal.recount();
    const { dates, dueAt, promisedDueAt } = this.carried;
    const lastDay = (end: number | null) => (end === null ? null : dayNumber(end - 1));
    return {
      accepted: dates.accepted === null ? null : dayNumber(dates.accepted),
      deemed: columns.deemedAccepted,
      statutoryDue: lastDay(dueAt),
      promisedDue: lastDay(promisedDueAt),
      deliverDue: lastDay(columns.deliverDueAt),
      paused: columns.pausedAt !== null,
    };
  }

  private hearSilence(at: number): void {
    const { acceptanceDueAt } = this.legal.recount();
    if (acceptanceDueAt !== null && at > acceptanceDueAt) this.legal.deem(at);
  }
}

const noon = (day: number): number => startOfDay(day) + DAY / 2;

const anyAct: fc.Arbitrary<PermitAct> = fc.oneof(
  fc
    .constantFrom('correct', 'supplement', 'accept', 'refuse', 'decide', 'deliver', 'withdraw')
    .map((act) => ({ do: act })),
  fc.constantFrom('accept', 'resume', 'resume').map((act) => ({ do: act }) as PermitAct),
  fc
    .constantFrom(...PAUSE_REASONS, 'publicity')
    .map((reason) => ({ do: 'pause' as const, reason })),
  fc
    .record({ days: fc.integer({ min: 0, max: 12 }), by: fc.constantFrom('head', 'government') })
    .map((extension) => ({ do: 'extend' as const, ...extension })),
);
const anyStory = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), anyAct), { maxLength: 14 });
const firstDay = dayOfDate('2024-02-01');
const anyDay = fc.integer({ min: firstDay, max: firstDay + 600 });

test('both allow the same acts, and all periods end on the same days', () => {
  const reached = new Set<string>();
  fc.assert(
    fc.property(anyDay, anyStory, (from, story) => {
      let clock: PermitClock = happen({ calendar, terms, day: from }, NOTHING_RECEIVED, {
        do: 'receive',
      }).clock;
      const workflow = new Workflow(from);
      let day = from;
      for (const [gap, act] of story) {
        day += gap;
        const told = happen({ calendar, terms, day }, clock, act);
        clock = told.clock;
        const done = workflow.do(act, day);
        expect([day - from, act.do, done]).toEqual([day - from, act.do, told.refusal === null]);
        if (done) reached.add(act.do);
        const seen = viewOn(calendar, terms, clock, day);
        expect(workflow.view(day)).toEqual({
          accepted: seen.accepted,
          deemed: seen.deemed,
          statutoryDue: seen.statutoryDue,
          promisedDue: seen.promisedDue,
          deliverDue: seen.deliverDue,
          paused: seen.state === 'paused',
        });
      }
    }),
    { numRuns: 2000 },
  );
  // The stories are not only refusals.
  expect([...reached].sort()).toEqual(
    ['accept', 'correct', 'decide', 'deliver', 'extend', 'pause']
      .concat(['refuse', 'resume', 'supplement', 'withdraw'])
      .sort(),
  );
});
