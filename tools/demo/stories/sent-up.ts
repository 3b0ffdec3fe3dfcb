/**
 * 转报 (行政许可法 43): the county accepts, surveys and reviews first, then sends up; the case of the city
 * follows with the same papers, and the county's ends by what the city decides.
 */
import { apply } from '../applicant.js';
import type { TaskView } from '../api.js';
import { signIn } from '../../session/sign-in.js';
import { PatientSession } from '../patience.js';
import type { Story } from '../story.js';
import { usualAnswer } from './answers.js';
import { dayFromNow, FOREST_LAND, forestForm, REGION, xiaomei } from './businesses.js';

interface Period {
  period: string;
  done: string | null;
}

function sentUp(): Story {
  let applicant: PatientSession;
  return {
    title: '临时使用林地，海城市初步审查后转报鞍山市决定',
    start: async (url) => {
      applicant = new PatientSession(await signIn(url, 'zhang', 'onestop'));
      const form = forestForm(xiaomei, dayFromNow(10), dayFromNow(190));
      return { applicant, number: await apply(applicant, FOREST_LAND, REGION, form) };
    },
    answer: ({ element }: TaskView) =>
      element === 'sendUp'
        ? {
            outcome: 'forward',
            opinion: '经初步审查，材料齐全、现场相符，报请审查决定。',
            form: { conclusion: '建议准予。' },
          }
        : usualAnswer(element),
    applicantAnswers: {},
    afterwards: async (_office, { case: number, children }, tell) => {
      const { periods } = await applicant.get<{ periods: Period[] }>(
        `/api/cases/${number}/legal-acts`,
      );
      const review = periods.find(({ period }) => period === 'preliminary-review');
      if (!review?.done) throw new Error('初步审查的期限没有随转报结束。');
      tell(`初步审查已在期限内报送，上级机关的办件是 ${children[0]!.number}`);
    },
    expect: ({ state, children, tasksByLevel }) => [
      ...(state === 'finished' ? [] : [`办件状态是 ${state}，不是 finished`]),
      ...(children.length === 1 && children[0]!.state === 'finished'
        ? []
        : ['上级机关的办件应当只有一个，并已办结']),
      ...(tasksByLevel.county && tasksByLevel.city ? [] : ['县、市两级都应当办理过']),
    ],
  };
}

export const stories: Record<string, () => Story> = { 'sent-up': sentUp };
