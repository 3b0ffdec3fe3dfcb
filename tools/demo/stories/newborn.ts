/**
 * 新生儿出生一件事: looked at online first and sent back once, then one set of papers for five items. The
 * register of births waits for the certificate, insurance and card wait for the register; what is
 * refused there takes nothing back of what was issued before.
 */
import { apply, upload } from '../applicant.js';
import type { CaseView, TaskView } from '../api.js';
import { signIn } from '../../session/sign-in.js';
import { PatientSession } from '../patience.js';
import type { Story } from '../story.js';
import { applicantAnswers, usualAnswer } from './answers.js';
import { REGION, xiaomei } from './businesses.js';

const NEWBORN = '212099002000';
const REGISTRATION = '212020012000';

const yesterday = (): string =>
  new Date(Date.now() - 86_400_000).toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' });

const form = () => ({
  motherName: xiaomei.operatorName,
  idNumber: xiaomei.idNumber,
  phone: xiaomei.phone,
  babyName: '张小满',
  babySex: 'female',
  birthDate: yesterday(),
  birthPlace: '海城市中心医院',
  certificate: 'here',
  follow: 'mother',
  householdAddress: '海城市响堂街道箭楼社区（演示）',
  vaccination: true,
  insurance: true,
  socialCard: true,
  deliveryMethod: 'electronic',
  results: 'together',
  deliveryAddress: xiaomei.address,
  addressConfirmed: true,
});

const sentBack = {
  outcome: 'return',
  opinion: '分娩记录看不清，请重新上传。',
  form: { materials: [{ code: 'birth-record', problem: '助产机构的章看不清' }] },
};

interface Variant {
  title: string;
  /** Whether the police register the child. */
  registered: boolean;
  /** Child keys and how each ends; a child that must not begin is not among them. */
  endings: Record<string, string>;
  licences: string[];
}

function newborn({ title, registered, endings, licences }: Variant): Story {
  let looks = 0;
  return {
    title,
    start: async (url) => {
      const applicant = new PatientSession(await signIn(url, 'zhang', 'onestop'));
      return { applicant, number: await apply(applicant, NEWBORN, REGION, form()) };
    },
    answer: (task: TaskView) => {
      if (task.element === 'preReview') {
        looks += 1;
        return looks === 1 ? sentBack : usualAnswer(task.element);
      }
      if (task.itemCode === REGISTRATION && task.element === 'decide' && !registered) {
        const remedy = '可以在60日内申请行政复议。';
        const reason = '落户一方在本市没有常住户口。';
        return { outcome: 'refuse', opinion: '不予办理', form: { reason, remedy } };
      }
      return usualAnswer(task.element);
    },
    applicantAnswers,
    asApplicant: async (applicant: PatientSession, [view]: CaseView[]) => {
      if (view?.applicantTask?.element !== 'resubmit') return;
      await applicant.post(`/api/cases/${view.number}/supplement`, {
        ...{ opinion: '已重新扫描。', form: {} },
        materials: { 'birth-record': [await upload(applicant, 'birth-record')] },
      });
    },
    expect: ({ state, children, licences: issued, timeline }) => {
      const ended = Object.fromEntries(children.map((child) => [child.key ?? '', child.state]));
      const keys = new Set([...Object.keys(ended), ...Object.keys(endings)]);
      const names = issued.map(({ name }) => name);
      return [
        ...(state === 'archived' ? [] : [`主件状态是 ${state}，不是 archived`]),
        ...[...keys]
          .filter((key) => ended[key] !== endings[key])
          .map(
            (key) => `子件 ${key} 是 ${ended[key] ?? '没有开始'}，应为 ${endings[key] ?? '不开始'}`,
          ),
        ...licences.filter((name) => !names.includes(name)).map((name) => `没有${name}`),
        ...(issued.length === licences.length ? [] : [`应有 ${licences.length} 份结果`]),
        ...(timeline.some(({ outcome }) => outcome === '退回修改') ? [] : ['预审没有退回过']),
      ];
    },
  };
}

export const stories: Record<string, () => Story> = {
  newborn: () =>
    newborn({
      title: '新生儿出生一件事（海城市响堂街道）',
      registered: true,
      endings: { A: 'finished', B: 'finished', C: 'finished', D: 'finished', E: 'finished' },
      licences: ['出生医学证明', '出生登记证明', '预防接种证', '居民医保参保凭证', '社会保障卡'],
    }),
  'newborn-refused': () =>
    newborn({
      title: '新生儿出生一件事，落户没有办成（海城市响堂街道）',
      registered: false,
      endings: { A: 'finished', B: 'refused', E: 'finished' },
      licences: ['出生医学证明', '预防接种证'],
    }),
};
