/** One permit for a road, from its draft to its supervision: fees by their rule, cards, its regulator. */
import type { Session } from '../../tools/session/sign-in.js';
import { type Problem, shopSignForm } from '../api/applications.js';
import { openApiStage, type ApiStage } from '../api/stage.js';
import { applicationOf, handle, inspectTogether, taskAt } from '../api/ways-stage.js';
import { CONDITION_NAMES, type ConditionName } from '../../src/supervision/cards/conditions.js';
import { eventually } from '../workflow/stage.js';

const ROAD = '210117001000';

const inDays = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toLocaleDateString('sv-SE', {
    timeZone: 'Asia/Shanghai',
  });

const { signWidth: _width, signHeight: _height, signPosition: _position, ...shop } = shopSignForm;
const form = {
  ...shop,
  ...{ occupyArea: 12, occupyFrom: inDays(8), occupyTo: inDays(27), occupyPurpose: '外摆经营' },
};

interface CaseView {
  state: string;
  payments: { id: string; amountCents: number; ruleCents: number | null; payUrl: string }[];
  timeline: { kind: string; text: string; name: string | null }[];
}

let stage: ApiStage;
let zhang: Session;
let number: string;

const housing = async (role: string): Promise<Session> => {
  const session = await stage.as('hc-housing');
  const { posts } = await session.get<{ posts: { id: string; role: string }[] }>('/api/session');
  await session.post('/api/session/post', { post: posts.find((one) => one.role === role)!.id });
  return session;
};

async function handIn(filled: Record<string, unknown>): Promise<string> {
  const materials = ['occupation-plan', 'traffic-plan'];
  const draft = await applicationOf(zhang, ROAD, filled, { materials });
  const { number: opened } = await zhang.post<{ number: string }>('/api/cases', { draft });
  return opened;
}

/** Everything up to the decision. */
async function examine(caseNumber: string): Promise<void> {
  await handle(await housing('handler'), caseNumber, 'accept', { outcome: 'accept' });
  const companion = { session: await stage.as('hc-housing2'), name: '郑凯' };
  const found = { outcome: 'pass', findings: '具备占道条件。' };
  await inspectTogether(await housing('inspector'), companion, caseNumber, 'survey', found);
  const police = await stage.as('hc-traffic');
  await handle(police, caseNumber, 'countersign', {
    outcome: 'agree',
    form: { comment: '同意。' },
  });
}

async function decide(caseNumber: string): Promise<void> {
  const reasons = { reason: '符合法定条件、标准。' };
  const approver = await stage.as('hc-housing-approver');
  await handle(approver, caseNumber, 'decide', { outcome: 'grant', form: reasons });
}

const evaluated = async () =>
  (await stage.as('admin')).post<object>('/api/card-rules/evaluation', {});

/** Reasons of the case's cards. */
async function cards(caseNumber = number): Promise<string[]> {
  const supervisor = await stage.as('supervisor');
  const { items } = await supervisor.get<{ items: { reason: string }[] }>(
    `/api/cards?case=${caseNumber}`,
  );
  return items.map(({ reason }) => reason);
}

beforeAll(async () => {
  stage = await openApiStage({ workers: true });
  zhang = await stage.as('zhang');
}, 180_000);
afterAll(() => stage?.close(), 30_000);

