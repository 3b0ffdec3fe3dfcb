import { isDecided, stateAfter, stateAtEnd } from './case-state.js';

describe("the case's legal state", () => {
  it('is collected by the window and accepted only by the deciding body', () => {
    expect(stateAfter('submitted', 'collect', 'accept')).toBe('collected');
    expect(stateAfter('collected', 'accept', 'accept')).toBe('accepted');
  });

  it('waits for the applicant after a notice of correction and returns to collected', () => {
    expect(stateAfter('collected', 'accept', 'correct')).toBe('correcting');
    expect(stateAfter('correcting', 'correct', undefined)).toBe('collected');
  });

  it('does not move by an act without legal effect', () => {
    expect(stateAfter('accepted', 'inspect', 'pass')).toBe('accepted');
    expect(stateAfter('accepted', 'review', undefined)).toBe('accepted');
  });

  it('cannot be withdrawn once a decision stands', () => {
    expect(isDecided('accepted')).toBe(false);
    expect(
      ['granted', 'refused', 'rejected'].map((state) => isDecided(state as 'granted')),
    ).toEqual([true, true, true]);
  });

  it('stays refused at the end, and is finished otherwise', () => {
    expect(stateAtEnd('refused')).toBe('refused');
    expect(stateAtEnd('granted')).toBe('finished');
  });
});
