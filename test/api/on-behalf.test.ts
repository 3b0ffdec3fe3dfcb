import { randomUUID } from 'node:crypto';
import type { Session } from '../../tools/session/sign-in.js';
import { draftOf, upload, XIANGTANG, type Problem } from './applications.js';
import { openApiStage, type ApiStage } from './stage.js';

const ALLOWANCE = '210511001000';
const VILLAGE = '210381003009';
/** Registered in 荒岭社区, the next community of the same township. */
const NEIGHBOUR = { idNumber: '210399194107161230', name: '周德福' };
const LI = { idNumber: '210399193801031028', name: '李玉珍', bankAccount: '6217990000000123451' };
const WANG = { idNumber: '210399193902051052', name: '王长福', bankAccount: '6217990000000123452' };
const LIU = { idNumber: '210399194003071062', name: '刘淑英', bankAccount: '6217990000000123453' };

const form = {
  idNumber: '210399194303150088',
  name: '赵桂兰',
  householdAddress: '海城市响堂街道箭楼社区',
  residence: '海城市响堂街道箭楼社区3号楼',
  phone: '19900000004',
  tier: '80-89',
  bankAccount: '6217990000000012345',
  agentName: '孙秀英',
  agentIdNumber: '210399198806200129',
  agentRelation: 'village',
  authorised: true,
};

interface Case {
  number: string;
  state: string;
  applicantName: string;
}

interface Known {
  prefill: Record<string, unknown>;
  materials: { code: string; held: object | null }[];
}

