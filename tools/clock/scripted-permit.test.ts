/** Golden cases, worked out by hand on the calendar of 2025; each says which article it is about. */
import { workingDaysOf } from '../../src/calendar/index.js';
import { dueDate, dueDates } from './due.js';
import {
  playPermit,
  readPermit,
  type Told,
  type ScriptedPermit,
  UnusableCase,
} from './scripted-permit.js';

const calendar = {
  version: 'test',
  years: Object.fromEntries([2024, 2025, 2026].map((year) => [year, workingDaysOf(year)])),
};

const ITEM = { statutory: 20, promised: 5, warn: 2 };

/** `03-03 receive`, `03-05 pause hearing`, `03-20 extend 10 head`: acts of 2025, as one writes them down. */
function told(acts: string, asOf: string, item: ScriptedPermit['item'] = ITEM): Told {
  const events = acts.split(', ').map((text) => {
    const [on, act, first, by] = text.split(' ');
    const more = act === 'extend' ? { days: Number(first), by } : { reason: first };
    return { on: on!.length === 5 ? `2025-${on}` : on, do: act, ...(first && more) };
  });
  const date = asOf.length === 5 ? `2025-${asOf}` : asOf;
  return playPermit(calendar, readPermit(JSON.stringify({ item, events, asOf: date })));
}

describe('article 32: five working days to accept, refuse or ask once', () => {
  test('an act on the fifth day is in time', () => {
    // 3 March is a Monday: the fifth working day is 10 March.
    expect(told('03-03 receive, 03-10 accept', '03-10')).toMatchObject({
      accepted: '2025-03-10',
      deemed: false,
      refused: [],
    });
    expect(told('03-03 receive, 03-10 refuse', '03-11')).toMatchObject({
      accepted: null,
      state: 'refused',
      light: 'done',
    });
  });

  test('after the fifth day of silence it is accepted as of the day of receipt', () => {
    expect(told('03-03 receive', '03-10')).toMatchObject({ state: 'received', deemed: false });
    expect(told('03-03 receive', '03-11')).toMatchObject({
      state: 'accepted',
      deemed: true,
      accepted: '2025-03-03',
      // counted from the receipt: 4 … 28 are 19 working days, 31 March is the twentieth
      statutoryDue: '2025-03-31',
      promisedDue: '2025-03-10',
      used: 6,
      light: 'yellow',
    });
  });

  test('accepting, refusing and asking come too late after that', () => {
    const late = 'accept refuse correct'.split(' ');
    for (const act of late)
      expect(told(`03-03 receive, 03-11 ${act}`, '03-11')).toMatchObject({
        deemed: true,
        refused: [{ on: '2025-03-11', do: act, article: 32 }],
      });
  });

  test('asking stops everything until the supplement, from which five new days run', () => {
    expect(told('03-03 receive, 03-07 correct', '05-30')).toMatchObject({
      state: 'correcting',
      light: 'waiting',
      used: 0,
    });
    // 24 March + 5 = 31 March
    const supplemented = '03-03 receive, 03-07 correct, 03-24 supplement';
    expect(told(supplemented, '03-31')).toMatchObject({ state: 'received' });
    expect(told(supplemented, '04-01')).toMatchObject({ accepted: '2025-03-24', deemed: true });
  });

  test('asking is done once, before or after the supplement', () => {
    expect(
      told('03-03 receive, 03-04 correct, 03-05 correct, 03-06 supplement, 03-07 correct', '03-07'),
    ).toMatchObject({
      state: 'received',
      refused: [
        { on: '2025-03-05', do: 'correct', article: 32 },
        { on: '2025-03-07', do: 'correct', article: 32 },
      ],
    });
  });

  test('silence has its effect by the day of a later act, whatever day is looked at', () => {
    expect(told('03-03 receive, 03-20 withdraw', '03-04')).toMatchObject({
      deemed: true,
      state: 'withdrawn',
    });
  });

  test('received on a day off or before the Spring Festival, the days off do not count', () => {
    // 24 January (Fri), then 26 (worked Sunday), 27; 5, 6, 7 February: the fifth
    expect(told('01-24 receive, 02-07 accept', '02-07')).toMatchObject({ refused: [] });
    // the Saturday after is worked (调休): too late already
    expect(told('01-24 receive, 02-08 accept', '02-08')).toMatchObject({ deemed: true });
    expect(told('03-08 receive, 03-14 accept', '03-14')).toMatchObject({ refused: [] });
  });
});

