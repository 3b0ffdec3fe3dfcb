import { listOf, textOf, type DocumentKind } from './kind.js';

const CONTENT = [
  '已经知晓行政机关告知的全部内容；',
  '所填写的信息真实、准确；',
  '已经符合行政机关告知的条件、标准和要求；',
  '愿意承担虚假承诺、违反承诺的法律责任，接受事后核查；',
  '以上陈述是本人（单位）真实意思的表示。',
];

/** 告知承诺书: what the body told and the applicant promised (国办发〔2020〕42号); decided at once. */
export const commitmentLetter: DocumentKind = {
  code: 'commitment-letter',
  name: '告知承诺书',
  nameInEnglish: 'Letter of commitment',
  draftedBy: ({ act, data }) => act === 'promise' || act === 'commit' || data.commitment === true,
  word: '诺',
  approval: false,
  fields: { conditions: '告知的条件（清单）', promises: '承诺的内容（清单）' },
  required: ['promises'],
  editable: [],
  ofEachItem: true,
  delivered: false,
  template: `# 告知承诺书
> 办件编号：{{caseNumber}}
一、行政机关告知：办理“{{item}}”采用告知承诺方式。符合条件并作出承诺的，本机关当场作出决定，事后核查；承诺不实的，依法撤销决定并记入信用记录。
? 条件：{{conditions}}
二、申请人{{applicant}}于{{submittedOn}}承诺：
{{promises}}
本承诺书由申请人实名登录后以电子方式作出，与书面承诺具有同等效力。`,
  facts: (source) => {
    const promises = listOf(source, 'promises').map((each) => unnumbered(textIn(each)));
    return {
      conditions: listOf(source, 'conditions').map((each) => textIn(each)),
      promises:
        promises.length > 0 ? promises : [textOf(source, 'promise'), ...CONTENT].filter(Boolean),
    };
  },
};

/** The list numbers its lines itself. */
const unnumbered = (line: string): string => line.replace(/^(条件|责任)\d+：/, '$1：');

const textIn = (each: Record<string, unknown>): string => String(each.text ?? each.name ?? '');
