import type { Json } from '../../../../bpmn/engine/index.js';
import { chineseDate } from '../chinese-date.js';
import { missingOf, textOf, type DocumentKind } from './kind.js';

/** The last day of a period whose end is an instant in ms: the instant itself is the day too late. */
const instantOf = (at: Json | undefined): string =>
  typeof at === 'number' ? chineseDate(new Date(at - 1)) : '';

/** 容缺受理通知书: accepted although secondary materials are missing; one notice lists them all. */
export const acceptanceWithGapsNotice: DocumentKind = {
  code: 'conditional-acceptance-notice',
  name: '容缺受理通知书',
  nameInEnglish: 'Notice of acceptance with gaps',
  draftedBy: ({ act }) => act === 'accept-with-gaps',
  word: '许容',
  approval: true,
  fields: { missing: '容缺后补的全部材料（清单）', supplementBy: '补齐的期限' },
  required: ['missing', 'supplementBy'],
  editable: ['missing', 'supplementBy'],
  delivered: true,
  template: `# 容缺受理通知书
> {{applicant}}：
你（单位）自愿申请以容缺方式办理“{{item}}”（办件编号{{caseNumber}}）并已作出书面承诺。经审查，主要材料齐全，本机关于{{actOn}}予以容缺受理。下列材料须在{{supplementBy}}前一次补齐：
{{missing}}
审查同时进行。逾期未补齐的，本机关作退件办结，并依承诺记入信用记录。
? 咨询电话：{{phone}}`,
  facts: (source) => ({
    missing: missingOf(source),
    supplementBy:
      instantOf(source.act.data.supplementUntil) ||
      textOf(source, 'supplementBy', 'until', 'deadline') ||
      '承诺的期限',
  }),
};
