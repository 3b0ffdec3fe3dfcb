import { KnownHistory } from './near-adapters.js';

describe('what may be called from within a step', () => {
  it('is what changes something only while all that was commanded is in history', () => {
    const history = new KnownHistory();
    expect(history.allows('license', 1)).toBe(true);
    history.stepNotKnown();
    expect(history.allows('license', 1)).toBe(false);
  });

  it('is a look at any time', () => {
    const history = new KnownHistory();
    history.stepNotKnown();
    expect(history.allows('exchange', 1)).toBe(true);
  });

  it('is nothing in a case that was opened before, or by a number that is not known', () => {
    const history = new KnownHistory();
    expect([history.allows('exchange', undefined), history.allows('exchange', 99)]).toEqual([
      false,
      false,
    ]);
  });

  it('is never what is asked once and answers when it likes', () => {
    const history = new KnownHistory();
    expect(
      ['payment', 'department-system', 'return'].filter((name) => history.allows(name, 1)),
    ).toEqual([]);
  });

  it('is known again when something comes back that was scheduled after the command', () => {
    const history = new KnownHistory();
    const before = history.mark();
    history.stepNotKnown();
    const after = history.mark();
    history.cameBack(before);
    expect(history.allows('seal', 1)).toBe(false);
    history.cameBack(after);
    expect(history.allows('seal', 1)).toBe(true);
    history.stepNotKnown();
    expect(history.allows('seal', 1)).toBe(false);
  });
});
