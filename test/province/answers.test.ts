/** What the province answers in a case, its handlers see beside the form; why it was asked, its log says. */
import { draftOf, SHOP_SIGN, shopSignForm, upload, XIANGTANG } from '../api/applications.js';
import { openApiStage, type ApiStage } from '../api/stage.js';
import type { Session } from '../../tools/session/sign-in.js';
import { eventually } from '../workflow/stage.js';
import { callsAt } from './servers.js';

interface Field {
  name: string;
  registered: string;
  field: string | null;
  filled: string | null;
  verdict: string;
}

interface Answer {
  source: string;
  occasion: string;
  outcome: string;
  reason: string | null;
  at: string;
  records: { fields: Field[] }[];
}

const BUSINESS = '市场主体登记库';
const PEOPLE = '人口基础信息库';
const address = '海城市响堂街道演示路18号';

let stage: ApiStage;
let zhang: Session;
let handler: Session;

beforeAll(async () => {
  stage = await openApiStage({ workers: true });
  zhang = await stage.as('zhang');
  handler = await stage.as('xt-urban');
}, 120_000);
afterEach(() => stage?.standIn.faults().clear());
afterAll(() => stage?.close(), 30_000);

/** Hands a shop sign in. @returns its draft and its case */
async function handIn(change: object = {}): Promise<{ draft: string; number: string }> {
  const picture = (await upload(zhang)).body.id;
  const form = { ...shopSignForm, ...change };
  const draft = await draftOf(zhang, SHOP_SIGN, form, { 'sign-picture': [picture] });
  await zhang.post(`/api/drafts/${draft}/situation`, { form });
  const { number } = await zhang.post<{ number: string }>('/api/cases', { draft });
  await eventually('a task of the handlers', async () => {
    const { items } = await handler.get<{ items: object[] }>(`/api/tasks?case=${number}`);
    return items[0];
  });
  return { draft, number };
}

const answersTo = async (number: string, by = handler): Promise<Answer[]> =>
  (await by.get<{ items: Answer[] }>(`/api/cases/${number}/province-answers`)).items;

const answerOf = (answers: Answer[], source: string): Answer => {
  const found = answers.find((answer) => answer.source === source);
  if (!found) throw new Error(`nothing of ${source}: ${JSON.stringify(answers)}`);
  return found;
};

const verdicts = ({ records }: Answer): Record<string, string> =>
  Object.fromEntries(records[0]!.fields.map(({ name, verdict }) => [name, verdict]));

describe('the province’s answers to an application', () => {
  it('say which register said it and when, what agrees with the form and what differs', async () => {
    const { number } = await handIn({ address });
    const answers = await answersTo(number);
    const business = answerOf(answers, BUSINESS);
    expect(business).toMatchObject({ occasion: 'application', outcome: 'answered', reason: null });
    expect(Math.abs(Date.parse(business.at) - Date.now())).toBeLessThan(60_000);
    expect(verdicts(business)).toEqual({
      ...{ 统一社会信用代码: 'agrees', 名称: 'agrees', 经营者姓名: 'agrees', 住所: 'differs' },
      ...{ 类型: 'only-there', 登记状态: 'only-there', 经营范围: 'only-there' },
    });
    expect(business.records[0]!.fields.find(({ name }) => name === '住所')).toMatchObject({
      registered: shopSignForm.address,
      filled: address,
    });
    // Of what the application has no use for, nothing is kept.
    expect(answers.map(({ source }) => source)).not.toContain('社会保障卡持卡库');
  });

  it('mask the numbers that the form masks, until the handler says why, and looking is audited', async () => {
    const { number } = await handIn();
    const masked = answerOf(await answersTo(number), PEOPLE).records[0]!.fields;
    const idNumber = (fields: Field[]) => fields.find(({ name }) => name === '身份证号码');
    expect(idNumber(masked)).toMatchObject({
      ...{ registered: '210399********0024', filled: '210399********0024', verdict: 'agrees' },
    });
    const { provinceAnswers } = await handler.post<{ provinceAnswers: Answer[] }>(
      `/api/cases/${number}/personal-data`,
      { reason: '核对身份' },
    );
    expect(idNumber(answerOf(provinceAnswers, PEOPLE).records[0]!.fields)).toMatchObject({
      registered: shopSignForm.idNumber,
    });
    const [line] = await stage.dataSource.query<{ person: string }[]>(
      `SELECT person_id AS person FROM audit WHERE act = 'case.read-answers' AND target = $1`,
      [`case:${number}`],
    );
    expect(line).toEqual({ person: 'p-xt-urban' });
  });

  it('are for those who see the whole case, not for the applicant or another department', async () => {
    const { number } = await handIn();
    for (const stranger of [zhang, await stage.as('tieDong-market')]) {
      const { status } = await stranger.call('GET', `/api/cases/${number}/province-answers`);
      expect(status).toBe(403);
    }
    const supervisor = await stage.as('supervisor');
    expect((await answersTo(number, supervisor)).length).toBeGreaterThan(0);
  });

  it.each([
    ['refused', 'refused', '省平台拒绝办理（演练）。'],
    ['error', 'away', '省平台应答 503'],
  ] as const)('say that a register %s, and what it said', async (mode, outcome, reason) => {
    stage.standIn.faults().set({ match: '/exchange/population', mode });
    const { number } = await handIn();
    const people = answerOf(await answersTo(number), PEOPLE);
    expect(people).toMatchObject({ outcome, records: [] });
    expect(people.reason).toContain(reason);
  });
});

describe('the province’s log', () => {
  it('names who acts, the matter, the applicant and the end, on each path of an application', async () => {
    await zhang.post(`/api/items/${SHOP_SIGN}/situation`, {
      region: XIANGTANG,
      form: shopSignForm,
    });
    const { draft } = await handIn();
    await zhang.get('/api/credit');
    const clerk = await stage.as('xt-window');
    const { idNumber, operatorName: name } = shopSignForm;
    const entry = { item: SHOP_SIGN, region: XIANGTANG, kind: 'natural', idNumber, name };
    await clerk.post('/api/window/entries', entry);
    const calls = await callsAt(stage.standIn.url);
    const seen = (actor: string, matter: string) =>
      calls
        .filter((call) => call.actor === actor && call.matter === matter)
        .map(({ applicant, body, purpose, path }) => [applicant, body, purpose, path]);
    const me = 'person:p-zhang';
    const guide = '申请表预填和材料免提交';
    const own = ['p-zhang', ''];
    expect(seen(me, `item:${SHOP_SIGN}`)).toContainEqual([
      ...own,
      guide,
      '/exchange/population/query',
    ]);
    const ofDraft = seen(me, `draft:${draft}`);
    expect(ofDraft).toContainEqual([...own, guide, '/exchange/business-registration/query']);
    expect(ofDraft).toContainEqual([
      ...own,
      '核对申请人与市场主体的关系',
      '/exchange/business-registration/query',
    ]);
    expect(seen(me, 'credit:p-zhang')).toEqual([
      [...own, '核对容缺受理、告知承诺的信用条件', '/exchange/credit/query'],
    ]);
    expect(seen('person:p-xt-window', `item:${SHOP_SIGN}`)).toEqual([
      ['', 'o-210381003-service-centre', '窗口核验申请人身份', '/exchange/population/query'],
    ]);
    // Nobody is asked in vain: no call is without its matter and its end.
    expect(calls.filter(({ matter, purpose }) => matter === '' || purpose === '')).toEqual([]);
  });
});
