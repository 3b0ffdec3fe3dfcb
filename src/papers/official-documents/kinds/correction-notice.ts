import { missingOf, reasonOf, type DocumentKind } from './kind.js';

/** 一次性补正告知书 (行政许可法 32(1)(4)): everything that has to be corrected, at once. */
export const correctionNotice: DocumentKind = {
  code: 'correction-notice',
  name: '一次性补正告知书',
  nameInEnglish: 'One-time notice of correction',
  draftedBy: ({ toState, fromState }) => toState === 'correcting' && fromState !== 'correcting',
  word: '许补',
  approval: true,
  fields: { corrections: '须补正的全部内容（清单）', reason: '说明' },
  required: ['corrections'],
  editable: ['corrections', 'reason'],
  delivered: true,
  template: `# 一次性补正告知书
> {{applicant}}：
{{matter}}，材料不齐全或者不符合规定形式。{{under}}现一次性告知需要补正的全部内容如下：
{{corrections}}
? 说明：{{reason}}
请在“我的办件”中补正后提交。补正材料齐全、符合规定形式的，本机关予以受理；本告知书未列明的内容，不再另行要求补正。
? 咨询电话：{{phone}}`,
  facts: (source) => {
    const missing = missingOf(source);
    const reason = reasonOf(source);
    return {
      corrections: missing.length > 0 ? missing : [reason],
      reason: missing.length > 0 ? reason : '',
    };
  },
};
