import { everyVariant } from './variants.js';

describe('every variant', () => {
  it('tries each combination of the answers that are asked for', () => {
    const found = everyVariant((choose) =>
      choose('how', ['a', 'b']) === 'a' ? 'a' : `b${choose('many', [1, 2, 3])}`,
    );
    expect(found).toEqual(['a', 'b1', 'b2', 'b3']);
  });

  it('gives the same answer to the same question throughout one variant', () => {
    const found = everyVariant((choose) => [choose('q', [1, 2]), choose('q', [1, 2])]);
    expect(found).toEqual([
      [1, 1],
      [2, 2],
    ]);
  });

  it('tries each answer alone and beside all others where there are too many', () => {
    const questions = Array.from({ length: 10 }, (_, index) => `q${index}`);
    const found = everyVariant((choose) =>
      questions.map((question) => Number(choose(question, [false, true]))),
    );
    const kinds = new Set(found.map((answers) => answers.join('')));
    const sums = [...kinds].map((kind) => [...kind].filter((answer) => answer === '1').length);
    expect(sums.filter((sum) => sum === 0)).toHaveLength(1);
    expect(sums.filter((sum) => sum === 10)).toHaveLength(1);
    expect(kinds.has('1000000000')).toBe(true);
    expect(kinds.has('0000000001')).toBe(true);
    expect(kinds.has('1111111110')).toBe(true);
    expect(found.length).toBeLessThan(100);
  });

  it('are answered by what there is where other answers leave fewer to choose from', () => {
    const flags = Array.from({ length: 10 }, (_, index) => `q${index}`);
    const found = everyVariant((choose) => {
      const [all = false] = flags.map((flag) => choose(flag, [true, false]));
      return choose('item', all ? ['a', 'b', 'c'] : ['a']);
    });
    expect(new Set(found)).toEqual(new Set(['a', 'b', 'c']));
  });
});
