/** What a case's own law makes its papers say: the clock's promises, and no others. Pure. */
import { parseLimit } from '../../../../workflows/clock/index.js';
import type { ClockRules } from '../../../../workflows/contracts/case.js';
import { paperWords } from '../../../../workflows/item-types/index.js';
import { PAUSE_NAMES } from '../../../../workflows/law/index.js';
import type { Facts } from '../template.js';
import { basisOf, citedInFull, paperLawOf, titled } from './basis.js';

export interface LawfulCase {
  /** Code of the item's type. */
  type: string;
  /** Frozen on the case. */
  rules: ClockRules;
  /** 设定依据. */
  ownBasis: string;
  /** The article by which a licence ends: it, and not the case's own procedure, is the paper's basis; null = none. */
  endsBy?: string | null;
  item: string;
  caseNumber: string;
  /** 2026年11月20日 */
  submittedOn: string;
}

/** `5wd` → 5个工作日, `90d` → 90日. @throws RangeError */
export function periodText(period: string): string {
  const { unit, days } = parseLimit(period);
  return unit === 'wd' ? `${days}个工作日` : `${days}日`;
}

/** Placeholders whose words differ with the law of the item. @param kind its code */
export function lawfulFacts(kind: string, of: LawfulCase): Facts {
  const { type, rules, item, caseNumber, submittedOn } = of;
  const words = paperWords(type);
  const basis =
    of.endsBy === undefined
      ? basisOf(kind, rules, of.ownBasis)
      : of.endsBy && citedInFull(of.endsBy);
  const onApplication = words.begins === 'application';
  return {
    basis: basis ?? '',
    under: basis ? `根据${basis}的规定，` : '',
    matter: onApplication
      ? `你（单位）于${submittedOn}提出的“${item}”申请（办件编号${caseNumber}）`
      : `本机关办理的“${item}”（办件编号${caseNumber}）`,
    examined: onApplication ? '经审查' : '经调查核实',
    meets: words.meets,
    fails: words.fails,
    handedOver: handedOver(rules, onApplication),
    grantTitle: words.grantTitle,
    grants: words.grants,
    refusalTitle: words.refusalTitle,
    refuses: words.refuses,
    acceptWithin: rules.acceptance ? periodText(rules.acceptance.within) : '',
    silence: silence(rules),
    uncounted: uncounted(rules),
    deliverWithin: rules.delivery ? periodText(rules.delivery) : '',
    deliveryLaw: deliveryLaw(rules),
  };
}

/** What a law makes of saying nothing; only where it makes anything of it. */
function silence({ acceptance, law }: ClockRules): string {
  if (!acceptance?.silenceAccepts) return '';
  const title = paperLawOf({ law })?.title ?? titled(law);
  return `逾期不告知的，自收到申请材料之日起即为受理（${title}${articleIn(law, 'receipt')}）。`;
}

function uncounted({ pauses, law }: ClockRules): string {
  const names = pauses.map((each) => PAUSE_NAMES[each] ?? each).join('、');
  const article = articleIn(law, 'special-procedure-notice');
  const cited = article && `（${article}）`;
  return names && `依法需要${names}的，所需时间不计算在上述期限内，另行书面告知${cited}。`;
}

function deliveryLaw({ law }: ClockRules): string {
  const known = paperLawOf({ law });
  return known ? `（${known.title}${articleIn(law, 'proof-of-delivery')}）` : '';
}

/** When the decision reaches whom it is about; only where a law says. */
function handedOver(rules: ClockRules, onApplication: boolean): string {
  if (!rules.delivery) return '';
  const within = `${periodText(rules.delivery)}内`;
  return onApplication
    ? `依法需要颁发证件的，自本决定作出之日起${within}颁发、送达${deliveryLaw(rules)}。`
    : `本决定书自作出之日起${within}送达${deliveryLaw(rules)}。`;
}

const articleIn = (law: string, kind: string): string => paperLawOf({ law })?.articles[kind] ?? '';