describe('a fee by its rule', () => {
  it('is told before the application is handed in', async () => {
    const draft = await applicationOf(zhang, ROAD, form, {});
    const told = (filled: object) =>
      zhang.post<{ fees: { fee: string; amountCents: number | null }[] }>(
        `/api/drafts/${draft}/situation`,
        { form: filled, materials: {} },
      );
    const { fees } = await told(form);
    expect(fees).toMatchObject([{ fee: '城市道路占用费', amountCents: 12 * 20 * 50 }]);
    // Of what cannot be, the form's own faults tell.
    expect((await told({ ...form, occupyTo: inDays(1) })).fees).toEqual([]);
  });

  it('that yields nothing to charge is refused before the application becomes a case', async () => {
    const [item] = await stage.dataSource.query<{ data: { fees: { quantity: string }[] } }[]>(
      `SELECT data FROM item WHERE code = $1`,
      [ROAD],
    );
    const rule = (quantity: string) =>
      stage.dataSource.query(
        `UPDATE item SET data = jsonb_set(data, '{fees,0,quantity}', to_jsonb($2::text)) WHERE code = $1`,
        [ROAD, quantity],
      );
    const materials = ['occupation-plan', 'traffic-plan'];
    for (const quantity of ['form.occupyArea - 12', 'form.nothing', '-1', '1e12']) {
      await rule(quantity);
      const draft = await applicationOf(zhang, ROAD, form, { materials });
      const { status, body } = await zhang.call<Problem>('POST', '/api/cases', { draft });
      expect([quantity, status, body.code]).toEqual([quantity, 422, 'application-incomplete']);
      expect(body.errors).toMatchObject([
        { field: '/form', message: expect.stringContaining('城市道路占用费') },
      ]);
    }
    await rule(item!.data.fees[0]!.quantity);
  }, 60_000);

  it('is ordered by it, and counted again', async () => {
    number = await handIn(form);
    await examine(number);
    await decide(number);
    const read = async (who: Session) => await who.get<CaseView>(`/api/cases/${number}`);
    await eventually('the order', async () => (await read(zhang)).payments[0]);
    await evaluated();
    expect(await cards()).toEqual([]);
    const [seen] = (await read(await housing('handler'))).payments;
    expect(seen).toMatchObject({ amountCents: 12_000, ruleCents: 12_000 });
    expect((await read(zhang)).payments[0]!.ruleCents).toBeNull();
  }, 120_000);

  it('was ordered at the price of one unit: there is a card, and the handler sees it', async () => {
    await stage.dataSource.query(
      `UPDATE payment SET amount_cents = 50, rule_step = NULL WHERE case_number = $1`,
      [number],
    );
    await evaluated();
    expect(await cards()).toEqual([
      '收费与标准不符。“城市道路占用费”开具0.50元，按收费规则应为120.00元',
    ]);
    const { payments } = await (await housing('handler')).get<CaseView>(`/api/cases/${number}`);
    expect(payments).toMatchObject([{ amountCents: 50, ruleCents: 12_000 }]);
  }, 60_000);

  it('that yields nothing later is an incident for staff, and plain words for the applicant', async () => {
    const other = await handIn(form);
    await examine(other);
    await stage.dataSource.query(
      `UPDATE cases SET form = form || jsonb_build_object('occupyTo', '2026-01-01') WHERE number = $1`,
      [other],
    );
    await decide(other);
    const told = async (who: Session) =>
      (await who.get<CaseView>(`/api/cases/${other}`)).timeline.find(
        ({ kind }) => kind === 'incident',
      );
    const own = await eventually('the trouble', () => told(zhang));
    expect(own).toMatchObject({
      ...{ text: '办理中遇到问题，工作人员正在处理，您不用操作', name: null, element: null },
    });
    expect((await told(await housing('handler')))!.text).toContain('“城市道路占用费”的计费数量');
  }, 120_000);
});

/** Tried by the permit itself, above. */
const ELSEWHERE = ['wrong-fee', 'regulation-unclaimed'] as const;

