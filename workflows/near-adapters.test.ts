import { KnownHistory } from './near-adapters.js';

describe('what may be called from within a step', () => {
  it('is what changes something only while all that was commanded is in history', () => {
    const history = new KnownHistory();
    expect(history.allows('license')).toBe(true);
    history.commandApplied();
    expect(history.allows('license')).toBe(false);
  });

  it('is a look at any time', () => {
    const history = new KnownHistory();
    history.commandApplied();
    expect(history.allows('exchange')).toBe(true);
  });

  it('is never what is asked once and answers when it likes', () => {
    const history = new KnownHistory();
    expect(
      ['payment', 'department-system', 'return'].filter((name) => history.allows(name)),
    ).toEqual([]);
  });

  it('is known again when something comes back that was scheduled after the command', () => {
    const history = new KnownHistory();
    const before = history.mark();
    history.commandApplied();
    const after = history.mark();
    history.cameBack(before);
    expect(history.allows('seal')).toBe(false);
    history.cameBack(after);
    expect(history.allows('seal')).toBe(true);
    history.commandApplied();
    expect(history.allows('seal')).toBe(false);
  });
});
