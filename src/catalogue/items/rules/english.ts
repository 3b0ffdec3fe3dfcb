/** English texts of a guide: each of something that the guide says, and each but once. */
import type { ItemDefinition } from '../definition/index.js';
import { type ItemRule, repeated, rule } from './rule.js';

/** Every text that stands somewhere in it. */
function* textsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null)
    for (const member of Object.values(value)) yield* textsIn(member);
}

const saidBy = ({ english: _, ...rest }: ItemDefinition) => new Set(textsIn(rest));

export const ENGLISH_RULES: readonly ItemRule[] = [
  rule(
    'translation-of-nothing',
    (item) => {
      const { english = [] } = item;
      if (english.length === 0) return [];
      const said = saidBy(item);
      return english.flatMap(({ chinese }, i) =>
        said.has(chinese)
          ? []
          : [
              {
                at: `/english/${i}`,
                zh: `“${chinese}”已经改写或者删去，它的英文不再显示；请重新翻译或者删去。`,
                en: `The item no longer says “${chinese}”; its English is shown nowhere.`,
              },
            ],
      );
    },
    'warning',
  ),
  rule('translated-twice', ({ english = [] }) =>
    repeated(english.map(({ chinese }) => chinese)).map((chinese) => ({
      at: '/english',
      zh: `“${chinese}”有两个英文译文，请只留一个。`,
      en: `“${chinese}” is translated twice.`,
    })),
  ),
];
