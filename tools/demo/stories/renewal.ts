/**
 * 延续: a road is occupied by permit, and before the permit ends its holder has it renewed by the body that
 * issued it. A newer version of the licence, with a later end, takes the place of the old one.
 */
import { apply } from '../applicant.js';
import type { TaskView } from '../api.js';
import type { Office } from '../office.js';
import { signIn } from '../../session/sign-in.js';
import { PatientSession } from '../patience.js';
import { follow } from '../play.js';
import type { Result, Story } from '../story.js';
import { usualAnswer } from './answers.js';
import { REGION, ROAD, roadForm, xiaomei } from './businesses.js';

/** A permit is renewed up to thirty days before it ends (行政许可法 50). */
const ENDS_IN = 60;

interface Held {
  identifier: string;
  number: string;
  state: string;
  validTo: string | null;
  openCase: string | null;
}

const dayFromNow = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toLocaleDateString('sv-SE', {
    timeZone: 'Asia/Shanghai',
  });

const answer = ({ element }: TaskView) => usualAnswer(element);

const heldBy = async (holder: PatientSession): Promise<Held[]> =>
  (await holder.get<{ items: Held[] }>('/api/licences')).items;

/** Begins from the licence, as its page does. @returns the case's number */
async function applyForRenewal(holder: PatientSession, identifier: string): Promise<string> {
  const path = `/api/licences/${encodeURIComponent(identifier)}/changes`;
  const { draft } = await holder.post<{ draft: string }>(path, { operation: 'renew' });
  const { form } = await holder.get<{ form: object }>(`/api/drafts/${draft}`);
  const filled = { ...form, reason: '继续外摆经营。' };
  await holder.put(`/api/drafts/${draft}`, { form: filled, materials: {} });
  const { number } = await holder.post<{ number: string }>('/api/cases', { draft });
  return number;
}

async function renew(
  holder: PatientSession,
  office: Office,
  result: Result,
  tell: (line: string) => void,
): Promise<void> {
  const identifier = result.licences[0]?.identifier ?? '';
  const old = (await heldBy(holder)).find((each) => each.identifier === identifier);
  if (!old) throw new Error('“我的证照”中没有刚发的占道许可证。');
  tell(`我的证照：${old.number}，有效期至 ${old.validTo ?? '长期'}`);

  const number = await applyForRenewal(holder, identifier);
  tell(`从证照发起延续：办件 ${number}`);
  const [ended] = await follow(office, holder, number, { answer, applicantAnswers: {} }, (line) => {
    if (line.who) tell(line.what);
  });
  if (ended?.state !== 'finished') throw new Error(`延续的办件状态是 ${ended?.state ?? '无'}。`);

  const held = await heldBy(holder);
  const before = held.find((each) => each.identifier === identifier);
  const now = held.find((each) => each.number === old.number && each.state === 'valid');
  if (before?.state !== 'replaced') throw new Error('原来的证照没有被新版本取代。');
  if (!now?.validTo || now.validTo <= (old.validTo ?? '')) throw new Error('有效期没有延长。');
  tell(`新版本 ${now.identifier}，有效期至 ${now.validTo}；原版本失效`);
}

function renewal(): Story {
  let zhang: PatientSession;
  return {
    title: '占道许可的延续（海城市响堂街道）',
    start: async (url) => {
      zhang = new PatientSession(await signIn(url, 'zhang', 'onestop'));
      const form = roadForm(xiaomei, dayFromNow(8), dayFromNow(ENDS_IN));
      return { applicant: zhang, number: await apply(zhang, ROAD, REGION, form) };
    },
    answer,
    applicantAnswers: {},
    afterwards: (office, result, tell) => renew(zhang, office, result, tell),
    expect: ({ state, licences, payments }) => [
      ...(state === 'finished' ? [] : [`办件状态是 ${state}，不是 finished`]),
      ...(licences.length === 1 ? [] : ['应有一份占道许可证']),
      ...(payments.length === 1 && payments[0]!.state === 'paid' ? [] : ['应有一笔已缴的占用费']),
    ],
  };
}

export const stories: Record<string, () => Story> = { renewal };
