import { totalOf } from './figures.js';

const none = {
  ...{ 'very-satisfied': 0, satisfied: 0, 'basically-satisfied': 0 },
  ...{ dissatisfied: 0, 'very-dissatisfied': 0 },
  ...{ count: 0, bad: 0, answered: 0, late: 0, discontent: 0 },
};

describe('the total of ratings', () => {
  it('has no share where nobody rated', () => {
    expect(totalOf([])).toMatchObject({ count: 0, badShare: null });
  });

  it('is summed over the groups, and its share is of the sum', () => {
    const one = { ...none, count: 3, satisfied: 3 };
    const other = { ...none, count: 1, dissatisfied: 1, bad: 1, answered: 1 };
    expect(totalOf([one, other])).toMatchObject({
      ...{ count: 4, bad: 1, badShare: 0.25, answered: 1, late: 0 },
      levels: { satisfied: 3, dissatisfied: 1 },
    });
  });
});
