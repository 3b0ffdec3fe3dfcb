/** What the applicant is asked to mend before acceptance: sent back by 预审, or once, completely, by 补正. */
import type { Session } from '../../tools/session/sign-in.js';
import { dateOf } from '../../workflows/clock/index.js';
import { upload, type Problem } from './applications.js';
import { newField, publishWith } from './form-fields.js';
import { openApiStage, type ApiStage } from './stage.js';
import {
  applicationOf,
  FOOD_LICENCE,
  foodForm,
  handle,
  restaurantForm,
  taskAt,
  type Case,
} from './ways-stage.js';

const CROSSING = '210118001000';
const crossingForm = { ...restaurantForm, highwayName: 'G202', stake: 'K1500+200' };
const CROSSING_MATERIALS = ['crossing-design', 'crossing-emergency', 'safety-assessment'];
const FOOD_MATERIALS = ['food-application', 'layout', 'food-safety-rules'];

interface Law {
  state: string;
  receivedAt: string | null;
  acceptanceDueAt: string | null;
  moves: { act: string; at: string; person: string | null; reason: string | null }[];
}

interface Asked {
  state: string;
  applicantTask: {
    id: string;
    act: string;
    opinion: string | null;
    materials: { code: string; name: string; note: string }[];
    fields: { field: string; title: string; note: string }[];
  } | null;
  timeline: { kind: string; name: string | null; outcomeName: string | null }[];
}

interface Corrected {
  corrections: object[];
}

let stage: ApiStage;
let zhang: Session;
beforeAll(async () => {
  stage = await openApiStage({ workers: true });
  zhang = await stage.as('zhang');
}, 240_000);
afterAll(() => stage?.close(), 30_000);

const caseOf = (number: string) => zhang.get<Asked>(`/api/cases/${number}`);
const lawOf = (number: string) => zhang.get<Law>(`/api/cases/${number}/legal-acts`);
const supplement = (number: string, body: object) =>
  zhang.call<Problem & { state: string }>('POST', `/api/cases/${number}/supplement`, body);
const lastMove = async (number: string) => (await lawOf(number)).moves.at(-1);

async function submitted(item: string, form: object, materials: string[]): Promise<string> {
  const draft = await applicationOf(zhang, item, { ...form }, { materials });
  return (await zhang.post<Case>('/api/cases', { draft })).number;
}

const points = {
  materials: [{ code: 'crossing-design', problem: '缺少渠化设计图' }],
  fields: [{ field: 'stake', problem: '桩号与平面图不一致' }],
};

describe('预审 of an application that came online', () => {
  let number: string;
  let handler: Session;
  beforeAll(async () => {
    handler = await stage.as('as-transport');
    number = await submitted(CROSSING, crossingForm, CROSSING_MATERIALS);
  }, 60_000);

  it('refuses to send back without saying what, or what is nowhere in the application', async () => {
    const bare = await handle(handler, number, 'preReview', { outcome: 'return' });
    expect([bare.status, bare.body.code]).toEqual([422, 'corrections-not-anchored']);
    const form = {
      materials: [{ code: 'no-such', problem: '没有这份材料' }],
      fields: [{ field: 'noSuch', problem: '没有这个表单项' }],
    };
    const nowhere = await handle(handler, number, 'preReview', { outcome: 'return', form });
    expect(nowhere.body.detail).toMatch(/no-such.*noSuch/);
    expect((await lawOf(number)).state).toBe('submitted');
  }, 60_000);

  it('sends back each place with its reason, and shows it in the applicant’s case', async () => {
    const returned = await handle(handler, number, 'preReview', {
      ...{ outcome: 'return', opinion: '请修改后重新提交', form: points },
    });
    expect([returned.status, returned.body.state]).toEqual([200, 'sent-back']);
    const { applicantTask, state, timeline } = await caseOf(number);
    expect(state).toBe('sent-back');
    expect(timeline).toContainEqual(
      expect.objectContaining({ name: '网上预审', outcomeName: '退回修改' }),
    );
    expect(applicantTask).toMatchObject({
      act: 'resubmit',
      opinion: '请修改后重新提交',
      materials: [
        { code: 'crossing-design', name: '涉路工程设计和施工方案', note: '缺少渠化设计图' },
      ],
      fields: [{ field: 'stake', title: '道口桩号', note: '桩号与平面图不一致' }],
    });
    expect(await lastMove(number)).toMatchObject({
      ...{ act: 'pre-return', person: '邓伟', reason: '请修改后重新提交' },
    });
    expect((await lawOf(number)).acceptanceDueAt).toBeNull();
  }, 60_000);

  it('takes it again only whole, as received anew', async () => {
    const before = await lawOf(number);
    const half = await supplement(number, { opinion: '', form: { stake: 'K1500+210' } });
    expect([half.status, half.body.code]).toEqual([422, 'corrections-missing']);
    expect(half.body.errors).toEqual([
      expect.objectContaining({ field: '/materials/crossing-design' }),
    ]);
    const materials = { 'crossing-design': [(await upload(zhang)).body.id] };
    const whole = await supplement(number, { form: { stake: 'K1500+210' }, materials });
    expect([whole.status, whole.body.state]).toEqual([200, 'submitted']);
    const { corrections } = await handler.get<Corrected>(`/api/cases/${number}`);
    expect(corrections).toEqual([
      expect.objectContaining({
        act: 'resubmit',
        asked: [
          { name: '涉路工程设计和施工方案', problem: '缺少渠化设计图' },
          { name: '道口桩号', problem: '桩号与平面图不一致' },
        ],
        changes: [{ field: 'stake', title: '道口桩号', before: 'K1500+200', after: 'K1500+210' }],
        materials: ['涉路工程设计和施工方案'],
      }),
    ]);
    const [{ sealed }] = await stage.dataSource.query<[{ sealed: boolean }]>(
      `SELECT before::text || after::text !~ 'K1500' AS sealed FROM correction`,
    );
    expect(sealed).toBe(true);
    // What travels with the process is what was corrected.
    const [{ stake }] = await stage.dataSource.query<[{ stake: string }]>(
      `SELECT variables #>> '{form,stake}' AS stake FROM cases WHERE number = $1`,
      [number],
    );
    expect(stake).toBe('K1500+210');
    const after = await lawOf(number);
    expect(after.moves.at(-1)).toMatchObject({ act: 'submit', person: '张晓梅' });
    expect(Date.parse(after.receivedAt!)).toBeGreaterThan(Date.parse(before.receivedAt!));
    expect(Date.parse(after.receivedAt!)).toBe(Date.parse(after.moves.at(-1)!.at));
    expect(after.acceptanceDueAt).not.toBeNull();
  }, 60_000);

  it('passes it to 收件, and only then it is accepted or not', async () => {
    const passed = await handle(handler, number, 'preReview', { outcome: 'pass' });
    expect([passed.status, passed.body.state]).toEqual([200, 'pre-reviewed']);
    const collected = await handle(handler, number, 'collect', { outcome: 'accept' });
    expect([collected.status, collected.body.state]).toEqual([200, 'collected']);
    const accepted = await handle(handler, number, 'accept', { outcome: 'accept' });
    expect([accepted.status, accepted.body.state]).toEqual([200, 'accepted']);
    const acts = (await lawOf(number)).moves.map(({ act }) => act);
    expect(acts).toEqual(['submit', 'pre-return', 'submit', 'pre-pass', 'collect', 'accept']);
  }, 60_000);
});