describe('the body that regulates', () => {
  interface Regulation {
    regulator: string;
    receivedOn: string | null;
    claimedOn: string | null;
    finding: string | null;
    text: string | null;
  }
  const seen = async () =>
    (
      await (
        await housing('handler')
      ).get<{ regulation: Regulation | null }>(`/api/cases/${number}`)
    ).regulation;
  let task: string;

  it('is handed what was granted with the decision, and the platform signs for it', async () => {
    const received = await eventually('the receipt', async () => {
      const regulation = await seen();
      return regulation?.receivedOn ? regulation : undefined;
    });
    expect(received).toMatchObject({ claimedOn: null, finding: null });
    expect(received.regulator).toContain('交通警察');
    task = await taskAt(await stage.as('hc-traffic'), number, 'regulate');
  }, 60_000);

  it('has a card when it does not sign in time', async () => {
    await stage.dataSource.query(
      `UPDATE task SET due_at = now() - interval '1 hour' WHERE id = $1`,
      [task],
    );
    await evaluated();
    expect(
      (await cards()).filter((reason) => reason.startsWith('审管联动逾期未签收')),
    ).toHaveLength(1);
    const supervisor = await stage.as('supervisor');
    const { items } = await supervisor.get<{ items: { department: string }[] }>(
      `/api/cards?case=${number}&department=o-210381-traffic-police`,
    );
    expect(items).toHaveLength(1);
  }, 60_000);

  it('signs for it and reports what it found, which the licence says from then on', async () => {
    const police = await stage.as('hc-traffic');
    await police.put(`/api/tasks/${task}/claim`);
    const done = (body: object) =>
      police.call<Problem>('POST', `/api/tasks/${task}/completion`, body);
    const bare = await done({ outcome: 'mend', opinion: ' ', form: {} });
    expect([bare.status, bare.body.code]).toEqual([422, 'finding-missing']);
    await done({ outcome: 'mend', opinion: '超出占道范围，已责令改正。', form: {} });
    expect(await seen()).toMatchObject({
      ...{ claimedOn: inDays(0), finding: 'mend', text: '超出占道范围，已责令改正。' },
    });
    // Who decided has it on the desk, and need not come upon it.
    const desk = await housing('handler');
    const toActUpon = await taskAt(desk, number, 'regulator-finding');
    expect(await desk.get(`/api/tasks/${toActUpon}`)).toMatchObject({
      inputs: { 监管检查情况: '超出占道范围，已责令改正。' },
    });

    await stage.dataSource.query(
      `UPDATE payment SET amount_cents = 12000, rule_step = NULL WHERE case_number = $1`,
      [number],
    );
    const { payments } = await zhang.get<CaseView>(`/api/cases/${number}`);
    await fetch(payments[0]!.payUrl, { method: 'POST', redirect: 'manual' });
    const licence = await eventually('the licence', async () => {
      const { licences } = await zhang.get<{ licences: { identifier: string }[] }>(
        `/api/cases/${number}`,
      );
      return licences[0]?.identifier;
    });
    const keeper = await stage.as('hc-housing-seal');
    const paper = await taskAt(keeper, number, 'seal-approval').catch(() => null);
    if (paper) {
      await keeper.put(`/api/tasks/${paper}/claim`);
      await keeper.post(`/api/tasks/${paper}/completion`, {
        outcome: 'approve',
        opinion: '同意',
        form: {},
      });
    }
    const found = await eventually('the paper', async () => {
      const answer = await stage
        .stranger()
        .call<{ licence: { regulation: Regulation } }>('GET', `/api/verification/${licence}`);
      return answer.status === 200 ? answer.body.licence.regulation : undefined;
    });
    // Who has nothing but the identifier learns whether, not what.
    expect(found).toMatchObject({ finding: 'mend', claimedOn: inDays(0), text: null });
    // Who holds it reads it with the licence, in the regulator's words.
    const { items } = await zhang.get<{ items: { identifier: string; regulation: Regulation }[] }>(
      '/api/licences',
    );
    expect(items.find(({ identifier }) => identifier === licence)?.regulation).toMatchObject({
      ...{ finding: 'mend', foundOn: inDays(0), text: '超出占道范围，已责令改正。' },
      regulator: expect.stringContaining('交通警察'),
    });
  }, 120_000);
});

