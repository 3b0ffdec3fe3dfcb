/** Each rule of the dependency check finds what it forbids: planted in a folder of its own, in one run. */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, posix } from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from '../start/settings.js';

interface Rule {
  name: string;
  from: { path?: string };
  to: { path?: string };
}

const CONFIG = join(ROOT, '.dependency-cruiser.cjs');
const { forbidden } = createRequire(import.meta.url)(CONFIG) as { forbidden: Rule[] };

/** What a rule forbids that is more than folders: who imports, and what. */
const PLANTED: Record<string, [from: string, imported: string][]> = {
  'no-cycles': [
    ['bpmn/model/round.ts', 'bpmn/model/about.ts'],
    ['bpmn/model/about.ts', 'bpmn/model/round.ts'],
  ],
  'packages-are-declared': [['src/platform/lucky.ts', 'undeclared']],
  'everything-resolves': [['src/platform/lost.ts', './nowhere.js']],
  'bpmn-without-node': [
    ['bpmn/engine/reads.ts', 'node:fs'],
    ['bpmn/xml/reads.ts', 'node:fs'],
    ['workflows/reads.ts', 'node:fs'],
  ],
  'only-the-worker-has-activities': [['src/cases/calls.ts', 'activities/adapter.ts']],
  'wings-by-their-index': [['src/papers/files/reaches.ts', 'src/cases/commands/sweeper.ts']],
  'wings-by-their-index-from-outside': [
    ['activities/reaches.ts', 'src/cases/commands/sweeper.ts'],
    ['src/api.ts', 'src/cases/commands/sweeper.ts'],
  ],
  'rooms-by-their-index': [['src/papers/archives/reaches.ts', 'src/papers/files/storage.ts']],
  'rooms-know-no-roof': [['src/papers/files/roof.ts', 'src/papers/index.ts']],
  'tests-are-not-imported': [['tools/demo/leans.ts', 'test/servers/index.ts']],
};

/** `^src/(a|b)/` → `src/a/` */
const first = (pattern: string): string =>
  pattern.replace(/^\^/, '').replace(/\(([^|)]*)[^)]*\)/g, '$1');

const plantsOf = ({ name, from, to }: Rule): [string, string][] =>
  PLANTED[name] ?? [[`${first(from.path!)}from-${name}.ts`, `${first(to.path!)}to-${name}.ts`]];

const isFile = (imported: string) => imported.endsWith('.ts');

function plant(folder: string): void {
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  write('package.json', '{ "type": "module" }');
  write('tsconfig.json', '{ "compilerOptions": { "module": "nodenext" } }');
  write('node_modules/undeclared/package.json', '{ "name": "undeclared", "main": "index.js" }');
  write('node_modules/undeclared/index.js', 'export const it = 1;');
  const plants = forbidden.flatMap(plantsOf);
  for (const [, imported] of plants) if (isFile(imported)) write(imported, 'export const it = 1;');
  for (const [from, imported] of plants) {
    const relative = posix.relative(posix.dirname(from), imported).replace(/\.ts$/, '.js');
    const specifier = relative.startsWith('.') ? relative : `./${relative}`;
    write(from, `export { it as other } from '${isFile(imported) ? specifier : imported}';`);
  }
}

it('finds each thing that it forbids', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dependency-rules-'));
  try {
    plant(folder);
    const program = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
    const folders = ['bpmn', 'workflows', 'activities', 'src', 'province', 'tools', 'web'];
    const args = [program, '--config', CONFIG, '--output-type', 'json', ...folders];
    const { stdout } = await promisify(execFile)(process.execPath, args, {
      cwd: folder,
      maxBuffer: 64 * 1024 * 1024,
    });
    const { summary } = JSON.parse(stdout) as {
      summary: { violations: { rule: { name: string }; from: string }[] };
    };
    const found = new Set(summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`));
    const missed = forbidden.flatMap((rule) =>
      plantsOf(rule)
        .map(([from]) => `${rule.name}: ${from}`)
        .filter((expected) => !found.has(expected)),
    );
    expect(missed.filter((one) => !one.startsWith('no-cycles'))).toEqual([]);
    expect(summary.violations.map(({ rule }) => rule.name)).toContain('no-cycles');
  } finally {
    rmSync(folder, { recursive: true });
  }
}, 120_000);
