import { BAD_LEVELS, LEVELS, levelIn } from './levels.js';
import { ratingPurposes, STAGE_NAMES, STAGES } from './mending.js';

describe('the level of a rating', () => {
  it('is found in any form that asks for it, whatever its field is called', () => {
    for (const level of LEVELS) expect(levelIn({ overall: level, comment: '好' })).toBe(level);
  });

  it('is none where nothing was chosen: no rating is not a good one', () => {
    for (const form of [null, {}, { level: '' }, { level: 5 }, { comment: '满意' }])
      expect(levelIn(form)).toBeNull();
  });

  it('is bad on the lower two', () => {
    expect(LEVELS.filter((level) => BAD_LEVELS.includes(level))).toEqual(LEVELS.slice(3));
  });
});

describe('what follows a bad rating', () => {
  it('is one stage after the other, each once', () => {
    const way = [STAGE_NAMES[0]];
    for (let next = STAGES[way[0]!].next; next; next = STAGES[next].next) way.push(next as never);
    expect(way).toEqual(STAGE_NAMES);
    expect(ratingPurposes.map(({ name }) => name)).toEqual(STAGE_NAMES);
  });

  it('has one answer to the applicant', () => {
    expect(STAGE_NAMES.filter((name) => STAGES[name].answers)).toEqual(['rating-answer']);
  });
});
