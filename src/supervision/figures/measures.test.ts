import { measuresOf, scoreOf } from './measures.js';

const POINTS = {
  ...{ promised: 40, statutory: 20, compression: 20, firstTime: 20 },
  ...{ warning: 0.5, yellow: 1, red: 3 },
};
const NO_CARDS = { warning: 0, yellow: 0, red: 0 };

describe('the points of the appraisal', () => {
  it('are none where there is nothing to measure, whatever was finished', () => {
    expect(scoreOf(measuresOf({ n: 0 }), NO_CARDS, POINTS)).toBeNull();
    expect(scoreOf(measuresOf({ n: 7 }), NO_CARDS, POINTS)).toBeNull();
  });

  it('are full where only a part can be measured and that is kept', () => {
    const kept = measuresOf({ n: 1, promised: 1, promised_kept: 1 });
    expect(scoreOf(kept, NO_CARDS, POINTS)).toBe(100);
  });

  it('are less for limits missed, time not saved and cards, and never below zero', () => {
    const missed = measuresOf({
      ...{ n: 2, promised: 2, promised_kept: 1, statutory: 2, statutory_kept: 2 },
      ...{ measured: 2, statutory_days: 40, actual_days: 30, accepted: 2, first_time: 1 },
    });
    expect(scoreOf(missed, NO_CARDS, POINTS)).toBe(20 + 20 + 10 + 10);
    expect(scoreOf(missed, { warning: 2, yellow: 1, red: 1 }, POINTS)).toBe(55);
    expect(scoreOf(missed, { warning: 0, yellow: 0, red: 30 }, POINTS)).toBe(0);
  });
});
