/** 开饭店一件事 in 响堂街道, Haicheng: A is corrected once, D pays its fee, E is decided by the city. */
import { apply } from '../applicant.js';
import type { CaseView, TaskView } from '../api.js';
import { signIn } from '../../session/sign-in.js';
import { PatientSession } from '../patience.js';
import type { Story } from '../story.js';
import { applicantAnswers, usualAnswer } from './answers.js';
import { dayFromNow } from './businesses.js';

const RESTAURANT = '210199001000';
const FOOD_LICENCE = '210125001000';
const SHOP_SIGN = '212045001000';
const CROSSING = '210118001000';
const REGION = '210381003';

const form = {
  creditCode: '92210399MA0XT0013G',
  businessName: '海城市响堂街道晓梅饭店',
  operatorName: '张晓梅',
  idNumber: '210399198604120024',
  phone: '19900000001',
  address: '海城市响堂街道永安路1号（演示）',
  premises: 'rent',
  area: 180,
  floor: 1,
  seats: 60,
  categories: ['hot', 'cold'],
  onlineBusiness: true,
  foodSafetyOfficer: '张晓梅',
  autoFireSystem: true,
  firePromise: true,
  hasSign: true,
  signWidth: 6,
  signHeight: 1.2,
  signPosition: '门楣上方',
  occupiesRoad: true,
  occupyArea: 12,
  occupyFrom: dayFromNow(8),
  occupyTo: dayFromNow(27),
  occupyPurpose: '装修围挡',
  highwayAccess: true,
  highwayName: 'G202',
  stake: 'K1500+200',
  deliveryMethod: 'electronic',
  deliveryAddress: '海城市响堂街道永安路1号（演示）',
  addressConfirmed: true,
};

const layoutMissing = {
  outcome: 'correct',
  opinion: '设备布局图缺少操作间，请补正',
  form: { materials: [{ code: 'layout', problem: '布局图缺操作间' }] },
};

interface Variant {
  /** Answer that differs from the usual one. */
  refuse?: { item: string; element: string };
  withdraw?: string;
  /** Child keys and the state each ends in, where it is not 办结. */
  endings: Record<string, string>;
  licences: string[];
}

const ALL_LICENCES = ['食品经营许可证', '消防安全检查意见书', '占道许可证', '涉路施工许可'];

function restaurant({ refuse, withdraw, endings, licences }: Variant): Story {
  let withdrawn = false;
  return {
    title: '开饭店一件事（海城市响堂街道，180㎡）',
    start: async (url) => {
      const applicant = new PatientSession(await signIn(url, 'zhang', 'onestop'));
      return { applicant, number: await apply(applicant, RESTAURANT, REGION, form) };
    },
    answer: (task: TaskView) => {
      if (task.itemCode === FOOD_LICENCE && task.element === 'accept') return layoutMissing;
      if (refuse && task.itemCode === refuse.item && task.element === refuse.element) {
        const form = { reason: '不具备法定条件。', remedy: '可在60日内申请行政复议。' };
        return { outcome: 'refuse', opinion: '不予许可', form };
      }
      // The sign is withdrawn before anybody takes it up.
      if (task.itemCode === withdraw) return undefined;
      return usualAnswer(task.element);
    },
    applicantAnswers,
    asApplicant: async (applicant: PatientSession, family: CaseView[]) => {
      const child = family.find(({ item }) => item.code === withdraw);
      if (!child || withdrawn || child.state === 'withdrawn') return;
      withdrawn = true;
      await applicant.post(`/api/cases/${child.number}/withdrawal`, { reason: '暂不设置招牌' });
    },
    expect: ({ state, children, licences: issued, payments }) => {
      const wrong = children.filter(({ key, state: ended }) => ended !== endingOf(endings, key));
      return [
        ...(state === 'archived' ? [] : [`主件状态是 ${state}，不是 archived`]),
        ...wrong.map(({ name, state: ended }) => `${name} 的状态是 ${ended}`),
        ...(issued.length === licences.length
          ? []
          : [`应有 ${licences.length} 份证照，实有 ${issued.length} 份`]),
        ...(payments.length === 1 && payments[0]!.state === 'paid' ? [] : ['应有一笔已缴的占用费']),
      ];
    },
  };
}

const endingOf = (endings: Record<string, string>, key: string | null): string =>
  endings[key ?? ''] ?? 'finished';

export const stories: Record<string, () => Story> = {
  restaurant: () => restaurant({ endings: {}, licences: ALL_LICENCES }),
  'restaurant-refused': () =>
    restaurant({
      refuse: { item: CROSSING, element: 'decide' },
      endings: { E: 'refused' },
      licences: ALL_LICENCES.slice(0, 3),
    }),
  'restaurant-withdrawn': () =>
    restaurant({ withdraw: SHOP_SIGN, endings: { C: 'withdrawn' }, licences: ALL_LICENCES }),
};
