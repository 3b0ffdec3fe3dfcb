import { POWERS } from './item-types.js';
import { reasonOf, type DocumentKind } from './kind.js';

/**
 * 不予行政许可决定书 (行政许可法 38(2)): reasons, and the right to reconsideration (行政复议法 20, 24, 27)
 * and to a suit (行政诉讼法 45, 46).
 */
export const refusalDecision: DocumentKind = {
  code: 'refusal-decision',
  name: '不予行政许可决定书',
  nameFor: ({ refusalTitle }) => refusalTitle,
  nameInEnglish: 'Decision to refuse',
  draftedBy: ({ toState, fromState }) => toState === 'refused' && fromState !== 'refused',
  itemTypes: POWERS,
  word: '许不准',
  approval: true,
  fields: { reason: '不予许可的事实和理由', remedies: '救济途径' },
  required: ['reason', 'remedies'],
  editable: ['reason'],
  remedies: true,
  delivered: true,
  template: `# {{refusalTitle}}
> {{applicant}}：
{{matter}}，{{examined}}，{{fails}}，事实和理由如下：
{{reason}}
? 设定依据：{{law}}
{{under}}本机关决定{{refuses}}。
{{remedies}}
? 咨询电话：{{phone}}`,
  facts: (source) => ({ reason: reasonOf(source) }),
};
