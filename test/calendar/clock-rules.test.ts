import { publishedItem } from '../../src/catalogue/items/index.js';
import { clockRulesOf } from '../../src/catalogue/clock-rules/index.js';
import { ITEM_TYPES } from '../../workflows/item-types/index.js';
import { dateOf, DAY, JOINT_PERMIT_RULES, PERMIT_RULES } from '../../workflows/clock/index.js';
import { shopSignDraft, type Problem } from '../api/applications.js';
import { openApiStage, type ApiStage } from '../api/stage.js';

interface Listed {
  items: { type: string; validFrom: string; rules: { law: string; warn: number } }[];
}

describe('the rules of clocks', () => {
  let stage: ApiStage;
  beforeAll(async () => {
    stage = await openApiStage();
  }, 120_000);
  afterAll(() => stage?.close(), 30_000);

  const now = Date.now();
  const rulesFor = async (code: string, change = {}, at = now) => {
    const { data } = await publishedItem(stage.dataSource.manager, code);
    return clockRulesOf(stage.dataSource.manager, { ...data, ...change }, at);
  };
  const other = { law: '某条例', pauses: [], warn: 1, acceptance: null };

  it('are the permit law’s for permits, with what the item’s own basis says otherwise', async () => {
    const bases: unknown[] = [];
    const apart = async (code: string, change = {}) => {
      const { basis, ...rules } = await rulesFor(code, change);
      bases.push(basis);
      return rules;
    };
    expect(await apart('210117001000')).toEqual(PERMIT_RULES);
    expect(await apart('210125001000')).toEqual({
      ...PERMIT_RULES,
      extension: { upTo: '5wd', by: 'head' },
      delivery: '5wd',
    });
    expect(await apart('210117001000', { clock: { joint: true } })).toEqual({
      ...PERMIT_RULES,
      ...JOINT_PERMIT_RULES,
    });
    expect(bases[0]).toBe('城市道路管理条例第三十一条');
  });

  it('are ninety natural days for a penalty, with its seven working days for delivery', async () => {
    expect(await rulesFor('210117001000', { type: '02' })).toMatchObject({
      statutory: '90d',
      delivery: '7wd',
      acceptance: null,
      periods: { 'hearing-notice': '7wd', 'pay-fine': '15d' },
    });
  });

  it('give benefits, public services and several items at once nothing of the permit law', async () => {
    for (const code of ['210511001000', '212045001000', '210199001000']) {
      const rules = await rulesFor(code);
      expect([code, rules.acceptance, rules.extension, rules.pauses]).toEqual([
        code,
        null,
        null,
        [],
      ]);
    }
  });

  it('stand in a fresh database for each item type that has a law of its own', async () => {
    const own = ITEM_TYPES.flatMap(({ code, clock }) => (clock ? [[code, clock.rules]] : []));
    const seeded = await stage.dataSource.query<{ type: string; rules: object }[]>(
      `SELECT DISTINCT ON (type) type, rules FROM clock_rule WHERE type <> '*' ORDER BY type, valid_from`,
    );
    expect(seeded.map(({ type, rules }) => [type, rules])).toEqual(own);
  });

  it('are published by an administrator from a day on, audited, and never changed afterwards', async () => {
    const admin = await stage.as('admin');
    const validFrom = dateOf(now + 5 * DAY);
    const version = { validFrom, source: '某条例第三条', rules: other };
    const listed = await admin.post<Listed>('/api/clock-rules/20', version);
    expect(listed.items.filter(({ type }) => type === '20')).toMatchObject([
      { validFrom, rules: { law: '某条例', warn: 1 } },
    ]);
    expect((await rulesFor('212045001000')).law).not.toBe('某条例');
    expect((await rulesFor('212045001000', {}, now + 5 * DAY)).law).toBe('某条例');
    const again = await admin.call<Problem>('POST', '/api/clock-rules/20', version);
    expect([again.status, again.body.code]).toEqual([409, 'rules-published']);
    const [line] = await stage.dataSource.query<{ person_id: string; target: string }[]>(
      `SELECT person_id, target FROM audit WHERE act = 'clock-rule.publish'`,
    );
    expect(line).toEqual({ person_id: 'p-admin', target: 'clock-rule:20' });
  });

  it('refuse the past, a date and a period that are none, and whoever is no administrator', async () => {
    const admin = await stage.as('admin');
    const publish = async (change: object) => {
      const body = { validFrom: dateOf(now), source: '某条例', rules: other, ...change };
      const answer = await admin.call<Problem>('POST', '/api/clock-rules/05', body);
      return [answer.status, answer.body.code];
    };
    expect(await publish({ validFrom: dateOf(now - DAY) })).toEqual([422, 'rules-in-the-past']);
    expect(await publish({ validFrom: '2026-02-30' })).toEqual([400, 'invalid-request']);
    expect(await publish({ rules: { ...other, statutory: '20 days' } })).toEqual([
      400,
      'invalid-request',
    ]);
    expect(await publish({ rules: { ...other, periods: { hearing: 'soon' } } })).toEqual([
      400,
      'invalid-request',
    ]);
    const supervisor = await stage.as('supervisor');
    expect((await supervisor.get<Listed>('/api/clock-rules')).items.length).toBeGreaterThan(2);
    expect((await supervisor.call('POST', '/api/clock-rules/05', {})).status).toBe(403);
    const zhang = await stage.as('zhang');
    expect((await zhang.call('GET', '/api/clock-rules')).status).toBe(403);
  });

  it('are frozen on a case when it opens', async () => {
    const zhang = await stage.as('zhang');
    const draft = await shopSignDraft(zhang);
    await zhang.call('POST', '/api/cases', { draft });
    const [row] = await stage.dataSource.query<{ clock_rules: { law: string } }[]>(
      `SELECT clock_rules FROM cases ORDER BY submitted_at DESC LIMIT 1`,
    );
    expect(row?.clock_rules.law).toBe('事项的设定依据');
  });
});
