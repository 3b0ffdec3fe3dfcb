/**
 * 综合窗口, 异地代收: somebody in 铁东区 has an application entered for them which Haicheng decides; the
 * papers are forwarded and received, then it is a case like any other and the applicant's own.
 */
import { handIn } from '../applicant.js';
import type { TaskView } from '../api.js';
import { signIn } from '../../session/sign-in.js';
import { PatientSession } from '../patience.js';
import type { Story } from '../story.js';
import { usualAnswer } from './answers.js';
import { FOOD_LICENCE, foodForm, REGION, xiaomei } from './businesses.js';

interface Collection {
  serial: string;
  window: string;
  owner: string;
  collectedAt: string;
  forwardedAt: string | null;
  receivedAt: string | null;
}

const clockTime = (at: string | null): string =>
  new Date(at ?? '').toLocaleTimeString('zh-CN', { timeZone: 'Asia/Shanghai' });

function atWindow(): Story {
  let applicant: PatientSession;
  return {
    title: '食品经营许可，铁东区窗口代收、海城市办理',
    start: async (url, office) => {
      const clerk = office.session('tieDong-window');
      const { id } = await clerk.post<{ id: string }>('/api/window/entries', {
        item: FOOD_LICENCE,
        region: REGION,
        kind: 'natural',
        idNumber: xiaomei.idNumber,
        name: xiaomei.operatorName,
        queueNumber: 'A017',
      });
      const number = await handIn(clerk, id, foodForm(xiaomei), xiaomei.operatorName);
      const path = `/api/cases/${number}/collection`;
      await clerk.post(`${path}/forwarding`, { note: '快递 SF1234567890（演示）' });
      await office.session('hc-market-handler').post(`${path}/receipt`);
      // The case is the applicant's: they follow it with their own account.
      applicant = new PatientSession(await signIn(url, 'zhang', 'onestop'));
      return { applicant, number };
    },
    answer: ({ element }: TaskView) => usualAnswer(element),
    applicantAnswers: {},
    afterwards: async (_office, result, tell) => {
      const path = `/api/cases/${result.case}/collection`;
      const { serial, window, owner, ...times } = await applicant.get<Collection>(path);
      tell(`收件凭证 ${serial}：${window} ${clockTime(times.collectedAt)} 收件`);
      tell(`${window} ${clockTime(times.forwardedAt)} 转交材料`);
      tell(`${owner} ${clockTime(times.receivedAt)} 收到材料`);
    },
    expect: ({ state, licences }) => [
      ...(state === 'finished' ? [] : [`办件状态是 ${state}，不是 finished`]),
      ...(licences.length === 1 ? [] : ['应有一份食品经营许可证']),
    ],
  };
}

export const stories: Record<string, () => Story> = { window: atWindow };
