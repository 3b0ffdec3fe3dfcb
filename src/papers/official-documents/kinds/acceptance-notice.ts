import { paperWords } from '../../../../workflows/item-types/index.js';
import { chineseDate } from '../chinese-date.js';
import { POWERS } from './item-types.js';
import type { DocumentKind, OfficialAct } from './kind.js';

/** States before acceptance: what comes back to 受理 from a pause was accepted before. */
const BEFORE = new Set(['submitted', 'pre-reviewed', 'collected', 'correcting', 'corrected']);

/** 受理通知书 (行政许可法 32(1)(5), 32(2); 立案, 行政处罚法 54(2)); when silence accepted as of receipt (32(1)(4)), it says so and finds nothing. */
export const acceptanceNotice: DocumentKind = {
  code: 'acceptance-notice',
  name: '受理通知书',
  nameFor: ({ begins }) => TAKEN[begins].title,
  nameInEnglish: 'Notice of acceptance',
  // 容缺受理 has a notice of its own.
  draftedBy: ({ act, toState, fromState }) =>
    toState === 'accepted' && BEFORE.has(fromState) && act !== 'accept-with-gaps',
  itemTypes: POWERS,
  word: '许受',
  approval: true,
  fields: {
    title: '“受理通知书”或者“立案通知书”',
    found: '受理时认定什么；视为受理的为空',
    taken: '“予以受理”或者“予以立案”',
    promisedDue: '承诺办结日期',
    statutoryDue: '法定期限届满日期',
    deemed: '逾期未告知而视为受理时的说明',
  },
  required: [],
  editable: [],
  restsAs: (act) => (isDeemed(act) ? 'deemed-acceptance' : undefined),
  delivered: true,
  template: `# {{title}}
> {{applicant}}：
? {{matter}}，{{found}}。本机关决定自{{actOn}}起{{taken}}。
? {{matter}}，{{deemed}}
? 依据：{{basis}}
? 本机关将于{{statutoryDue}}前作出决定。
? 本机关承诺于{{promisedDue}}前办结。
? {{uncounted}}
? 咨询电话：{{phone}}`,
  facts: ({ act, dates, item }) => ({
    ...TAKEN[paperWords(item.type).begins],
    found: isDeemed(act) ? '' : foundOf(item.type),
    promisedDue: dates.promisedDueAt ? chineseDate(dates.promisedDueAt) : '',
    statutoryDue: dates.dueAt ? chineseDate(dates.dueAt) : '',
    deemed: isDeemed(act) ? '本机关未在规定期限内告知，自收到申请材料之日起即为受理。' : '',
  }),
};

/** What nobody applied for is not accepted but filed (行政处罚法 54(2)). */
const TAKEN = {
  application: { title: '受理通知书', taken: '予以受理' },
  filing: { title: '立案通知书', taken: '予以立案' },
} as const;

/** Silence has examined nothing. */
function foundOf(type: string): string {
  const { begins, complete } = paperWords(type);
  const examined = begins === 'application' ? '经审查' : '经调查核实';
  return `${examined}，属于本机关职权范围，${complete}`;
}

const isDeemed = ({ act, data }: OfficialAct): boolean =>
  data.deemed === true || act.startsWith('deem');
