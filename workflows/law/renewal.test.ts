/** 行政许可法 50(2): what is too late once the validity has ended, and when nothing is. */
import type { CaseState, LegalAct } from '../contracts/case.js';
import { DAY, PERMIT_RULES } from '../clock/index.js';
import { NOTHING_YET, periodsOf, type LawState } from './clock.js';
import { clockReason } from './conditions.js';
import { renewalDueAt } from './renewal.js';

const ends = Date.parse('2027-03-02T00:00:00+08:00');
const calendar = { version: '', years: { 2027: '1'.repeat(365) } };
const input = { limits: {}, rules: PERMIT_RULES, calendar, dayLength: DAY, licenceEndsAt: ends };
const terms = { law: '行政许可法', accepts: true, decides: true };
const dated = (state: CaseState, law: Partial<LawState> = {}) => ({
  state,
  dates: { collected: null, accepted: null, decided: null },
  law: { ...NOTHING_YET, ...law },
});
const against = (act: LegalAct, state: CaseState, now: number) =>
  clockReason(act, input, dated(state), terms, now);

test('until the last moment the agency decides', () => {
  expect(against('refuse', 'reviewing', ends - 1)).toBeNull();
  expect(against('refuse', 'reviewing', ends)).toContain('行政许可法第五十条');
});

test.each(['grant', 'refuse', 'forward', 'terminate', 'pause', 'extend'] as const)(
  'after it “%s” is too late, though no timer has fired yet',
  (act) => {
    expect(against(act, 'accepted', ends + 1)).toContain('已视为准予延续');
  },
);

test('the applicant may still withdraw, and hand in what is owed', () => {
  expect(against('withdraw', 'accepted', ends + 1)).toBeNull();
  expect(against('supplement', 'correcting', ends + 1)).toBeNull();
  // Who owes corrections keeps the agency from deciding: nothing is granted, nothing too late.
  expect(against('return', 'correcting', ends + 1)).toBeNull();
});

test('nothing is left to decide after a decision, or where no licence ends', () => {
  expect(renewalDueAt(input, dated('reviewing'))).toBe(ends);
  expect(renewalDueAt(input, dated('refused'))).toBeNull();
  expect(renewalDueAt(input, dated('accepted', { expiry: 'with-applicant' }))).toBeNull();
  expect(renewalDueAt({ ...input, licenceEndsAt: undefined }, dated('reviewing'))).toBeNull();
});

describe('the due date of a renewal', () => {
  const years = { 2027: '0'.repeat(3) + '1'.repeat(362) };
  const counted = { ...input, limits: { statutory: '20wd' }, calendar: { version: '', years } };
  const due = (accepted: string, law: Partial<LawState> = {}, licenceEndsAt?: number) => {
    const dates = { collected: null, accepted: Date.parse(accepted), decided: null };
    return periodsOf({ ...counted, licenceEndsAt }, { ...dated('accepted', law), dates }).dueAt;
  };

  test('is the end of the validity when that comes before the last of the days', () => {
    expect(due('2027-02-20T10:00:00+08:00', {}, ends)).toBe(ends);
    expect(due('2027-02-20T10:00:00+08:00')).toBe(Date.parse('2027-03-13T00:00:00+08:00'));
  });

  test('is the last of the days when that comes first, or corrections kept the agency from deciding', () => {
    const early = due('2027-01-20T10:00:00+08:00', {}, ends);
    expect(early).toBe(Date.parse('2027-02-10T00:00:00+08:00'));
    const owed = due('2027-02-20T10:00:00+08:00', { expiry: 'with-applicant' }, ends);
    expect(owed).toBe(Date.parse('2027-03-13T00:00:00+08:00'));
  });
});
