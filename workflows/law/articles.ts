/**
 * The article an official act rests on, by whose law the case's clock runs: of the permit law as the table
 * of transitions names them, of others here. An act that its law says nothing of, and every act under no
 * law of procedure, rests on the item's own basis (设定依据).
 */
import type { LegalAct } from '../contracts/case.js';
import { articleOf } from './names.js';
import { TRANSITIONS } from './transitions.js';

export const PERMIT_LAW = '行政许可法';

/** Law as clock rules name it → act → article. */
const OTHER_LAWS: Readonly<Record<string, Partial<Record<LegalAct, string>>>> = {
  行政处罚法: {
    accept: '第五十四条第二款',
    reject: '第五十四条第二款',
    handle: '第五十四条第一款',
    review: '第五十七条',
    grant: '第五十七条第一款',
    refuse: '第五十七条第一款',
    pay: '第六十七条',
    extend: '第六十条',
    deliver: '第六十一条',
    'tell-hearing': '第六十三条',
    'ask-hearing': '第六十四条',
    'hold-hearing': '第六十四条',
    'waive-hearing': '第六十四条',
  },
};

/** Whatever the law: finished cases go to the electronic archive. */
const ANY_LAW: Partial<Record<LegalAct, string>> = {
  archive: '国务院关于在线政务服务的若干规定第十二条',
};

/** What of a case's law says which article an act rests on. */
export interface CitedLaw {
  /** Name of the law, such as 行政许可法; null = its rules are not known. */
  law: string | null;
  /** 设定依据 of the item; absent in cases opened before it was frozen with the clock's rules. */
  basis?: string;
}

/** The article of the procedure itself; undefined where the case's law says nothing of the act. */
export function articleFor({ law }: CitedLaw, act: LegalAct): string | undefined {
  if (law === null || law.includes(PERMIT_LAW)) {
    const { article } = TRANSITIONS[act];
    return article === undefined ? ANY_LAW[act] : articleOf(PERMIT_LAW, article);
  }
  const [name, articles] = Object.entries(OTHER_LAWS).find(([each]) => law.includes(each)) ?? [];
  const article = articles?.[act];
  return article === undefined ? ANY_LAW[act] : name! + article;
}

/** What a move says it rests on. */
export const citation = (cited: CitedLaw, act: LegalAct): string | undefined =>
  articleFor(cited, act) ?? (cited.basis || undefined);
