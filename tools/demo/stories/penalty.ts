/**
 * 行政处罚: a lead is filed, two investigate, it is reviewed and told of beforehand; whom it is about states
 * their case and is heard, or gives the hearing up where it cannot be held yet; then the decision, its
 * delivery and the fine.
 */
import type { Answer, CaseView, TaskView } from '../api.js';
import { signIn } from '../../session/sign-in.js';
import type { Office } from '../office.js';
import { PatientSession } from '../patience.js';
import type { Story } from '../story.js';
import { inspection, usualAnswer } from './answers.js';
import { dayFromNow, jiuwei, REGION } from './businesses.js';

/** What the penalty's process begins with. */
const LEAD = 'penalty-lead';
const ASK_EVERY = 500;
const PATIENCE = 60_000;

interface Standing {
  hearingFrom: string;
  periods: { period: string; due: string | null; done: string | null }[];
}

/** As the platform of regulation hands it over. @returns number of the case */
async function handOverLead(admin: PatientSession, party: string): Promise<string> {
  const { creditCode: _none, ...about } = jiuwei;
  const form = {
    ...about,
    ...{ source: 'inspection', foundOn: dayFromNow(-1) },
    lead: '执照吊销后仍在经营餐饮，没有食品经营许可证。',
  };
  const variables = { region: REGION, applicant: party, form };
  const { id } = await admin.post<{ id: string }>('/api/messages', { name: LEAD, variables });
  const deadline = Date.now() + PATIENCE;
  for (;;) {
    const { receiver } = await admin.get<{ receiver: string | null }>(`/api/messages/${id}`);
    if (receiver) return receiver;
    if (Date.now() > deadline) throw new Error('案源移送的消息久未立案。');
    await new Promise((resolve) => setTimeout(resolve, ASK_EVERY));
  }
}

/** The right to a hearing is told and asked for; it is held where its day is today, else given up. */
async function hear(office: Office, party: PatientSession, number: string): Promise<string> {
  const handler = office.session('hc-market-handler');
  const path = `/api/cases/${number}/legal-acts`;
  const { hearingFrom } = await handler.get<Standing>(path);
  const reason = '拟处较大数额罚款。';
  await handler.post(path, { act: 'tell-hearing', reason, data: { hearingOn: hearingFrom } });
  await party.post(path, { act: 'ask-hearing', reason: '对违法所得的数额有异议。' });
  if (hearingFrom <= dayFromNow(0)) {
    await handler.post(path, { act: 'hold-hearing' });
    return '已经举行听证';
  }
  await handler.post(path, { act: 'waive-hearing', reason: '当事人书面放弃听证。' });
  return '当事人放弃听证，已经终止';
}

const ANSWERS: Record<string, () => Answer> = {
  file: () => ({ outcome: 'accept', opinion: '有证据初步证明违法，予以立案', form: {} }),
  investigate: () => ({
    outcome: 'established',
    opinion: '违法事实成立',
    form: {
      ...inspection('现场正在营业，货值金额8000元。'),
      ...{ evidence: '现场照片、账册', goodsYuan: 8000 },
    },
  }),
  review: () => ({
    outcome: 'agree',
    opinion: '事实清楚、程序合法',
    form: { conclusion: '同意处理意见。' },
  }),
  tell: () => ({
    outcome: 'told',
    opinion:
      '拟没收违法所得、罚款50000元：未取得食品经营许可从事餐饮服务（食品安全法第一百二十二条）。',
    form: {
      ...{ facts: '未取得食品经营许可从事餐饮服务。', basis: '食品安全法第一百二十二条' },
      ...{ proposed: '没收违法所得，罚款50000元。', hearing: true },
    },
  }),
  reconsider: () => ({
    outcome: 'kept',
    opinion: '维持',
    form: { findings: '账册记载的数额无误，申辩不成立。' },
  }),
  decide: () => ({
    outcome: 'grant',
    opinion: '给予处罚',
    form: {
      reason: '未取得食品经营许可从事餐饮服务，有现场笔录、照片、账册为证。',
      ...{ penalty: '没收违法所得、罚款', fineYuan: 50_000 },
    },
  }),
  serve: () => ({ outcome: 'delivered', opinion: '已送达', form: { way: 'electronic' } }),
  fine: () => ({
    outcome: 'paid',
    opinion: '已缴清',
    form: {
      ...{ paidOn: dayFromNow(0), amountYuan: 50_000, surchargeYuan: 0 },
      bill: '演示缴款书0001',
    },
  }),
};

function penalty(): Story {
  let office: Office;
  let party: PatientSession;
  let heard: string | undefined;
  return {
    title: '无证经营餐饮的行政处罚（海城市响堂街道）',
    start: async (url, desks) => {
      office = desks;
      party = new PatientSession(await signIn(url, 'wu', 'onestop'));
      const { person } = await party.get<{ person: { id: string } }>('/api/session');
      const number = await handOverLead(office.session('admin'), person.id);
      return { applicant: party, number };
    },
    answer: ({ element }: TaskView) => ANSWERS[element]?.() ?? usualAnswer(element),
    applicantAnswers: {
      state: { outcome: 'stated', form: { content: '停业整顿期间才营业了几天，请从轻。' } },
    },
    // What was told beforehand is answered, and heard, before anybody decides.
    asApplicant: async (applicant, [view]: CaseView[]) => {
      if (heard !== undefined || view!.applicantTask?.element !== 'state') return;
      heard = await hear(office, applicant, view!.number);
    },
    afterwards: async (_office, { case: number }, tell) => {
      tell(heard!);
      const { periods } = await party.get<Standing>(`/api/cases/${number}/legal-acts`);
      const of = (name: string) => periods.find(({ period }) => period === name);
      if (!of('pay-fine')?.done) throw new Error('罚款缴清后，缴纳期限没有结束。');
      tell('罚款已在期限内缴清');
      const remedies = ['reconsideration', 'suit'].map((name) => of(name)?.due?.slice(0, 10));
      if (remedies.includes(undefined)) throw new Error('没有算出行政复议、行政诉讼的期限。');
      tell(`救济期限：行政复议到 ${remedies[0]}，行政诉讼到 ${remedies[1]}`);
    },
    expect: ({ state, licences, payments, timeline }) => [
      ...(state === 'delivered' ? [] : [`案件状态是 ${state}，不是 delivered`]),
      ...(licences.length + payments.length === 0 ? [] : ['处罚不应有证照，罚款不走公共支付']),
      ...(timeline.some(({ outcome }) => outcome === '给予处罚') ? [] : ['没有作出处罚决定']),
    ],
  };
}

export const stories: Record<string, () => Story> = { penalty };
