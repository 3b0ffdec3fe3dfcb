import { periodText } from '../law/terms.js';
import { DECIDED } from './item-types.js';
import { reasonOf, textOf, type DocumentKind, type Source } from './kind.js';

/**
 * 准予行政许可决定书 (行政许可法 38(1)); of other powers what decides so: 行政确认决定书, 行政处罚决定书. What
 * the body took up of its own accord burdens whom it is about: it gives reasons and remedies
 * (行政处罚法 59(1)(2)(5), 行政强制法 24); a penalty says of which kind it is, and how a fine is paid
 * (行政处罚法 59(1)(3)(4)).
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
  fields: {
    reason: '理由',
    penalty: '处罚的种类，不是处罚的为空',
    fine: '罚款的数额、缴纳的方式和期限，没有罚款的为空',
    remedies: '救济途径，依申请准予的为空',
  },
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
? 处罚的种类：{{penalty}}
? {{fine}}
? {{handedOver}}
? {{remedies}}
? 咨询电话：{{phone}}`,
  facts: (source) => ({
    reason: reasonOf(source),
    penalty: textOf(source, 'penalty'),
    fine: fineOf(source),
  }),
};

/** 行政处罚法 67, 72: to the bank, within how long, and what a day too late costs. */
function fineOf(source: Source): string {
  const within = source.rules.periods?.['pay-fine'];
  const yuan = textOf(source, 'fineYuan');
  if (within === undefined || yuan === '' || yuan === '0') return '';
  return (
    `罚款人民币${yuan}元，自收到本决定书之日起${periodText(within)}内到本机关指定的银行缴纳；` +
    '到期不缴纳的，每日按罚款数额的百分之三加处罚款，加处罚款的数额不超出罚款的数额' +
    '（《中华人民共和国行政处罚法》第六十七条、第七十二条）。'
  );
}
