/**
 * 告知承诺 of a fire check, broken: granted at once on the applicant's word, the later check finds the
 * place unfit, so does the one after rectification; the licence is revoked and the credit record bars the
 * next promise, until it is repaired.
 */
import { apply } from '../applicant.js';
import type { TaskView } from '../api.js';
import { signIn } from '../../session/sign-in.js';
import { PatientSession } from '../patience.js';
import type { Story } from '../story.js';
import { inspection, usualAnswer } from './answers.js';
import { FIRE_CHECK, fireForm, guodong, REGION } from './businesses.js';
import { mend, recordOf, refusalOf } from './credit.js';

function answer({ element }: TaskView) {
  if (element === 'check' || element === 'recheck') {
    const form = inspection('安全出口堵塞，不符合承诺的条件。');
    return { outcome: 'unfit', opinion: '不符合承诺', form };
  }
  if (element === 'revoke') {
    const reason = '复查仍不符合承诺的条件，撤销许可。';
    return { outcome: 'revoke', opinion: '撤销', form: { reason } };
  }
  return usualAnswer(element);
}

function promiseBroken(): Story {
  let li: PatientSession;
  const tryPromise = () => apply(li, FIRE_CHECK, REGION, fireForm(guodong, true));
  return {
    title: '消防安全检查，告知承诺不实（海城市响堂街道）',
    start: async (url) => {
      li = new PatientSession(await signIn(url, 'li', 'onestop'));
      return { applicant: li, number: await tryPromise() };
    },
    answer,
    applicantAnswers: {
      rectify: { outcome: 'rectified', opinion: '已整改', form: { statement: '已清理安全出口。' } },
    },
    afterwards: async (office, result, tell) => {
      const { items } = await li.get<{ items: { identifier: string; state: string }[] }>(
        '/api/licences',
      );
      const granted = result.licences[0]?.identifier;
      const state = items.find(({ identifier }) => identifier === granted)?.state;
      if (state !== 'revoked') throw new Error(`许可证照的状态是 ${state ?? '无'}，不是已撤销。`);
      tell('许可证照已经撤销');
      const record = await recordOf(li, result.case);
      tell(`信用记录：${record.factName}，${record.expiresOn} 前有效`);
      tell(`再次选择告知承诺被拒绝：${await refusalOf('credit-bars-promise', tryPromise)}`);
      await mend(li, office.session('hc-fire'), record, {
        kind: 'repair',
        statement: '安全出口已经清理，消防设施检测合格，申请信用修复。',
        reason: '已经纠正，准予修复。',
      });
      tell('申请信用修复，海城市消防救援大队准予修复');
    },
    expect: ({ state, licences, timeline }) => [
      ...(state === 'finished' ? [] : [`办件状态是 ${state}，不是 finished`]),
      ...(licences.length === 1 ? [] : ['应有一份当场发放、后来撤销的证照']),
      ...(timeline.some(({ outcome }) => outcome === '撤销许可') ? [] : ['没有撤销许可']),
    ],
  };
}

export const stories: Record<string, () => Story> = { 'promise-broken': promiseBroken };
