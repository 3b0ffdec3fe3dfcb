import { DECIDED } from './item-types.js';
import { reasonOf, type DocumentKind } from './kind.js';

/**
 * 准予行政许可决定书 (行政许可法 38(1)); of other powers what decides so: 行政确认决定书, 行政处罚决定书. What
 * the body took up of its own accord burdens whom it is about: it gives reasons and remedies
 * (行政处罚法 59(1)(2)(5), 行政强制法 24).
 */
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
  fields: { reason: '理由', remedies: '救济途径，依申请准予的为空' },
  required: ['reason', 'remedies'],
  remedies: 'filing',
  editable: ['reason'],
  grants: true,
  delivered: true,
  template: `# {{grantTitle}}
> {{applicant}}：
{{matter}}，{{examined}}，{{meets}}。
? 理由：{{reason}}
? 设定依据：{{law}}
{{under}}本机关决定{{grants}}。
? {{handedOver}}
? {{remedies}}
? 咨询电话：{{phone}}`,
  facts: (source) => ({ reason: reasonOf(source) }),
};
