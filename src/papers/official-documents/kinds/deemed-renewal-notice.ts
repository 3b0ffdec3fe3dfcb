import { chineseDate } from '../chinese-date.js';
import { DECIDED } from './item-types.js';
import type { DocumentKind } from './kind.js';

/** 视为准予延续告知书 (行政许可法 50(2)): nobody decided; the law granted. */
export const deemedRenewalNotice: DocumentKind = {
  code: 'deemed-renewal-notice',
  name: '视为准予延续告知书',
  nameInEnglish: 'Notice of renewal by law',
  draftedBy: ({ act }) => act === 'deem-renewed',
  itemTypes: DECIDED,
  word: '许延准',
  approval: true,
  fields: { endedOn: '许可有效期届满日期' },
  required: ['endedOn'],
  editable: [],
  delivered: true,
  template: `# 视为准予延续告知书
> {{applicant}}：
你（单位）于{{submittedOn}}提出的“{{item}}”申请（办件编号{{caseNumber}}），本机关在行政许可有效期届满（{{endedOn}}）前没有作出是否准予延续的决定。
{{under}}视为准予延续。
? 设定依据：{{law}}
? 依法需要颁发证件的，自有效期届满之日起{{deliverWithin}}内颁发、送达{{deliveryLaw}}。
? 咨询电话：{{phone}}`,
  // The act is dated by the end (24:00) of the licence's last day.
  facts: ({ act }) => ({ endedOn: chineseDate(new Date(act.at.getTime() - 1)) }),
};