describe('补正 of a permit’s application', () => {
  let number: string;
  let handler: Session;
  beforeAll(async () => {
    handler = await stage.as('hc-market-handler');
    number = await submitted(FOOD_LICENCE, foodForm, FOOD_MATERIALS);
  }, 60_000);

  const form = {
    materials: [{ code: 'layout', problem: '布局图缺操作间' }],
    fields: [
      { field: 'seats', problem: '餐位数与布局图不符' },
      { field: 'floor', problem: '请核对楼层' },
    ],
  };

  it('is one notice with every point, which the applicant sees exactly', async () => {
    const nothing = await handle(handler, number, 'accept', { outcome: 'correct' });
    expect([nothing.status, nothing.body.code]).toEqual([422, 'corrections-not-anchored']);
    const asked = await handle(handler, number, 'accept', { outcome: 'correct', form });
    expect([asked.status, asked.body.state]).toEqual([200, 'correcting']);
    const { applicantTask } = await caseOf(number);
    expect(applicantTask!.materials).toEqual([
      { code: 'layout', name: '设备布局和操作流程图', note: '布局图缺操作间' },
    ]);
    expect(applicantTask!.fields).toEqual([
      { field: 'seats', title: '餐位数', note: '餐位数与布局图不符' },
      { field: 'floor', title: '所在楼层', note: '请核对楼层' },
    ]);
    expect((await lawOf(number)).acceptanceDueAt).toBeNull();
  }, 60_000);

  it('is answered completely, by change or by a word why not, and by no other way in', async () => {
    const partly = await supplement(number, { form: { seats: 48 } });
    expect([partly.status, partly.body.code]).toEqual([422, 'corrections-missing']);
    expect(partly.body.errors!.map(({ field }) => field)).toEqual([
      '/materials/layout',
      '/form/floor',
    ]);
    const { applicantTask } = await caseOf(number);
    const path = `/api/tasks/${applicantTask!.id}/completion`;
    const around = await zhang.call<Problem>('POST', path, {
      ...{ outcome: 'supplemented', form: { statement: '都改好了' } },
    });
    expect([around.status, around.body.code]).toEqual([422, 'corrections-missing']);
    // What nobody asked for stays: another's name, number, firm or licence does not come in this way.
    const layout = [(await upload(zhang)).body.id];
    const more = await supplement(number, {
      form: { seats: 48, area: 20, operatorName: '李国栋', idNumber: '21039919790903005X' },
      ...{ opinion: '…', materials: { layout, 'food-application': layout } },
    });
    expect([more.status, more.body.code]).toEqual([422, 'not-asked-for']);
    expect(more.body.errors!.map(({ field }) => field).sort()).toEqual([
      ...['/form/area', '/form/idNumber', '/form/operatorName'],
      '/materials/food-application',
    ]);
    const before = await lawOf(number);
    const whole = await supplement(number, {
      ...{ form: { seats: 48 }, opinion: '楼层无误，确在一层。' },
      materials: { layout: [(await upload(zhang)).body.id] },
    });
    expect([whole.status, whole.body.state]).toEqual([200, 'collected']);
    const after = await lawOf(number);
    expect(after.moves.at(-1)).toMatchObject({ act: 'supplement', person: '张晓梅' });
    // 收到补正材料之日 is day 0 of the five days anew; receipt itself stays where it was.
    expect(after.receivedAt).toBe(before.receivedAt);
    expect(Date.parse(after.acceptanceDueAt!)).toBeGreaterThan(
      Date.parse(after.moves.at(-1)!.at) + 4 * 86_400_000,
    );
  }, 60_000);

  it('is not asked for a second time, and the refusal names the article', async () => {
    const again = await handle(handler, number, 'acceptAgain', { outcome: 'correct', form });
    expect([again.status, again.body.code]).toEqual([409, 'illegal-move']);
    expect(again.body.detail).toMatch(/一次告知.*行政许可法第三十二条/);
    expect(await taskAt(handler, number, 'acceptAgain')).toBeTruthy();
    const done = await handle(handler, number, 'acceptAgain', { outcome: 'accept' });
    expect([done.status, done.body.state]).toEqual([200, 'accepted']);
    const acts = (await lawOf(number)).moves.map(({ act }) => act);
    expect(acts.filter((act) => act === 'correct')).toHaveLength(1);
  }, 60_000);
});