describe('article 34: a site inspection does not stop the clock', () => {
  test('and a pause for it is against article 45', () => {
    expect(told('03-03 receive, 03-03 accept, 03-04 pause site-inspection', '03-04')).toMatchObject(
      {
        state: 'accepted',
        refused: [{ on: '2025-03-04', do: 'pause', article: 45 }],
      },
    );
  });
});

describe('article 42: twenty working days, extended once', () => {
  const accepted = '03-03 receive, 03-03 accept';

  test('by ten at most, by the head of the department', () => {
    expect(told(`${accepted}, 03-20 extend 10 head`, '03-20')).toMatchObject({
      // 31 March + 10: 1–3 and 7–11 April are eight, 14, 15 April (4 April is 清明)
      statutoryDue: '2025-04-15',
      refused: [],
    });
    for (const extension of ['11 head', '0 head', '-3 head', '10 government', '5 deputy'])
      expect(told(`${accepted}, 03-20 extend ${extension}`, '03-20')).toMatchObject({
        statutoryDue: '2025-03-31',
        refused: [{ on: '2025-03-20', do: 'extend', article: 42 }],
      });
  });

  test('not after the last day, but on it', () => {
    expect(told(`${accepted}, 03-31 extend 5 head`, '03-31')).toMatchObject({ refused: [] });
    expect(told(`${accepted}, 04-01 extend 5 head`, '04-01')).toMatchObject({
      refused: [{ do: 'extend', article: 42 }],
      light: 'red',
    });
  });

  test('not twice, and not while paused', () => {
    expect(told(`${accepted}, 03-05 extend 5 head, 03-06 extend 5 head`, '03-06')).toMatchObject({
      refused: [{ on: '2025-03-06', do: 'extend', article: 42 }],
    });
    expect(told(`${accepted}, 03-05 pause hearing, 03-06 extend 5 head`, '03-06')).toMatchObject({
      refused: [{ do: 'extend', article: 42 }],
    });
  });

  test('before acceptance and after the decision it is only out of order', () => {
    expect(
      told(
        '03-03 receive, 03-03 extend 5 head, 03-04 accept, 03-05 decide, 03-06 extend 5 head',
        '03-06',
      ),
    ).toMatchObject({
      refused: [
        { on: '2025-03-03', do: 'extend', article: null },
        { on: '2025-03-06', do: 'extend', article: null },
      ],
    });
  });

  test('handled jointly: forty-five, and fifteen more by the head of the government', () => {
    const joint = { joint: true };
    expect(told(`${accepted}`, '03-03', joint)).toMatchObject({
      // March 20, April 22 (27 worked) = 42; 6, 7, 8 May
      statutoryDue: '2025-05-08',
      promisedDue: null,
    });
    expect(told(`${accepted}, 03-05 extend 15 government`, '03-05', joint)).toMatchObject({
      // 9, 12–16, 19–23, 26–29 May
      statutoryDue: '2025-05-29',
      refused: [],
    });
    expect(told(`${accepted}, 03-05 extend 10 head`, '03-05', joint)).toMatchObject({
      refused: [{ do: 'extend', article: 42 }],
    });
    expect(told(`${accepted}, 03-05 extend 16 government`, '03-05', joint)).toMatchObject({
      refused: [{ do: 'extend', article: 42 }],
    });
  });
});

describe('article 44: delivered within ten working days of the decision', () => {
  test('over the Labour Day holiday and its worked Sunday', () => {
    const decided = '04-21 receive, 04-21 accept, 04-24 decide';
    // 25, 27 (worked), 28, 29, 30 April; 6, 7, 8, 9, 12 May
    expect(told(decided, '04-24')).toMatchObject({ deliverDue: '2025-05-12', state: 'decided' });
    expect(told(`${decided}, 05-20 deliver`, '05-20')).toMatchObject({
      state: 'delivered',
      refused: [],
    });
    expect(told('04-21 receive, 04-21 accept, 04-24 deliver', '04-24')).toMatchObject({
      deliverDue: null,
      refused: [{ do: 'deliver', article: null }],
    });
  });
});

