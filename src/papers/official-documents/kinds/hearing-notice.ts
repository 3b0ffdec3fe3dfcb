import { PERMIT_HEARING } from '../../../../workflows/clock/index.js';
import { periodText } from '../law/terms.js';
import { dayText, reasonOf, textOf, type DocumentKind } from './kind.js';

/** 听证告知书 (行政许可法 46, 47; 行政处罚法 63, 64): the right to a hearing, until when to ask, and when it is held. */
export const hearingNotice: DocumentKind = {
  code: 'hearing-notice',
  name: '听证告知书',
  nameInEnglish: 'Notice of the right to a hearing',
  draftedBy: ({ act }) => act === 'tell-hearing',
  word: '许听',
  approval: true,
  fields: {
    reason: '拟作决定的事实和理由',
    askWithin: '要求听证的期限',
    holdWithin: '组织听证的期限',
    hearingOn: '听证的日期',
  },
  required: ['askWithin'],
  editable: ['reason'],
  delivered: true,
  template: `# 听证告知书
> {{applicant}}：
{{matter}}，依法享有要求听证的权利。{{under}}你（单位）可以自收到本告知书之日起{{askWithin}}内提出听证申请；逾期不提出的，视为放弃。
? 拟作决定的事实和理由：{{reason}}
? 提出申请的，听证拟于{{hearingOn}}举行，地点和主持人另行通知。
? 听证最迟在收到申请之日起{{holdWithin}}内组织。
申请人不承担组织听证的费用。
? 咨询电话：{{phone}}`,
  facts: (source) => {
    const { periods = {} } = source.rules;
    const held = periods['hearing-held'];
    return {
      reason: reasonOf(source),
      askWithin: periodText(periods['hearing-request'] ?? PERMIT_HEARING.ask),
      holdWithin: held ? periodText(held) : '',
      hearingOn: dayText(textOf(source, 'hearingOn')),
    };
  },
};
