import { setTimeout as pause } from 'node:timers/promises';
import { DraftKeeper, type Unsent } from './draft-keeper.js';
import type { MadeFrom } from './made-from.js';

const QUIET = 10;

/** Machines are busy at times. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await pause(1);
}

/** Of a definition that has three versions. */
const from = (replaces: string | null): MadeFrom =>
  replaces === null ? { replaces, madeFromVersion: 3 } : { replaces };

/** A server with one draft, and this machine's memory. */
function desk(begun: { madeFrom: string | null; unkept?: boolean }) {
  const server = {
    draft: begun.madeFrom,
    version: 3,
    content: '',
    /** Its answers are lost on their way. */
    mute: false,
    sent: [] as string[],
    takes: 0,
    away: false,
  };
  const machine: { unsent: Unsent<string> | null } = { unsent: null };
  const keeper = new DraftKeeper<string, { revision: string }>({
    ...{ begun: 'a', madeFrom: from(begun.madeFrom), unkept: begun.unkept ?? false, quiet: QUIET },
    place: {
      keep: (unsent) => (machine.unsent = unsent),
      forget: () => (machine.unsent = null),
    },
    async send(content, { replaces, madeFromVersion = server.version }) {
      await pause(server.takes);
      if (server.away) throw new Error('away');
      if (content !== server.content) {
        if (replaces !== server.draft || madeFromVersion !== server.version)
          throw new Error('draft-changed');
        server.sent.push(content);
        server.content = content;
        server.draft = `r${server.sent.length}`;
      }
      if (server.mute) throw new Error('away');
      return { revision: server.draft! };
    },
    isRefusal: (error) => (error as Error).message === 'draft-changed',
    changed: () => undefined,
  });
  return { server, machine, keeper };
}

it('sends a moment after the last change, and what came while it was on its way after it', async () => {
  const { server, machine, keeper } = desk({ madeFrom: 'r0' });
  server.takes = 3 * QUIET;
  for (const content of ['ab', 'abc']) keeper.change(content);
  expect(machine.unsent).toEqual({ content: 'abc', madeFrom: from('r0') });
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
  expect(late.machine.unsent).toEqual({ content: 'a', madeFrom: from(null) });
  await late.keeper.replace(from('theirs'));
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

it('is made from the version that it became once it is published', async () => {
  const { server, keeper } = desk({ madeFrom: 'r0' });
  server.draft = null;
  server.version = 4;
  keeper.published(4);
  keeper.change('ab');
  await keeper.flush();
  expect(server.sent).toEqual(['ab']);
});

it('undoes no version that was published since it was begun', async () => {
  const { server, machine, keeper } = desk({ madeFrom: null });
  server.version = 4;
  keeper.change('ab');
  await expect(keeper.flush()).rejects.toThrow('draft-changed');
  expect([server.sent, machine.unsent]).toEqual([[], { content: 'ab', madeFrom: from(null) }]);
  await keeper.replace({ replaces: null, madeFromVersion: 4 });
  expect(server.sent).toEqual(['ab']);
});

it('is in no conflict with itself where an answer was lost, whatever is typed since', async () => {
  const { server, keeper } = desk({ madeFrom: 'r0' });
  server.mute = true;
  keeper.change('ab');
  await expect(keeper.flush()).rejects.toThrow('away');
  server.mute = false;
  server.away = true;
  keeper.change('abc');
  await expect(keeper.flush()).rejects.toThrow('away');
  server.away = false;
  keeper.change('abcd');
  await keeper.flush();
  expect([server.sent, keeper.saving]).toEqual([['ab', 'abcd'], 'saved']);
});
