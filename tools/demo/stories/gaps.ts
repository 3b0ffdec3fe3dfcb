/**
 * 容缺受理 of a food licence: a paper that may follow is promised, the review runs ahead; handed in in
 * time it is decided as usual, missed the application is returned and the credit record says so.
 */
import { apply, upload } from '../applicant.js';
import type { CaseView, TaskView } from '../api.js';
import { signIn } from '../../session/sign-in.js';
import { PatientSession } from '../patience.js';
import type { Result, Story } from '../story.js';
import { usualAnswer } from './answers.js';
import { FOOD_LICENCE, foodForm, guodong, REGION, xiaomei } from './businesses.js';
import { mend, recordOf, refusalOf } from './credit.js';
import { requireShortDays } from './short-days.js';

/** The item's own period, in working days; a holiday may lie in it. */
const WITHIN = 10;
/** Working and other days a period of ten working days may take. */
const LONGEST = 24;

function answer({ element }: TaskView) {
  if (element === 'accept') {
    return { outcome: 'accept-with-gaps', opinion: '缺一项可容缺的材料，容缺受理', form: {} };
  }
  if (element === 'checkGaps') {
    return { outcome: 'complete', opinion: '补齐的材料符合要求', form: {} };
  }
  return usualAnswer(element);
}

/** Hands in what is missing, once. */
async function fill(applicant: PatientSession, [view]: CaseView[]): Promise<void> {
  if (view?.applicantTask?.element !== 'fillGaps') return;
  await applicant.post(`/api/cases/${view.number}/supplement`, {
    opinion: '已补齐承诺后补的材料。',
    form: {},
    materials: { 'food-safety-rules': [await upload(applicant, 'food-safety-rules')] },
  });
}

const signedWith = (result: Result, outcome: string): string[] =>
  result.timeline.some((line) => line.outcome === outcome) ? [] : [`没有“${outcome}”这一步`];

function gaps(): Story {
  return {
    title: '食品经营许可，容缺受理并按期补齐（海城市响堂街道）',
    start: async (url) => {
      const applicant = new PatientSession(await signIn(url, 'zhang', 'onestop'));
      const form = foodForm(xiaomei);
      return {
        applicant,
        number: await apply(applicant, FOOD_LICENCE, REGION, form, { gaps: true }),
      };
    },
    answer,
    applicantAnswers: {},
    asApplicant: fill,
    expect: (result) => [
      ...(result.state === 'finished' ? [] : [`办件状态是 ${result.state}，不是 finished`]),
      ...(result.licences.length === 1 ? [] : ['应有一份食品经营许可证']),
      ...signedWith(result, '容缺受理'),
      ...signedWith(result, '已补齐'),
    ],
  };
}

function gapsMissed(): Story {
  let li: PatientSession;
  const tryGaps = () => apply(li, FOOD_LICENCE, REGION, foodForm(guodong), { gaps: true });
  return {
    title: '食品经营许可，容缺受理而逾期未补（海城市响堂街道）',
    start: async (url) => {
      li = new PatientSession(await signIn(url, 'li', 'onestop'));
      await requireShortDays(li, LONGEST, `容缺补齐的期限是 ${WITHIN} 个工作日`);
      return { applicant: li, number: await tryGaps() };
    },
    // The decision waits for the paper, and the paper does not come.
    answer,
    applicantAnswers: {},
    afterwards: async (office, result, tell) => {
      const record = await recordOf(li, result.case);
      tell(`信用记录：${record.factName}，${record.expiresOn} 前有效`);
      tell(`再次申请容缺受理被拒绝：${await refusalOf('credit-bars-gaps', tryGaps)}`);
      await mend(li, office.session('hc-market-handler'), record, {
        kind: 'objection',
        statement: '期限内已经把材料交到窗口，请核对收件登记。',
        reason: '窗口登记簿有收件记录，异议成立。',
      });
      tell('提出异议，海城市市场监督管理局核对后撤销记录');
    },
    expect: (result) => [
      ...(result.state === 'returned' ? [] : [`办件状态是 ${result.state}，不是 returned`]),
      ...(result.licences.length === 0 ? [] : ['退件的办件不应有证照']),
      ...signedWith(result, '容缺受理'),
    ],
  };
}

export const stories: Record<string, () => Story> = { gaps, 'gaps-missed': gapsMissed };
