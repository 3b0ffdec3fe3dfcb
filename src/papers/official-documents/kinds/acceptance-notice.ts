import { chineseDate } from '../chinese-date.js';
import { POWERS } from './item-types.js';
import type { DocumentKind } from './kind.js';

/** States before acceptance: what comes back to 受理 from a pause was accepted before. */
const BEFORE = new Set(['submitted', 'pre-reviewed', 'collected', 'correcting', 'corrected']);

/** 受理通知书 (行政许可法 32(1)(5), 32(2); 立案, 行政处罚法 54(2)); also when silence accepted as of receipt. */
export const acceptanceNotice: DocumentKind = {
  code: 'acceptance-notice',
  name: '受理通知书',
  nameInEnglish: 'Notice of acceptance',
  // 容缺受理 has a notice of its own.
  draftedBy: ({ act, toState, fromState }) =>
    toState === 'accepted' && BEFORE.has(fromState) && act !== 'accept-with-gaps',
  itemTypes: POWERS,
  word: '许受',
  approval: true,
  fields: {
    promisedDue: '承诺办结日期',
    statutoryDue: '法定期限届满日期',
    deemed: '逾期未告知而视为受理时的说明',
  },
  required: [],
  editable: [],
  delivered: true,
  template: `# 受理通知书
> {{applicant}}：
{{matter}}，{{examined}}，属于本机关职权范围，材料齐全、符合规定形式。{{under}}本机关决定自{{actOn}}起予以受理。
? {{deemed}}
? 本机关将于{{statutoryDue}}前作出决定。
? 本机关承诺于{{promisedDue}}前办结。
? {{uncounted}}
? 咨询电话：{{phone}}`,
  facts: ({ act, dates }) => ({
    promisedDue: dates.promisedDueAt ? chineseDate(dates.promisedDueAt) : '',
    statutoryDue: dates.dueAt ? chineseDate(dates.dueAt) : '',
    deemed:
      act.data.deemed === true || act.act.startsWith('deem')
        ? '本机关未在规定期限内告知，自收到申请材料之日起即为受理。'
        : '',
  }),
};
