import { DECIDED } from './item-types.js';
import { reasonOf, type DocumentKind } from './kind.js';

/** 准予行政许可决定书 (行政许可法 38(1)); of other powers what grants them: 行政确认决定书, 行政处罚决定书. */
export const grantDecision: DocumentKind = {
  code: 'grant-decision',
  name: '准予行政许可决定书',
  nameFor: ({ grantTitle }) => grantTitle,
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
  grants: true,
  delivered: true,
  template: `# {{grantTitle}}
> {{applicant}}：
{{matter}}，{{examined}}，符合法定条件、标准。
? 设定依据：{{law}}
? 理由：{{reason}}
{{under}}本机关决定{{grants}}。
? 依法需要颁发证件的，自本决定作出之日起{{deliverWithin}}内颁发、送达{{deliveryLaw}}。
? 咨询电话：{{phone}}`,
  facts: (source) => ({ reason: reasonOf(source) }),
};
