/**
 * On what each kind of paper rests, law by law: whose law a case's clock runs by is whose articles its
 * papers cite. Under a law that is not here a paper cites that law as the clock rules name it; under no law
 * of procedure only what decides rests on anything, on the item's own basis (设定依据): that a thing may be
 * granted says nothing of how it is asked for, corrected or heard.
 */
import { OTHER_RULES } from '../../../../workflows/clock/index.js';
import type { ClockRules } from '../../../../workflows/contracts/case.js';

/** Code of a kind → its articles in one law. */
type Articles = Readonly<Record<string, string>>;

interface PaperLaw {
  /** As clock rules name it. */
  law: string;
  /** As papers cite it. */
  title: string;
  articles: Articles;
}

/** A kind that a law has no article for is left out, and cites nothing of it. */
export const PAPER_LAWS: readonly PaperLaw[] = [
  {
    law: '行政许可法',
    title: '《中华人民共和国行政许可法》',
    articles: {
      receipt: '第三十二条',
      'correction-notice': '第三十二条第一款第（四）项',
      'acceptance-notice': '第三十二条第一款第（五）项',
      'deemed-acceptance': '第三十二条第一款第（四）项',
      'not-accepted-decision': '第三十二条',
      'special-procedure-notice': '第四十五条',
      'extension-notice': '第四十二条',
      'grant-decision': '第三十八条第一款',
      'refusal-decision': '第三十八条第二款',
      'deemed-renewal-notice': '第五十条第二款',
      'revocation-decision': '第六十九条',
      'cancellation-decision': '第七十条',
      'forwarding-notice': '第四十三条',
      'hearing-notice': '第四十七条第一款',
      'proof-of-delivery': '第四十四条',
    },
  },
  {
    law: '行政处罚法',
    title: '《中华人民共和国行政处罚法》',
    articles: {
      'acceptance-notice': '第五十四条第二款',
      'extension-notice': '第六十条',
      'grant-decision': '第五十七条第一款第（一）项',
      'refusal-decision': '第五十七条第一款',
      'hearing-notice': '第六十三条、第六十四条',
      'proof-of-delivery': '第六十一条',
    },
  },
];

/** Kinds that decide on the matter itself. */
const DECIDING: ReadonlySet<string> = new Set([
  ...['grant-decision', 'refusal-decision', 'benefit-notice'],
  ...['revocation-decision', 'cancellation-decision'],
]);

/** Which of the laws above a case's clock runs by; undefined under any other. */
export const paperLawOf = (rules: Pick<ClockRules, 'law'>): PaperLaw | undefined =>
  PAPER_LAWS.find(({ law }) => rules.law.includes(law));

/**
 * 《中华人民共和国行政许可法》第四十五条; empty where a paper of this kind rests on nothing that is known.
 * @param ownBasis the item's 设定依据, as papers cite it
 */
export function basisOf(kind: string, rules: ClockRules, ownBasis: string): string {
  const known = paperLawOf(rules);
  if (known) {
    const articles = known.articles[kind];
    return articles === undefined ? '' : known.title + articles;
  }
  if (rules.law !== OTHER_RULES.law) return titled(rules.law);
  return DECIDING.has(kind) ? ownBasis : '';
}

/** 行政许可法第七十条 → 《中华人民共和国行政许可法》第七十条; what is of no known law as it is. */
export function citedInFull(article: string): string {
  const known = PAPER_LAWS.find(({ law }) => article.startsWith(law));
  return known ? known.title + article.slice(known.law.length) : article;
}

/** 《户口登记条例》: as papers write the name of a law. */
export const titled = (law: string): string => (/[《（(]/.test(law) ? law : `《${law}》`);
