/**
 * Every kind of demonstration on the whole platform as its real processes, through the public API:
 * each ends as its story must, and nothing of the people it is about is left in histories or logs.
 */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Office } from '../../tools/demo/office.js';
import { play } from '../../tools/demo/play.js';
import { stories } from '../../tools/demo/stories/index.js';
import type { Result } from '../../tools/demo/story.js';
import { ROOT } from '../../tools/start/settings.js';
import { verifyCases } from '../../src/cases/verification/index.js';
import { lookInside, type Inside } from '../chaos/case-family.js';
import { newDataFolder, removeFolder, startPlatform, type Platform } from '../chaos/platform.js';
import { eventually } from '../workflow/stage.js';
import { LANES, RESTAURANTS } from './lanes.js';
import { inClear } from '../personal-data/in-clear.js';
import { platformConfig } from '../../tools/start/running.js';
import { filesUnder, histories } from './traces.js';

const ID_NUMBERS = (
  JSON.parse(readFileSync(join(ROOT, 'demonstration/people.json'), 'utf8')) as {
    idNumber: string;
  }[]
).map(({ idNumber }) => idNumber);

const dataDir = newDataFolder();
/** Stories told as a person has them told, by the command; the others by what the command calls. */
const BY_COMMAND = ['restaurant', 'allowance'];
const LONGEST = 400_000;

/** Who regulates parts of the restaurant where who decides does not, besides what the demonstration says. */
const REGULATED = { '210125001000': 'o-210381003-market', '210170001000': 'o-210381-emergency' };

const results = new Map<string, Promise<Result>>();
let platform: Platform;
let inside: Inside;
let looking = false;
beforeAll(async () => {
  platform = await startPlatform({ dataDir, env: { DEMO_DAY: '3s' } });
  inside = await lookInside(dataDir);
  looking = true;
  const office = await Office.open(platform.url);
  await inside.dataSource.query(
    `INSERT INTO item_authority (item_code, area, replaces_line, replaces_level, line, level, regulator)
     SELECT item, '210381', line, 'county', line, 'county', regulator
       FROM unnest($1::text[], $2::text[], $3::text[]) AS t (item, line, regulator)`,
    [Object.keys(REGULATED), ['market', 'fire'], Object.values(REGULATED)],
  );
  for (const lane of LANES) playOneByOne(lane, office);
}, 400_000);
afterAll(async () => {
  await stop();
  removeFolder(dataDir);
}, 120_000);

/** Closes what is still open, then stops the platform. */
async function stop(): Promise<void> {
  if (looking) await inside.close();
  looking = false;
  await platform?.stop();
}

/** As a person types it. @throws when it does not exit with 0 */
async function demo(kind: string): Promise<Result> {
  const args = ['tools/run.mjs', 'tools/demo/main.ts', kind, '--url', platform.url, '--json'];
  const env = { ...process.env, NODE_OPTIONS: '', NODE_ENV: '' };
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: ROOT, env });
  return JSON.parse(stdout) as Result;
}

const told = (kind: string, office: Office): Promise<Result> =>
  BY_COMMAND.includes(kind)
    ? demo(kind)
    : play(platform.url, stories[kind]!(), () => undefined, undefined, office);

function playOneByOne(kinds: string[], office: Office): void {
  let before: Promise<unknown> = Promise.resolve();
  for (const kind of kinds) {
    const result = before.then(() => told(kind, office));
    results.set(kind, result);
    // Its own test tells what went wrong; the next one is played all the same.
    before = result.catch(() => undefined);
  }
}

/** Child key → state; what the parent starts besides has no key. */
const endings = ({ children }: Result) =>
  Object.fromEntries(children.map(({ key, state }) => [key ?? 'later', state]));

/** What must have gone on after the case ended. */
const AFTERWARDS: Record<string, RegExp> = {
  'gaps-missed': /信用记录.*拒绝.*不适用容缺受理.*撤销记录/,
  'promise-broken': /证照已经撤销.*信用记录.*拒绝.*不适用告知承诺.*准予修复/,
  window: /解放街道.*收件.*转交.*海城市市场监督管理局.*收到材料/,
  'sent-up': /初步审查已在期限内报送，上级机关的办件/,
  penalty: /听证.*罚款已在期限内缴清.*行政诉讼到/,
  renewal: /有效期至.*准予.*原版本失效/,
};

