import { chineseDate } from '../chinese-date.js';
import { reasonOf, textOf, type DocumentKind } from './kind.js';

/** 延期告知书 (行政许可法 42): the head of the body approved; the reasons are told. */
export const extensionNotice: DocumentKind = {
  code: 'extension-notice',
  name: '延期告知书',
  nameInEnglish: 'Notice of extension',
  draftedBy: ({ act }) => act === 'extend' || act === 'grant-extension',
  word: '许延',
  approval: true,
  fields: { days: '延长的期限', newDue: '延长后的期限届满日期', reason: '延长的理由' },
  required: ['days', 'reason'],
  editable: ['reason'],
  delivered: true,
  template: `# 延长办理期限告知书
> {{applicant}}：
{{matter}}，因下列原因不能在规定期限内作出决定：
{{reason}}
{{under}}经批准，办理期限延长{{days}}。
? 延长后的期限于{{newDue}}届满。
? 咨询电话：{{phone}}`,
  facts: (source) => {
    const days = textOf(source, 'days', 'extensionDays');
    return {
      days: days === '' ? '' : `${days}个工作日`,
      newDue: source.dates.dueAt ? chineseDate(source.dates.dueAt) : '',
      reason: reasonOf(source),
    };
  },
};
