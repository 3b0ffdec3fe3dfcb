/** Whatever is wrong with a file, reading it ends in findings: it never throws, and soon ends. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { compile, type Finding } from '../compiler/index.js';
import { lintDecisions, readDecisions } from '../dmn/index.js';
import { CAMUNDA_7, CAMUNDA_8 } from './testing/foreign.js';
import { leastTime } from '../testing/processor-time.js';
import { mutations } from '../xml/testing/mutations.js';
import { lint } from './index.js';

const here = (folder: string) => fileURLToPath(new URL(folder, import.meta.url));
/** Also real files of many tools, where they are at hand. */
const MIWG = resolve(process.env.MIWG_DIR ?? '../shared/miwg');

const textsOf = (folders: string[], ending: string): string[] =>
  folders
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => name.endsWith(ending))
        .map((name) => readFileSync(join(folder, name), 'utf8')),
    );

const diagrams = [
  ...textsOf([here('../processes'), here('../../test/conformance'), MIWG], '.bpmn'),
];
const decisions = textsOf([here('../decisions'), here('../../test/decisions')], '.dmn');

/** Files damaged in each test; `MUTATED_FILES=20000` looks for long. */
const RUNS = Number(process.env.MUTATED_FILES ?? 150);
/** Of processor time, ms. */
const SOON = 5_000;

const damaged = (texts: string[]) =>
  fc.tuple(fc.constantFrom(...texts), mutations).map(([xml, mutate]) => mutate(xml));

async function soon<T>(work: () => Promise<T>): Promise<T> {
  let result: Promise<T>;
  expect(await leastTime(SOON, () => (result = work()))).toBeLessThan(SOON);
  return result!;
}

/** Not merely caught at last; and nothing of a file's gets into what all files share. */
function expectForeseen(findings: Finding[]): void {
  expect(findings.filter(({ rule }) => rule === 'file-unforeseen')).toEqual([]);
  for (const name in {}) throw new Error(`every object has ${name}`);
}

it.each([
  ["of ours, or a conformance script's", diagrams],
  ['of Camunda 7', [CAMUNDA_7]],
  ['of Camunda 8', [CAMUNDA_8]],
])(
  'a damaged diagram %s',
  async (_, files) => {
    await fc.assert(
      fc.asyncProperty(damaged(files), async (xml) => {
        const { models, findings } = await soon(() => compile(xml));
        const refused = findings.some(({ severity }) => severity === 'error');
        expect(refused ? models : []).toEqual([]);
        expectForeseen(await soon(() => lint(xml)));
      }),
      { numRuns: RUNS },
    );
  },
  600_000,
);

it('a damaged decision', async () => {
  await fc.assert(
    fc.asyncProperty(damaged(decisions), async (xml) => {
      const { model, findings } = await soon(() => readDecisions(xml));
      const refused = findings.some(({ severity }) => severity === 'error');
      expect(refused ? model : undefined).toBeUndefined();
      expectForeseen(await soon(() => lintDecisions(xml)));
    }),
    { numRuns: RUNS },
  );
}, 600_000);