describe('a village’s agent', () => {
  let stage: ApiStage;
  beforeAll(async () => {
    stage = await openApiStage({ workers: true });
  }, 120_000);
  afterAll(() => stage?.close(), 30_000);

  /** An application for the allowance, as it is before it is handed in. */
  async function drafted(agent: Session, change: object, region = VILLAGE): Promise<string> {
    const proxy = await upload(agent);
    const materials = { proxy: [proxy.body.id] };
    return draftOf(agent, ALLOWANCE, { ...form, ...change }, materials, region);
  }

  async function applyFor(change: object, region = VILLAGE) {
    const agent = await stage.as('cunban');
    const draft = await drafted(agent, change, region);
    return agent.call<Case & Problem>('POST', '/api/cases', { draft });
  }

  const audited = (outcome: string) =>
    stage.dataSource.query<{ target: string; detail: object }[]>(
      `SELECT target, detail FROM audit WHERE act = 'case.submit-for' AND outcome = $1`,
      [outcome],
    );

  it('applies for a resident, who is the applicant and finds the case', async () => {
    const agent = await stage.as('cunban');
    const draft = await drafted(agent, {});
    const headers = { 'idempotency-key': randomUUID() };
    const submit = () => agent.call<Case & Problem>('POST', '/api/cases', { draft }, headers);
    const { status, body } = await submit();
    expect(status).toBe(201);
    // A repeat was checked when it came first: it is answered while the province is away.
    stage.standIn.faults().set({ match: '/', mode: 'error' });
    const again = await submit().finally(() => stage.standIn.faults().clear());
    expect([again.status, again.body.number]).toEqual([201, body.number]);
    const path = `/api/cases/${body.number}`;
    const zhao = await stage.as('zhao');
    expect(await zhao.get<Case>(path)).toMatchObject({ applicantName: '赵桂兰' });
    expect((await agent.call('GET', path)).status).toBe(200);
    expect(await audited('done')).toContainEqual(
      expect.objectContaining({ target: `case:${body.number}` }),
    );
  }, 60_000);

  it('is refused for another village’s region or resident, and for somebody not known so', async () => {
    const elsewhere = await applyFor({}, XIANGTANG);
    expect([elsewhere.status, elsewhere.body.code]).toEqual([403, 'not-your-village']);
    const unknown = await applyFor({ name: '赵桂花' });
    expect([unknown.status, unknown.body.code]).toEqual([422, 'resident-unknown']);
    const neighbour = await applyFor(NEIGHBOUR);
    expect([neighbour.status, neighbour.body.code]).toEqual([403, 'resident-of-another-village']);
    expect(await audited('refused')).toEqual([
      { target: `region:${XIANGTANG}`, detail: { reason: 'not-your-village' } },
      { target: `region:${VILLAGE}`, detail: { reason: 'resident-unknown' } },
      { target: `region:${VILLAGE}`, detail: { reason: 'resident-of-another-village' } },
    ]);
  }, 60_000);

  it('is shown what is known of the own village’s residents, and of nobody else', async () => {
    const agent = await stage.as('cunban');
    const known = (filled: object) =>
      agent.post<Known>(`/api/items/${ALLOWANCE}/situation`, { region: VILLAGE, form: filled });
    const own = await known({ idNumber: form.idNumber });
    expect(own.prefill).toMatchObject({ name: '赵桂兰' });
    for (const filled of [{ idNumber: NEIGHBOUR.idNumber }, {}]) {
      const { prefill, materials } = await known(filled);
      expect(prefill).toEqual({});
      expect(materials.filter(({ held }) => held !== null)).toEqual([]);
    }
    // Each of the two whose registers were asked left a line, without the number standing in it.
    const looks = await stage.dataSource.query<{ person: string; target: string }[]>(
      `SELECT person_id AS person, target FROM audit WHERE act = 'register.read'`,
    );
    expect(new Set(looks.map(({ target }) => target)).size).toBeGreaterThanOrEqual(2);
    expect(new Set(looks.map(({ person }) => person))).toEqual(new Set(['p-cunban']));
    expect(JSON.stringify(looks)).not.toContain(form.idNumber);
    // They are found by the person, who may have no row yet.
    for (const { target } of looks) expect(target).toMatch(/^person:(p-|resident-)/);
  }, 60_000);

  it('cannot apply a second time while the first is on its way; taken back, it may be tried again', async () => {
    const first = await applyFor(LI);
    expect(first.status).toBe(201);
    const second = await applyFor(LI);
    expect([second.status, second.body.code]).toEqual([409, 'benefit-applied-before']);
    expect(second.body.detail).toContain(first.body.number);
    const agent = await stage.as('cunban');
    const path = `/api/cases/${first.body.number}/withdrawal`;
    const withdrawn = await agent.call<Case>('POST', path, { reason: '填错了账户。' });
    expect([withdrawn.status, withdrawn.body.state]).toEqual([200, 'withdrawn']);
    expect((await applyFor(LI)).status).toBe(201);
  }, 60_000);

  it('and everybody else is told to choose the village the application begins in', async () => {
    const li = await stage.as('li');
    const draft = await draftOf(li, ALLOWANCE, form, {}, XIANGTANG);
    const { status, body } = await li.call<Problem>('POST', '/api/cases', { draft });
    expect([status, body.code]).toEqual([422, 'application-incomplete']);
    expect(body.errors).toContainEqual(expect.objectContaining({ field: '/region' }));
  }, 60_000);

  it('of two applications at the same moment one wins', async () => {
    const answers = await Promise.all([applyFor(WANG), applyFor(WANG)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  }, 60_000);

  it('cannot apply for somebody who receives the benefit, and a stranger is not told by which case', async () => {
    const { body } = await applyFor(LIU);
    await stage.dataSource.query(
      `INSERT INTO benefit_entitlement (case_number, key, item, region, tier, amount_cents, account, from_month)
       VALUES ($1, $1, $2, $3, '80-89', 5000, '6217990000000123453', '2026-12')`,
      [body.number, ALLOWANCE, VILLAGE],
    );
    const again = await applyFor(LIU);
    expect([again.status, again.body.code]).toEqual([409, 'benefit-granted-before']);
    expect(again.body.detail).toContain(body.number);

    const li = await stage.as('li');
    const files = await Promise.all(['a', 'b', 'c', 'd'].map(() => upload(li)));
    const [household, card, proxy, id] = files.map((file) => [file.body.id]);
    const materials = { household, 'social-card': card, proxy, 'id-card': id } as never;
    const filled = { ...form, ...LIU };
    const draft = await draftOf(li, ALLOWANCE, filled, materials, VILLAGE);
    const stranger = await li.call<Problem>('POST', '/api/cases', { draft });
    // Not even that there is one: who is not the resident applies for nobody.
    expect([stranger.status, stranger.body.code]).toEqual([422, 'application-incomplete']);
    expect(stranger.body.errors?.map(({ field }) => field)).toContain('/form/idNumber');
    expect(JSON.stringify(stranger.body)).not.toContain(body.number);
  }, 60_000);
});
