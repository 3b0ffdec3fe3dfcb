import { reasonOf, type DocumentKind } from './kind.js';

/** 转报告知书 (行政许可法 43): reviewed first here, decided by the level above. */
export const forwardingNotice: DocumentKind = {
  code: 'forwarding-notice',
  name: '转报告知书',
  nameInEnglish: 'Notice of forwarding',
  draftedBy: ({ act }) => act === 'forward',
  word: '许转',
  approval: true,
  fields: { reason: '理由' },
  required: [],
  editable: ['reason'],
  delivered: true,
  template: `# 转报告知书
> {{applicant}}：
{{matter}}，依法由上级机关决定。{{under}}本机关已于{{actOn}}将初步审查意见和全部材料报送上级机关。
? 说明：{{reason}}
上级机关不得要求重复提供申请材料。
? 咨询电话：{{phone}}`,
  facts: (source) => ({ reason: reasonOf(source) }),
};