describe('article 45: a closed list does not count', () => {
  const accepted = '03-03 receive, 03-03 accept';

  test.each([
    'hearing',
    'tender',
    'auction',
    'inspection',
    'testing',
    'quarantine',
    'appraisal',
    'expert-review',
  ])('%s pauses: the days after its first up to its last', (reason) => {
    const paused = `${accepted}, 03-05 pause ${reason}`;
    expect(told(paused, '03-20')).toMatchObject({
      state: 'paused',
      light: 'paused',
      statutoryDue: null,
      promisedDue: null,
      used: 2,
    });
    // 6, 7, 10, 11, 12 March do not count: 31 March + 5 (清明 on 4 April)
    expect(told(`${paused}, 03-12 resume`, '03-13')).toMatchObject({
      statutoryDue: '2025-04-08',
      promisedDue: '2025-03-17',
      used: 3,
      state: 'accepted',
    });
  });

  test('publicity and missing papers are not on it', () => {
    for (const reason of ['publicity', 'material', 'Hearing'])
      expect(told(`${accepted}, 03-05 pause ${reason}`, '03-05')).toMatchObject({
        refused: [{ article: 45 }],
      });
  });

  test('a second pause, resuming what runs and deciding while paused are out of order', () => {
    expect(
      told(
        `${accepted}, 03-04 resume, 03-05 pause hearing, 03-06 pause testing, 03-07 decide`,
        '03-07',
      ),
    ).toMatchObject({
      state: 'paused',
      refused: [{ do: 'resume' }, { do: 'pause', article: null }, { do: 'decide', article: null }],
    });
  });

  test('two pauses are both left out, and one that begins and ends on a day leaves out nothing', () => {
    expect(
      told(
        `${accepted}, 03-04 pause hearing, 03-06 resume, 03-10 pause testing, 03-10 resume, 03-11 pause auction, 03-14 resume`,
        '03-14',
      ),
      // 5, 6, 12, 13, 14 March
    ).toMatchObject({ statutoryDue: '2025-04-08', used: 4 });
  });
});

describe('the order of things', () => {
  test('nothing happens before receipt, and receipt happens once', () => {
    expect(
      told('03-03 accept, 03-03 withdraw, 03-03 receive, 03-04 receive, 03-04 supplement', '03-04'),
    ).toMatchObject({
      state: 'received',
      refused: [
        { do: 'accept', article: null },
        { do: 'withdraw', article: null },
        { do: 'receive', article: null },
        { do: 'supplement', article: null },
      ],
    });
  });

  test('nothing happens after refusal or withdrawal', () => {
    expect(told('03-03 receive, 03-04 refuse, 03-05 accept, 03-20 correct', '03-20')).toMatchObject(
      {
        state: 'refused',
        deemed: false,
        refused: [{ article: null }, { article: null }],
      },
    );
  });

  test('withdrawing ends a pause that day, and the days used stay as they were', () => {
    expect(
      told('03-03 receive, 03-03 accept, 03-05 pause hearing, 03-12 withdraw', '04-30'),
    ).toMatchObject({ state: 'withdrawn', light: 'done', used: 2, statutoryDue: '2025-04-08' });
  });

  test('deciding late is allowed and counts every day', () => {
    expect(told('03-03 receive, 03-03 accept, 04-10 decide, 04-11 decide', '05-30')).toMatchObject({
      // March 20, April 1–3 and 7–10
      used: 27,
      state: 'decided',
      refused: [{ do: 'decide', article: null }],
    });
  });
});

describe('lights', () => {
  const accepted = '03-03 receive, 03-03 accept';

  test.each([
    ['03-05', 'green'], // three days left to 10 March
    ['03-06', 'warning'],
    ['03-10', 'warning'], // on the day itself none are left
    ['03-11', 'yellow'],
    ['03-31', 'yellow'],
    ['04-01', 'red'],
  ])('on %s it is %s', (asOf, light) => {
    expect(told(accepted, asOf)).toMatchObject({ light });
  });
});

