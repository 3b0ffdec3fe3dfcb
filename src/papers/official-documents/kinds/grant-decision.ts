import { DECIDED } from './item-types.js';
import { reasonOf, type DocumentKind } from './kind.js';

/** 准予行政许可决定书 (行政许可法 38(1)). */
export const grantDecision: DocumentKind = {
  code: 'grant-decision',
  name: '准予行政许可决定书',
  nameInEnglish: 'Decision to grant',
  // What the law granted by time was not examined: it has a notice of its own.
  draftedBy: ({ act, toState, fromState }) =>
    toState === 'granted' && fromState !== 'granted' && act !== 'deem-renewed',
  itemTypes: DECIDED,
  word: '许准',
  approval: true,
  fields: { reason: '理由' },
  required: [],
  editable: ['reason'],
  delivered: true,
  template: `# 准予{{power}}决定书
> {{applicant}}：
你（单位）于{{submittedOn}}提出的“{{item}}”申请（办件编号{{caseNumber}}），经审查，符合法定条件、标准。
? 设定依据：{{law}}
? 理由：{{reason}}
根据《中华人民共和国行政许可法》第三十八条第一款的规定，本机关决定准予{{power}}。
依法需要颁发证件的，自本决定作出之日起十个工作日内颁发、送达（第四十四条）。
? 咨询电话：{{phone}}`,
  facts: (source) => ({ reason: reasonOf(source) }),
};
