import fc from 'fast-check';
import type { CaseState, ClockRules, LegalAct } from '../contracts/case.js';
import {
  ACT_NAMES,
  AFTERWARDS,
  articleOf,
  FINAL,
  isDecided,
  legalActOf,
  legalActOfAdapter,
  legalTerms,
  TRANSITIONS,
  resultCode,
  RUNNING,
  stateAtEnd,
  STATE_NAMES,
  STATES,
  tryTransition,
} from './index.js';

const permit: ClockRules = {
  law: '行政许可法',
  acceptance: { within: '5wd', silenceAccepts: true },
  extension: { upTo: '10wd', by: 'head' },
  pauses: ['expert-review'],
  delivery: '10wd',
  warn: 2,
};
const terms = legalTerms(permit, new Set(['accept', 'decide']));
const acts = Object.keys(TRANSITIONS) as LegalAct[];
const led = (act: LegalAct, state: CaseState, behind?: CaseState) => {
  const tried = tryTransition(act, { state, behind }, terms);
  return tried.ok ? tried.position.state : null;
};

describe('every state by every act', () => {
  test.each(STATES.flatMap((state) => acts.map((act) => [state, act] as const)))(
    'in %s the act %s is allowed by the table, or refused by name',
    (state, act) => {
      const tried = tryTransition(act, { state }, terms);
      const { from, stays = [] } = TRANSITIONS[act];
      expect(tried.ok).toBe(from.includes(state) || stays.includes(state));
      if (tried.ok) return;
      expect(tried.reason).toContain(`办件处于“${STATE_NAMES[state]}”，不能“${ACT_NAMES[act]}”`);
    },
  );
});

describe("the case's legal state", () => {
  test('is collected by the window and accepted only by the deciding body', () => {
    expect(led('collect', 'submitted')).toBe('collected');
    expect(led('accept', 'collected')).toBe('accepted');
    expect(legalActOf('collect', 'accept')).toBe('collect');
    expect(legalActOf('accept', 'correct')).toBe('correct');
  });

  test('is sent back by 预审, handed in anew, and then passed to 收件', () => {
    expect(legalActOf('pre-review', 'return')).toBe('pre-return');
    expect(led('pre-return', 'submitted')).toBe('sent-back');
    expect(led('accept', 'sent-back')).toBeNull();
    expect(legalActOf('resubmit', 'resubmitted')).toBe('submit');
    expect(led('submit', 'sent-back')).toBe('submitted');
    expect(led('pre-pass', 'submitted')).toBe('pre-reviewed');
    expect(led('collect', 'pre-reviewed')).toBe('collected');
  });

  test('is not taken back by a look ahead that comes too late', () => {
    expect(led('pre-pass', 'accepted')).toBe('accepted');
    expect(led('pre-return', 'accepted')).toBeNull();
  });

  test('waits for the applicant after a notice of correction, and is then collected', () => {
    expect(led('correct', 'submitted')).toBe('correcting');
    expect(led('supplement', 'correcting')).toBe('collected');
    expect(led('accept', 'correcting')).toBeNull();
  });

  test('goes back from a special procedure to where it was', () => {
    expect(led('pause', 'reviewing')).toBe('special-procedure');
    expect(led('resume', 'special-procedure', 'reviewing')).toBe('reviewing');
    expect(led('grant', 'special-procedure')).toBeNull();
  });

  test('is not decided before it is accepted, unless its diagram knows no acceptance', () => {
    expect(led('grant', 'collected')).toBeNull();
    const atOnce = legalTerms(permit, new Set(['decide']));
    expect(tryTransition('grant', { state: 'collected' }, atOnce)).toMatchObject({ ok: true });
    const other = legalTerms({ ...permit, acceptance: null }, new Set(['accept', 'decide']));
    expect(tryTransition('grant', { state: 'collected' }, other)).toMatchObject({ ok: true });
  });

  test('is handed over undecided only where the diagram decides nothing', () => {
    expect(led('deliver', 'handling')).toBeNull();
    const matter = legalTerms(undefined, new Set(['hand-over']));
    expect(tryTransition('deliver', { state: 'collected' }, matter)).toMatchObject({ ok: true });
  });

  test('is not moved by work that has no effect in law', () => {
    expect(legalActOf('revoke', 'keep')).toBeNull();
    expect(legalActOf('accept', 'recheck')).toBeNull();
    expect(led('handle', 'granted')).toBe('granted');
  });

  test('follows the adapters that collect a fee and make a licence', () => {
    expect(legalActOfAdapter('payment')).toBe('pay');
    expect(led('pay', 'granted')).toBe('paying');
    expect(led('license', 'paying')).toBe('licensing');
    expect(led('license', 'accepted')).toBe('accepted');
  });

  test('stays refused at the end, is lapsed when no correction came, and finished otherwise', () => {
    expect(stateAtEnd('refused')).toBe('refused');
    expect(stateAtEnd('correcting')).toBe('lapsed');
    expect(stateAtEnd('licensing')).toBe('finished');
    expect(stateAtEnd('archived')).toBe('archived');
  });

  test('names the article of its own law', () => {
    expect(articleOf('行政许可法', 32)).toBe('行政许可法第三十二条');
    expect(articleOf('行政许可法', 10)).toBe('行政许可法第十条');
    const penalty = legalTerms({ ...permit, law: '行政处罚法' }, new Set());
    expect(tryTransition('grant', { state: 'accepted' }, penalty)).toHaveProperty(
      'article',
      '行政处罚法第五十七条第一款',
    );
  });
});

describe('properties of the machine', () => {
  const anyAct = fc.constantFrom(...acts);
  const walk = (sequence: LegalAct[]) => {
    let position: { state: CaseState; behind?: CaseState } = { state: 'submitted' };
    const seen: CaseState[] = [position.state];
    for (const act of sequence) {
      const tried = tryTransition(act, position, terms);
      if (tried.ok) position = tried.position;
      seen.push(position.state);
    }
    return seen;
  };

  test('no act leads out of a final state but delivery, rating, archiving and voiding', () => {
    fc.assert(
      fc.property(fc.constantFrom(...FINAL), anyAct, (state, act) => {
        const to = led(act, state);
        return to === null || to === state || [...AFTERWARDS, 'voided'].includes(to);
      }),
    );
  });

  test('whatever people do, a decision stands only after an acceptance', () => {
    // The law itself grants what was never accepted: a renewal, when the licence ends (50).
    const people = fc.constantFrom(...acts.filter((act) => act !== 'deem-renewed'));
    fc.assert(
      fc.property(fc.array(people, { maxLength: 40 }), (sequence) => {
        const seen = walk(sequence);
        const decided = seen.findIndex((state) => state === 'granted' || state === 'refused');
        return decided < 0 || seen.slice(0, decided).some((state) => RUNNING.includes(state));
      }),
    );
  });

  test('what is decided never becomes undecided again', () => {
    fc.assert(
      fc.property(fc.array(anyAct, { maxLength: 40 }), (sequence) => {
        const decided = walk(sequence).map(isDecided);
        const first = decided.indexOf(true);
        return first < 0 || decided.slice(first).every(Boolean);
      }),
    );
  });
});

test('the two national lists of results give a code of their own to a refusal', () => {
  expect(resultCode('exchange', 'refused')).toBe('1');
  expect(resultCode('process', 'refused')).toBe('1');
  expect(resultCode('exchange', 'rejected')).toBe('1');
  expect(resultCode('process', 'rejected')).toBe('6');
  expect(resultCode('exchange', 'granted')).toBe('0');
  expect(resultCode('exchange', null)).toBeNull();
});