describe('a year without calendar', () => {
  test('is refused by name, and only when a count needs it', () => {
    const december = '2026-12-28 receive, 2026-12-28 accept';
    expect(told(december, '2026-12-28')).toEqual({ error: 'no-calendar', year: 2027 });
    expect(told(`${december}, 2026-12-28 pause hearing`, '2026-12-29')).toMatchObject({
      state: 'paused',
    });
    expect(told('2026-12-29 receive', '2026-12-31')).toMatchObject({ state: 'received' });
  });

  test('is not asked for by an extension that is granted before it, nor by days that a pause covers', () => {
    expect(
      told(
        '2026-12-18 receive, 2026-12-18 accept, 2026-12-21 extend 5 head, 2026-12-22 pause hearing',
        '2027-06-01',
      ),
    ).toMatchObject({ state: 'paused', used: 2, refused: [] });
  });

  test('gives REFUSED for a due date', () => {
    expect(dueDate(calendar, '2026-09-30', 5)).toBe('2026-10-13');
    expect(dueDate(calendar, '2026-12-30', 1)).toBe('2026-12-31');
    expect(dueDate(calendar, '2026-12-30', 2)).toBe('REFUSED');
    expect(dueDate(calendar, '2025-03-08', 0)).toBe('2025-03-08');
  });
});

describe('what cannot be used', () => {
  test.each([
    ['{', /JSON/],
    ['{}', /events/],
    ['{"events":[{"on":"2025-03-03","do":"approve"}]}', /\/events\/0\/do.*receive/],
    ['{"events":[{"on":"3 March","do":"receive"}]}', /\/events\/0\/on/],
    ['{"events":[{"on":"2025-03-04","do":"receive"},{"on":"2025-03-03","do":"accept"}]}', /先后/],
    ['{"item":{"statutory":-1},"events":[]}', /statutory/],
  ])('%s says where', (text, message) => {
    expect(() => readPermit(text)).toThrow(UnusableCase);
    expect(() => readPermit(text)).toThrow(message);
  });

  test('a date there is not, and a table with a bad line, say where', () => {
    expect(() => told('02-30 receive', '03-03')).toThrow('/events/0/on');
    expect(() => dueDates(calendar, 'from,working_days\n2025-03-03,x\n')).toThrow('第 2 行');
    expect(() => dueDates(calendar, 'start,days\n')).toThrow('working_days');
  });

  test('a table without a line of names has the columns from and working_days', () => {
    expect(dueDates(calendar, '2025-03-03,5\n2026-12-31,1\n')).toEqual(['2025-03-10', 'REFUSED']);
    expect(() => dueDates(calendar, '2025-03-03,5\n2025-03-03,x\n')).toThrow('第 2 行');
  });

  test('a table may have quoted cells with commas, quotes and line breaks, and blank lines anywhere', () => {
    const table = [
      '\n\nnote,from,working_days',
      '"one, ""two""\nthree",2025-03-03,5',
      ' ',
      'x, "2026-12-31", "1"\n',
    ];
    expect(dueDates(calendar, table.join('\r\n'))).toEqual(['2025-03-10', 'REFUSED']);
    expect(() => dueDates(calendar, `${table.join('\n')}y,2025-03-03,x`)).toThrow('第 8 行');
    expect(() => dueDates(calendar, '\n2025-03-03,5\n2025-03-03,x')).toThrow('第 3 行');
    expect(() => dueDates(calendar, 'from,working_days\n"2025-03-03,5')).toThrow('第 2 行');
  });

  test('so many days that no year has data for them are refused, however many', () => {
    for (const days of ['99999', '100000', '9'.repeat(400)])
      expect(dueDates(calendar, `2025-03-03,${days}`)).toEqual(['REFUSED']);
    for (const days of ['-1', '+1', '1.5', '1e3', '', 'five'])
      expect(() => dueDates(calendar, `2025-03-03,${days}`)).toThrow('工作日数');
  });

  test('a case may begin with a byte order mark, as a table may', () => {
    expect(readPermit('\uFEFF{"events":[]}')).toEqual({ events: [] });
  });

  test('a table is read whatever the order of its columns', () => {
    expect(
      dueDates(calendar, '\uFEFFworking_days,from\r\n5,2025-03-03\r\n\r\n1,2026-12-31'),
    ).toEqual(['2025-03-10', 'REFUSED']);
  });
});