const ALL_FINISHED = {
  A: 'finished',
  B: 'finished',
  C: 'finished',
  D: 'finished',
  E: 'finished',
  later: 'finished',
};

describe('the demonstration', () => {
  it(
    'prints one document of a restaurant opened, and exits with 0',
    async () => {
      const result = await results.get('restaurant')!;
      expect(result.state).toBe('archived');
      expect(endings(result)).toEqual(ALL_FINISHED);
      expect(result.payments).toEqual([
        expect.objectContaining({ amountCents: 12_000, state: 'paid' }),
      ]);
      expect(result.licences.map(({ name }) => name).sort()).toEqual([
        '临时占用城市道路许可证',
        '公众聚集场所投入使用、营业前消防安全检查意见书',
        '涉路施工许可证',
        '食品经营许可证',
      ]);
      expect(Object.keys(result.tasksByLevel).sort()).toEqual([
        'applicant',
        'city',
        'county',
        'township',
      ]);
      const times = result.timeline.map(({ at }) => at);
      expect(times).toEqual([...times].sort());
    },
    LONGEST,
  );

  it(
    'hands each licence of a restaurant to the body that the authorities name, which signs for it',
    async () => {
      const { case: number, licences } = await results.get('restaurant')!;
      const rows = await inside.dataSource.query<
        { item: string; regulator: string; received: boolean; task: string }[]
      >(
        `SELECT c.item_code AS item, r.regulator, r.received_at IS NOT NULL AS received,
                t.department_id AS task
           FROM regulation r JOIN cases c ON c.number = r.case_number JOIN task t ON t.id = r.task_id
          WHERE c.parent_number = $1`,
        [number],
      );
      const regulators = {
        ...REGULATED,
        '210117001000': 'o-210381-traffic-police',
        '210118001000': 'o-210381-transport',
      };
      expect(licences).toHaveLength(rows.length);
      expect(rows.map(({ item, regulator }) => [item, regulator]).sort()).toEqual(
        Object.entries(regulators).sort(),
      );
      expect(rows.every(({ regulator, received, task }) => received && task === regulator)).toBe(
        true,
      );
    },
    LONGEST,
  );

  it(
    'hands a renewed licence to the body that regulates what it was issued for',
    async () => {
      await results.get('renewal');
      const rows = await inside.dataSource.query<{ regulator: string }[]>(
        `SELECT regulator FROM regulation JOIN cases ON number = case_number
          WHERE process_id = 'licence-change'`,
      );
      expect(rows).toEqual([{ regulator: 'o-210381-traffic-police' }]);
    },
    LONGEST,
  );

  it.each([
    ['restaurant-refused', { E: 'refused' }, 3],
    ['restaurant-withdrawn', { C: 'withdrawn' }, 4],
  ])(
    '%s ends so, and the other children go on to their end',
    async (kind, different, licences) => {
      const result = await results.get(kind)!;
      expect(stories[kind]!().expect(result)).toEqual([]);
      expect(result.state).toBe('archived');
      expect(endings(result)).toEqual({ ...ALL_FINISHED, ...different });
      expect(result.licences).toHaveLength(licences);
      expect(result.payments).toHaveLength(1);
    },
    LONGEST,
  );

  it(
    'pays an allowance out, the row the bank sent back corrected by the village',
    async () => {
      const result = await results.get('allowance')!;
      expect(result.state).toBe('finished');
      expect(result.tasksByLevel).toEqual({ village: 2, township: 1, county: 1 });
      expect([result.payments, result.licences]).toEqual([[], []]);
      expect(result.afterwards).toHaveLength(6);
      expect(result.afterwards[2]).toContain('发放失败');
      expect(result.afterwards.at(-1)).toContain('已发放 50.00 元');
    },
    LONGEST,
  );

  it.each([
    ['gaps', 'finished', 1],
    ['gaps-missed', 'returned', 0],
    ['promise-broken', 'finished', 1],
    ['window', 'finished', 1],
    ['renewal', 'finished', 1],
    ['sent-up', 'finished', 0],
    ['penalty', 'delivered', 0],
    ['newborn', 'archived', 5],
    ['newborn-refused', 'archived', 2],
  ])(
    '%s ends so, by the people and the rules of its way of handling',
    async (kind, state, licences) => {
      const result = await results.get(kind)!;
      expect(stories[kind]!().expect(result)).toEqual([]);
      expect(result.state).toBe(state);
      expect(result.licences).toHaveLength(licences);
      expect(result.afterwards.join()).toMatch(AFTERWARDS[kind] ?? /^$/);
    },
    LONGEST,
  );
});

