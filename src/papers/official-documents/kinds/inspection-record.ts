import { listOf, textOf, type DocumentKind } from './kind.js';

/** 现场核查笔录: what two holders of 执法证 found on site (行政许可法 34). Made by a confirmed inspection. */
export const inspectionRecord: DocumentKind = {
  code: 'inspection-record',
  name: '现场核查笔录',
  nameInEnglish: 'Record of inspection',
  draftedBy: ({ act }) => act === 'inspection-confirmed',
  word: null,
  approval: false,
  fields: {
    inspectors: '核查人员及执法证号（清单）',
    inspectedOn: '核查日期',
    findings: '核查情况',
    demands: '整改要求',
    conclusion: '核查结论',
    basis: '两人核查的依据',
  },
  required: ['inspectors', 'findings'],
  editable: [],
  delivered: false,
  template: `# 现场核查笔录
> 办件编号：{{caseNumber}}
> 事项：{{item}}
> 申请人：{{applicant}}
> 核查日期：{{inspectedOn}}
核查人员（两名以上，均出示执法证件）：
{{inspectors}}
核查情况：{{findings}}
? 整改要求：{{demands}}
? 核查结论：{{conclusion}}
? 依据：{{basis}}。核查所用时间计入办理期限。
本笔录由记录人填写，同行核查人逐项核对后确认。`,
  facts: (source) => ({
    inspectors: listOf(source, 'inspectors').map(
      ({ name, certificate, part }) =>
        `${String(part)}：${String(name)}，执法证号${String(certificate)}`,
    ),
    inspectedOn: textOf(source, 'inspectedOn'),
    findings: textOf(source, 'findings'),
    demands: textOf(source, 'demands'),
    conclusion: textOf(source, 'conclusion'),
    // Its own, by the name that templates have known it by: what two are sent by, not a procedure.
    basis: source.act.article ?? '',
  }),
};
