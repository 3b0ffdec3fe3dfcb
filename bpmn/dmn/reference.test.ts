/** The files of test/decisions and our own: each beside cases of variables with what comes of them. */
import { readdirSync, readFileSync } from 'node:fs';
import { evaluateDecision, lintDecisions, readDecisions } from './index.js';

const FOLDERS = ['../../test/decisions/', '../decisions/'].map(
  (folder) => new URL(folder, import.meta.url),
);

interface Case {
  name: string;
  decision: string;
  variables: Record<string, unknown>;
  /** Instant of the event; the middle of 2026 unless it matters. */
  at?: string;
  value?: unknown;
  /** Code of the failure in place of a value. */
  failure?: string;
  /** Rules of the asked decision that match. */
  matched?: number[];
}

const files = FOLDERS.flatMap((folder) =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.dmn'))
    .map((file): [string, URL] => [file, new URL(file, folder)]),
);

describe.each(files)('%s', (_, url) => {
  const xml = readFileSync(url, 'utf8');
  const cases = JSON.parse(
    readFileSync(new URL(url.href.replace(/dmn$/, 'json')), 'utf8'),
  ) as Case[];

  it('has nothing the lint finds', async () => {
    expect(await lintDecisions(xml)).toEqual([]);
  });

  it.each(cases.map((each) => [each.name, each] as const))('%s', async (_, each) => {
    const { model } = await readDecisions(xml);
    const at = Date.parse(each.at ?? '2026-07-01T00:00:00Z');
    const result = evaluateDecision(model!, each.decision, each.variables, at, {
      traced: true,
    });
    if (each.failure) {
      expect(result).toMatchObject({ ok: false, failure: { code: each.failure } });
      return;
    }
    expect(result).toMatchObject({ ok: true, value: each.value });
    if (each.matched) expect(result.trace.at(-1)?.matched).toEqual(each.matched);
  });
});