describe('补正 of what only the platform can look up', () => {
  let number: string;
  let handler: Session;
  const handedInAgo = (days: number) =>
    stage.dataSource.query(
      `UPDATE cases SET submitted_at = now() - make_interval(days => $2),
                        received_at = now() - make_interval(days => $2) WHERE number = $1`,
      [number, days],
    );
  const heshi = { region: '210381003', place: '辽宁省鞍山市海城市响堂街道', detail: '永安路1号' };

  beforeAll(async () => {
    await publishWith(await stage.as('admin'), 'food-licence', {
      photos: newField('file', '门面照片'),
      site: newField('address', '经营场所'),
      terrace: { ...newField('number', '露台面积'), 'x-shown': 'seats > 40' },
      from: { ...newField('date', '开业日期'), 'x-latest': 'today+5d' },
    });
    handler = await stage.as('hc-market-handler');
    const soon = dateOf(Date.now() + 3 * 86_400_000);
    const typed = { phone: '+86 199-0000-0001', idNumber: ' ２１０３９９ 19860412 0024' };
    const form = { ...foodForm, ...typed, seats: 60, terrace: 12, site: heshi, from: soon };
    number = await submitted(FOOD_LICENCE, form, FOOD_MATERIALS);
    await handle(handler, number, 'accept', {
      outcome: 'correct',
      form: {
        fields: ['photos', 'seats', 'site'].map((field) => ({ field, problem: '请核对' })),
      },
    });
  }, 60_000);

  it('was kept in one way, however it was typed', async () => {
    const { form } = await zhang.get<{ form: Record<string, unknown> }>(`/api/cases/${number}`);
    const { phone, idNumber } = foodForm;
    expect(form).toMatchObject({ phone, idNumber });
  });

  it('refuses files of others and places that there are not, each at its field', async () => {
    const theirs = (await upload(await stage.as('wang'))).body.id;
    const form = {
      photos: [theirs],
      seats: 30,
      site: { ...heshi, region: '999999' },
    };
    const wrong = await supplement(number, { form, opinion: '已改' });
    expect([wrong.status, wrong.body.code]).toEqual([422, 'form-invalid']);
    expect(wrong.body.errors!.map(({ field }) => field)).toEqual(['/site/region', '/photos']);
  }, 60_000);

  it('takes what is right by the day of handing in; what it hides goes, its files are the case’s', async () => {
    const photo = (await upload(zhang)).body.id;
    const form = { photos: [photo], seats: 30 };
    await handedInAgo(10);
    const early = await supplement(number, { form, opinion: '地点无误' });
    expect(early.body.errors).toEqual([expect.objectContaining({ field: '/from' })]);
    await handedInAgo(0);
    const right = await supplement(number, { form, opinion: '地点无误' });
    expect([right.body.code, right.status]).toEqual([undefined, 200]);
    const seen = await handler.get<{
      form: Record<string, unknown>;
      materials: { code: string; name: string; fileId: string }[];
    }>(`/api/cases/${number}`);
    expect(seen.form).toMatchObject({ seats: 30, terrace: null });
    expect(seen.materials).toContainEqual(
      expect.objectContaining({ code: 'photos', name: '门面照片', fileId: photo }),
    );
    expect((await handler.call('GET', `/api/files/${photo}`)).status).toBe(200);
  }, 60_000);
});