describe('a card rule', () => {
  const near = `now() + interval '6 hours'`;
  const gone = `now() - interval '3 days'`;
  /** What makes the case so, and what unmakes it. */
  const SO: Record<Exclude<ConditionName, (typeof ELSEWHERE)[number]>, [string, string]> = {
    'promised-near': [`promised_due_at = ${near}`, 'promised_due_at = NULL'],
    'promised-passed': [`promised_due_at = ${gone}`, 'promised_due_at = NULL'],
    'statutory-near': [`due_at = ${near}`, 'due_at = NULL'],
    'statutory-passed': [`due_at = ${gone}`, 'due_at = NULL'],
    'acceptance-passed': [`acceptance_due_at = ${gone}`, 'acceptance_due_at = NULL'],
    'delivery-passed': [`deliver_due_at = ${gone}`, 'deliver_due_at = NULL'],
    'hearing-near': [`hearing_due_at = ${near}`, 'hearing_due_at = NULL'],
    'hearing-passed': [`hearing_due_at = ${gone}`, 'hearing_due_at = NULL'],
    'review-near': [`review_due_at = ${near}`, 'review_due_at = NULL'],
    'review-passed': [`review_due_at = ${gone}`, 'review_due_at = NULL'],
    'step-near': [near, 'NULL'],
    'step-passed': [gone, 'NULL'],
    'paused-long': [`paused_at = ${gone}`, 'paused_at = NULL'],
    'returned-often': ['', ''],
    'late-entry': [
      `origin = 'window', received_at = submitted_at - interval '4 days'`,
      'received_at = submitted_at',
    ],
  };
  let fresh: string;
  let returned: string;

  const makeSo = (name: keyof typeof SO, so: string) => {
    if (so === '') return Promise.resolve();
    return name.startsWith('step-')
      ? stage.dataSource.query(`UPDATE task SET due_at = ${so} WHERE case_number = $1`, [fresh])
      : stage.dataSource.query(`UPDATE cases SET ${so} WHERE number = $1`, [fresh]);
  };

  beforeAll(async () => {
    fresh = await handIn(form);
    returned = await handIn(form);
    const points = { fields: [{ field: 'phone', problem: '号码已停机' }], materials: [] };
    const correct = { outcome: 'correct', form: points };
    const asked = await handle(await housing('handler'), returned, 'accept', correct);
    expect([asked.status, asked.body.state]).toEqual([200, 'correcting']);
    await eventually('the open task', async () => {
      const rows = await stage.dataSource.query<unknown[]>(
        `SELECT 1 FROM task WHERE case_number = $1 AND state = 'open'`,
        [fresh],
      );
      return rows[0];
    });
  }, 120_000);

  it('is there for every condition, and the tests know each', () => {
    expect([...Object.keys(SO), ...ELSEWHERE].sort()).toEqual([...CONDITION_NAMES].sort());
  });

  it.each(Object.entries(SO))(
    '%s meets a case that is so, and none that is not',
    async (name, [so, not]) => {
      const admin = await stage.as('admin');
      const rule = {
        ...{
          name: `试${name}`,
          condition: name,
          threshold: 1,
          colour: 'warning',
          issue: 'proposal',
        },
        ...{ answerDays: 3, ladder: [], validFrom: inDays(0) },
      };
      const about = name === 'returned-often' ? returned : fresh;
      const found = async () =>
        (await cards(about)).filter((reason) => reason.startsWith(`试${name}。`));
      await makeSo(name as keyof typeof SO, not);
      if (name === 'returned-often') {
        const twice = await admin.post<{ id: string }>('/api/card-rules', {
          ...rule,
          threshold: 2,
        });
        await evaluated();
        expect(await found()).toEqual([]);
        await admin.call('DELETE', `/api/card-rules/${twice.id}`);
      }
      const { id } = await admin.post<{ id: string }>('/api/card-rules', rule);
      await evaluated();
      if (so !== '') {
        expect(await found()).toEqual([]);
        await makeSo(name as keyof typeof SO, so);
        await evaluated();
      }
      expect(await found()).toHaveLength(1);
      await makeSo(name as keyof typeof SO, not);
      await admin.call('DELETE', `/api/card-rules/${id}`);
    },
    60_000,
  );
});
