import { OTHER_RULES, rulesOf } from '../clock/index.js';
import type { LegalAct } from '../contracts/case.js';
import { ITEM_TYPES } from '../item-types/index.js';
import { articleFor, citation, type CitedLaw } from './articles.js';
import { ACT_NAMES } from './names.js';

const ACTS = Object.keys(ACT_NAMES) as LegalAct[];
const BASIS = '户口登记条例第七条';

/** What a case of an item of the type takes along. */
const lawOf = (code: string): CitedLaw => {
  const type = ITEM_TYPES.find((each) => each.code === code)!;
  return { ...rulesOf(type.clock?.rules ?? OTHER_RULES), basis: BASIS };
};

describe('the article of an official act', () => {
  it.each(ITEM_TYPES.map(({ name, code }) => [name, code]))(
    '%s: is there for every act, and of no other law',
    (_, code) => {
      const law = lawOf(code);
      for (const act of ACTS) {
        const text = citation(law, act)!;
        expect(text).toMatch(/第.+条/);
        for (const other of ['行政许可法', '行政处罚法'].filter((each) => each !== law.law))
          expect(text).not.toContain(other);
      }
    },
  );

  it('is the procedure’s own where it has one, else the item’s basis', () => {
    expect(citation(lawOf('01'), 'pause')).toBe('行政许可法第四十五条');
    expect(citation(lawOf('01'), 'terminate')).toBe(BASIS);
    expect(citation(lawOf('02'), 'deliver')).toBe('行政处罚法第六十一条');
    expect(citation(lawOf('05'), 'grant')).toBe(BASIS);
    expect(citation(lawOf('20'), 'archive')).toBe('国务院关于在线政务服务的若干规定第十二条');
  });

  it('of a refusal is the procedure’s own alone: no item’s basis says that corrections are told once', () => {
    expect(articleFor(lawOf('05'), 'correct')).toBeUndefined();
    expect(articleFor(lawOf('01'), 'correct')).toBe('行政许可法第三十二条');
  });

  it('of a case from before the basis was frozen is none where its law says nothing', () => {
    expect(citation({ law: OTHER_RULES.law }, 'accept')).toBeUndefined();
  });
});