describe('what it leaves', () => {
  it('has one payment for each fee, none for what is free, one licence for each grant of one', async () => {
    const rows = await inside.dataSource.query<
      { payments: number; licences: number; fee: boolean; granted: boolean }[]
    >(
      `SELECT (SELECT count(*)::int FROM payment p WHERE p.case_number = c.number) AS payments,
              (SELECT count(*)::int FROM licence l WHERE l.case_number = c.number) AS licences,
              jsonb_array_length(i.data -> 'fees') > 0 AS fee,
              (i.data -> 'result' ->> 'kind' = 'licence' AND i.kind = 'single'
                OR c.process_id = 'licence-change') AND EXISTS (
                SELECT FROM timeline t WHERE t.case_number = c.number AND t.outcome = 'grant'
                   AND NOT t.superseded) AS granted
         FROM cases c JOIN item i ON i.code = c.item_code AND i.version = c.item_version`,
    );
    for (const { payments, licences, fee, granted } of rows) {
      expect({ payments, licences }).toEqual({ payments: Number(fee), licences: Number(granted) });
    }
    const sum = (of: (row: (typeof rows)[number]) => boolean) => rows.filter(of).length;
    // The renewal's road, too, is paid for.
    expect(sum(({ fee }) => fee)).toBe(RESTAURANTS.length + 1);
    // Of the ways of handling: one each, and the renewal's newer version; of the newborn what was made.
    expect(sum(({ granted }) => granted)).toBe(4 + 3 + 4 + 4 + 1 + 5 + 2);
  });

  it('agrees in tables and workflows', async () => {
    const cases = await inside.dataSource.query<{ number: string }[]>(`SELECT number FROM cases`);
    const numbers = cases.map(({ number }) => number);
    const { checked, differences } = await verifyCases(inside.dataSource, inside.temporal, {
      numbers,
    });
    expect(differences).toEqual([]);
    expect(checked).toBe(numbers.length);
    expect((await verifyCases(inside.dataSource, inside.temporal)).differences).toEqual([]);
  }, 120_000);

  it('holds no ID number in any history, sealed or opened', async () => {
    const cases = await inside.dataSource.query<{ number: string }[]>(`SELECT number FROM cases`);
    // What the server lists lags a little behind.
    const traces = await eventually('all histories', async () => {
      const found = await histories(dataDir);
      const ids = new Set(found.map(({ workflowId }) => workflowId));
      return cases.every(({ number }) => ids.has(number)) ? found : undefined;
    });
    for (const { workflowId, raw, opened } of traces) {
      // The search itself works: what is there is found, and what is sealed only once opened.
      expect(opened).toContain(workflowId);
      expect(opened).toContain('"form"');
      expect(raw.includes('"form"')).toBe(false);
      const told = ID_NUMBERS.filter((number) => raw.includes(number) || opened.includes(number));
      expect(told).toEqual([]);
    }
  }, 120_000);

  it('holds no ID number, telephone or bank card in clear anywhere in the database', async () => {
    const { databaseUrl } = platformConfig(dataDir);
    expect(await inClear(databaseUrl)).toEqual([]);
    // The search itself works, and they are there: who has the keys reads them.
    const [row] = await inside.dataSource.query<{ known: number }[]>(
      `SELECT count(*)::int AS known FROM cases WHERE person_digest IS NOT NULL`,
    );
    expect(row!.known).toBeGreaterThan(0);
    const [{ form }] = await inside.dataSource.query<[{ form: { idNumber: string } }]>(
      `SELECT form FROM cases WHERE person_digest IS NOT NULL LIMIT 1`,
    );
    expect(ID_NUMBERS).toContain(form.idNumber);
  }, 120_000);

  it('holds no ID number in the log files, nor in the files of the Temporal server', async () => {
    const { case: number } = await results.get('allowance')!;
    // Now all is written.
    await stop();
    for (const folder of ['logs', 'temporal']) {
      const files = filesUnder(join(dataDir, folder));
      expect([...files.values()].some((content) => content.includes(number))).toBe(true);
      for (const [path, content] of files) {
        const told = ID_NUMBERS.filter((idNumber) => content.includes(idNumber));
        expect({ path, told }).toEqual({ path, told: [] });
      }
    }
  }, 120_000);
});
