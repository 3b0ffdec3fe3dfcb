import { setTimeout as pause } from 'node:timers/promises';
import { DraftKeeper, type Unsent } from './draft-keeper.js';

const QUIET = 10;

/** Machines are busy at times. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await pause(1);
}

/** A server with one draft, and this machine's memory. */
function desk(begun: { madeFrom: string | null; unkept?: boolean }) {
  const server = {
    draft: begun.madeFrom,
    content: '',
    sent: [] as string[],
    takes: 0,
    away: false,
  };
  const machine: { unsent: Unsent<string> | null } = { unsent: null };
  const keeper = new DraftKeeper<string, { revision: string }>({
    ...{ begun: 'a', madeFrom: begun.madeFrom, unkept: begun.unkept ?? false, quiet: QUIET },
    place: {
      keep: (unsent) => (machine.unsent = unsent),
      forget: () => (machine.unsent = null),
    },
    async send(content, madeFrom) {
      await pause(server.takes);
      if (server.away) throw new Error('away');
      if (madeFrom !== server.draft) throw new Error('draft-changed');
      server.sent.push(content);
      server.content = content;
      server.draft = `r${server.sent.length}`;
      return { revision: server.draft };
    },
    changed: () => undefined,
  });
  return { server, machine, keeper };
}

it('sends a moment after the last change, and what came while it was on its way after it', async () => {
  const { server, machine, keeper } = desk({ madeFrom: 'r0' });
  server.takes = 3 * QUIET;
  for (const content of ['ab', 'abc']) keeper.change(content);
  expect(machine.unsent).toEqual({ content: 'abc', madeFrom: 'r0' });
  await until(() => keeper.saving === 'saving');
  keeper.change('abcd');
  await until(() => keeper.saving === 'saved');
  expect([server.sent, machine.unsent]).toEqual([['abc', 'abcd'], null]);
});

it('is sent while it is drawn without a rest', async () => {
  const { server, keeper } = desk({ madeFrom: 'r0' });
  for (let letters = 0; server.sent.length === 0; letters += 1) {
    keeper.change('a'.repeat(letters + 2));
    await pause(1);
  }
  expect(keeper.content).not.toBe('a');
  await keeper.flush();
  expect(server.content).toBe(keeper.content);
});

it('sends nothing that is kept already, and never the same twice', async () => {
  const { server, keeper } = desk({ madeFrom: 'r0' });
  await keeper.flush();
  keeper.change('ab');
  await Promise.all([keeper.flush(), keeper.flush()]);
  expect(server.sent).toEqual(['ab']);
});

it('has nothing left to keep once a change is taken back', async () => {
  const { server, machine, keeper } = desk({ madeFrom: 'r0' });
  keeper.change('ab');
  keeper.change('a');
  await until(() => keeper.saving === 'saved');
  expect([server.sent, machine.unsent]).toEqual([[], null]);
});

it('begins what is new by keeping it, over no draft that somebody else has', async () => {
  const alone = desk({ madeFrom: null, unkept: true });
  alone.keeper.begin();
  await until(() => alone.keeper.saving === 'saved');
  expect(alone.server.sent).toEqual(['a']);
  const late = desk({ madeFrom: null, unkept: true });
  late.server.draft = 'theirs';
  late.keeper.begin();
  await until(() => late.keeper.saving === 'failed');
  expect(late.server.sent).toEqual([]);
  expect(late.machine.unsent).toEqual({ content: 'a', madeFrom: null });
  await late.keeper.replace('theirs');
  expect([late.keeper.saving, late.server.sent]).toEqual(['saved', ['a']]);
});

it('keeps on this machine what the server did not take, and sends it with the next change', async () => {
  const { server, machine, keeper } = desk({ madeFrom: 'r0' });
  server.away = true;
  keeper.change('ab');
  await expect(keeper.flush()).rejects.toThrow('away');
  expect([keeper.saving, machine.unsent?.content]).toEqual(['failed', 'ab']);
  server.away = false;
  keeper.change('abc');
  await keeper.flush();
  expect([server.content, keeper.error, machine.unsent]).toEqual(['abc', null, null]);
});

it('sends what rests when its page goes, and nothing of what is forgotten', async () => {
  const gone = desk({ madeFrom: 'r0' });
  gone.keeper.change('ab');
  gone.keeper.leave();
  await until(() => gone.keeper.saving === 'saved');
  expect(gone.server.sent).toEqual(['ab']);
  const dropped = desk({ madeFrom: 'r0' });
  dropped.keeper.change('ab');
  dropped.keeper.forget();
  dropped.keeper.leave();
  await pause(3 * QUIET);
  expect([dropped.server.sent, dropped.machine.unsent]).toEqual([[], null]);
});

it('is made from nothing once it is published', async () => {
  const { server, keeper } = desk({ madeFrom: 'r0' });
  server.draft = null;
  keeper.published();
  keeper.change('ab');
  await keeper.flush();
  expect(server.sent).toEqual(['ab']);
});
