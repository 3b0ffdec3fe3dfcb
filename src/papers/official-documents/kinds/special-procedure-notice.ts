import { reasonOf, textOf, type DocumentKind } from './kind.js';

/** The closed list of 行政许可法 45. */
const PROCEDURES: Record<string, string> = {
  hearing: '听证',
  tender: '招标',
  auction: '拍卖',
  inspection: '检验',
  testing: '检测',
  quarantine: '检疫',
  appraisal: '鉴定',
  'expert-review': '专家评审',
};

/** 特别程序告知书 (行政许可法 45): what does not count, and how long it will take, in writing. */
export const specialProcedureNotice: DocumentKind = {
  code: 'special-procedure-notice',
  name: '特别程序告知书',
  nameInEnglish: 'Notice of a special procedure',
  draftedBy: ({ toState, fromState }) =>
    toState === 'special-procedure' && fromState !== 'special-procedure',
  word: '许特',
  approval: true,
  fields: { procedure: '特别程序的名称', duration: '所需时间', reason: '理由' },
  required: ['procedure', 'duration'],
  editable: ['duration', 'reason'],
  delivered: true,
  template: `# 特别程序告知书
> {{applicant}}：
{{matter}}，依法需要进行{{procedure}}。{{under}}所需时间不计算在办理期限内。现书面告知所需时间：{{duration}}。
? 理由：{{reason}}
特别程序结束后，办理期限继续计算。
? 咨询电话：{{phone}}`,
  facts: (source) => {
    const procedure = textOf(source, 'procedure', 'pause', 'kind');
    const days = textOf(source, 'days', 'workingDays');
    return {
      procedure: PROCEDURES[procedure] ?? (procedure || reasonOf(source)),
      duration:
        textOf(source, 'duration', 'expected') ||
        (days && `${days}个工作日`) ||
        '以实际完成之日为准，另行告知',
      reason: reasonOf(source),
    };
  },
};
