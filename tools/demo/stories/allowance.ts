/**
 * 高龄津贴: the village's agent applies for a resident, the village verifies and puts it up for seven natural
 * days, the township reviews, the county decides; then it is paid out, over a failed row.
 */
import { apply } from '../applicant.js';
import { AnswerError } from '../../session/sign-in.js';
import type { TaskView } from '../api.js';
import type { Office } from '../office.js';
import type { PatientSession } from '../patience.js';
import type { Result, Story } from '../story.js';
import { usualAnswer } from './answers.js';
import { residents } from './residents.js';
import { requireShortDays } from './short-days.js';

const ALLOWANCE = '210511001000';
const COUNTY = '210381';
const VILLAGE = '210381003009';

/** The public notice, in natural days. */
const NOTICE_DAYS = 7;
/** The bank's return file is asked for every few seconds. */
const RETURN_PATIENCE = 60_000;
const ASK_EVERY = 500;

const form = {
  householdAddress: '海城市响堂街道箭楼社区',
  residence: '海城市响堂街道箭楼社区3号楼',
  phone: '19900000004',
  tier: '80-89',
  agentName: '孙秀英',
  agentIdNumber: '210399198806200129',
  agentRelation: 'village',
  authorised: true,
};

interface Line {
  id: string;
  caseNumber: string;
  name: string;
  amountCents: number;
  accountMasked: string;
  state: 'listed' | 'sent' | 'paid' | 'failed' | 'corrected';
  reason: string | null;
}

interface List {
  id: string;
  month: string;
  totalCents: number;
  lines: Line[];
}

/** Benefits are paid from the month after the decision; `yyyy-MM`. */
function nextMonth(): string {
  const today = new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' });
  const [year, month] = today.split('-').map(Number);
  return new Date(Date.UTC(year!, month!, 1)).toISOString().slice(0, 7);
}

const yuan = (cents: number): string => `${(cents / 100).toFixed(2)} 元`;

/** Hands in for the first of the residents who does not receive or await the benefit yet. */
async function applyForResident(
  agent: PatientSession,
): Promise<{ number: string; account: string }> {
  for (const { idNumber, name, account, lost } of residents()) {
    try {
      const number = await apply(agent, ALLOWANCE, VILLAGE, {
        ...form,
        ...{ idNumber, name },
        // Of the card that was lost: the bank does not know it any more.
        bankAccount: lost,
      });
      return { number, account };
    } catch (error) {
      if (!(error instanceof AnswerError) || error.status !== 409) throw error;
    }
  }
  throw new Error('演示的居民都已经在领取高龄津贴；请换一个数据目录（DATA_DIR）启动平台后再演示。');
}

function lineOf(list: List, caseNumber: string): Line {
  const line = list.lines.find((each) => each.caseNumber === caseNumber);
  if (!line) throw new Error(`办件 ${caseNumber} 不在名册 ${list.id} 中。`);
  return line;
}

/** The case's line once the bank's return file has been read. */
async function returned(session: PatientSession, id: string, caseNumber: string): Promise<Line> {
  const deadline = Date.now() + RETURN_PATIENCE;
  for (;;) {
    const line = lineOf(await session.get<List>(`/api/benefits/lists/${id}`), caseNumber);
    if (line.state !== 'sent') return line;
    if (Date.now() > deadline) throw new Error(`名册 ${id} 的回盘文件久未到达。`);
    await new Promise((resolve) => setTimeout(resolve, ASK_EVERY));
  }
}

/** List → finance → bank → return file → the failed row corrected → sent again. */
async function payOut(
  office: Office,
  { case: caseNumber }: Result,
  account: string,
  tell: (line: string) => void,
): Promise<void> {
  const admin = office.session('admin');
  const list = await admin.post<List>('/api/benefits/lists', {
    item: ALLOWANCE,
    month: nextMonth(),
    region: COUNTY,
  });
  const path = `/api/benefits/lists/${list.id}`;
  const { amountCents } = lineOf(list, caseNumber);
  tell(`造册：${list.month} 名册 ${list.id}，${list.lines.length} 人，${yuan(list.totalCents)}`);

  await office.session('hc-finance').post(`${path}/finance-approval`);
  tell('财政核拨：海城市财政局同意拨付，名册交代发银行');
  const failed = await returned(admin, list.id, caseNumber);
  if (failed.state !== 'failed') throw new Error('旧卡账户的一行没有被银行退回。');
  tell(`银行回盘：${failed.name} ${failed.accountMasked} 发放失败（${failed.reason}）`);

  const correction = { account };
  await office.session('cunban').post(`/api/benefits/lines/${failed.id}/correction`, correction);
  tell(`村更正：${failed.name}的账户改为 ****${account.slice(-4)}`);
  await admin.post(`${path}/resend`);
  tell('重新发放：只发已更正的一行');
  const paid = await returned(admin, list.id, caseNumber);
  if (paid.state !== 'paid') throw new Error(`更正后仍未发放：${paid.reason ?? paid.state}。`);
  tell(`银行回盘：${paid.name} ${paid.accountMasked} 已发放 ${yuan(amountCents)}`);
}

function allowance(): Story {
  let account = '';
  return {
    title: '高龄津贴（海城市响堂街道箭楼社区，村代办）',
    start: async (_url, office) => {
      const agent = office.session('cunban');
      await requireShortDays(agent, NOTICE_DAYS, `公示要满 ${NOTICE_DAYS} 个自然日`);
      const applied = await applyForResident(agent);
      account = applied.account;
      return { applicant: agent, number: applied.number };
    },
    // Nobody objects: the public notice is left to its end.
    answer: (task: TaskView) => usualAnswer(task.element),
    applicantAnswers: {},
    afterwards: (office, result, tell) => payOut(office, result, account, tell),
    expect: ({ state, payments, licences, tasksByLevel }) => [
      ...(state === 'finished' ? [] : [`办件状态是 ${state}，不是 finished`]),
      ...(payments.length === 0 ? [] : ['给付事项不应有缴费']),
      ...(licences.length === 0 ? [] : ['给付事项不应有证照']),
      ...['village', 'township', 'county']
        .filter((level) => !tasksByLevel[level])
        .map((level) => `${level} 一级没有办理任何环节`),
    ],
  };
}

export const stories: Record<string, () => Story> = { allowance };
