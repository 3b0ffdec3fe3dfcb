/**
 * The tests that a mutant has to survive, without Jest around them: the unit tests of some folders
 * and, of the engine, every conformance script, the diagrams compiled beforehand. Plain JavaScript,
 * because Stryker loads it.
 */
import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, isAbsolute, join } from 'node:path';
import { Script } from 'node:vm';
import fc from 'fast-check';
import { rolldown } from 'rolldown';
import { asTests } from './harness.mjs';

const SCRIPTS = 'test/conformance';
/** Imports all unit tests, and gives what plays a script. */
const ENTRY = 'mutation:entry.ts';

/** A test by its full name. @typedef {{ name: string, run: () => unknown }} Test */

/** @typedef {{ tests: string[], without?: string[], scripts: boolean }} Reach folders of unit tests but for some files; the scripts, too? */

/**
 * Makes the suite of the project in a folder; what is made of it is kept there for the next process.
 * @param {Reach} reach
 * @returns a function that loads code and tests anew, as if for the first time, and lists them
 */
export async function suiteOf(folder, reach) {
  const require = createRequire(join(folder, 'package.json'));
  const cases = reach.scripts
    ? JSON.parse(await kept(join(folder, '.mutation-cases.json'), () => read(folder)))
    : [];
  const entry = entryOf(folder, reach);
  const code = await kept(join(folder, '.mutation-suite.cjs'), () => bundle(folder, ENTRY, entry));
  // Compiled once, run again for each mutant: nothing a mutant left behind reaches the next.
  const program = new Script(`(function (require, module, exports) {${code}\n})`);
  const requireForMutants = (id) => (id === 'fast-check' ? fewProperties : require(id));
  return () => {
    const { tests, loaded } = asTests(() => load(program, requireForMutants));
    const scripts = cases.map(({ name, script, models: [model, ...pools] }) => ({
      name: `script ${name}`,
      run: async () => {
        const verdict = await loaded.runScript(model, script, pools);
        if (!verdict.ok) throw new Error(JSON.stringify(verdict));
      },
    }));
    return [...scripts, ...tests];
  };
}

/**
 * Properties on fewer models: what they find among hundreds, a mutant shows among few. A
 * counterexample is enough, it need not be the smallest; and the same mutant always fares the same.
 */
const few = (parameters) => ({
  ...parameters,
  numRuns: Math.min(parameters?.numRuns ?? 100, 25),
  endOnFailure: true,
  seed: 1,
});
const assert = (property, parameters) => fc.assert(property, few(parameters));
const fewProperties = { __esModule: true, ...fc, assert, default: { ...fc, assert } };

function load(program, require) {
  const module = { exports: {} };
  program.runInThisContext()(require, module, module.exports);
  return module.exports;
}

/** The scripts with the models they are played on, as JSON. */
async function read(folder) {
  const require = createRequire(join(folder, 'package.json'));
  const code = await bundle(folder, join(folder, 'tools/bpmn/case.ts'));
  const { readCase } = load(
    new Script(`(function (require, module, exports) {${code}\n})`),
    require,
  );
  const scripts = readdirSync(join(folder, SCRIPTS)).filter((file) => file.endsWith('.json'));
  const cases = [];
  for (const file of scripts.sort()) {
    const path = join(folder, SCRIPTS, file);
    const read = await readCase(path.replace(/json$/, 'bpmn'), path);
    cases.push({ name: basename(file, '.json'), ...read });
  }
  return JSON.stringify(cases);
}

/** The program of the tests. @param {Reach} reach */
function entryOf(folder, reach) {
  const files = reach.tests.flatMap((tests) =>
    readdirSync(join(folder, tests), { recursive: true })
      .filter((file) => file.endsWith('.test.ts'))
      .sort()
      .map((file) => `${tests}/${file}`)
      .filter((file) => !reach.without?.includes(file)),
  );
  const player = `export { runScript } from './bpmn/conformance/index.js';`;
  return [...files.map((file) => `import './${file}';`), ...(reach.scripts ? [player] : [])].join(
    '\n',
  );
}

async function bundle(folder, input, entry) {
  const built = await rolldown({
    input,
    cwd: folder,
    platform: 'node',
    external: (id) => !id.startsWith('.') && !isAbsolute(id) && id !== ENTRY,
    logLevel: 'silent',
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === ENTRY ? join(folder, '.mutation-entry.ts') : null),
        load: (id) => (id === join(folder, '.mutation-entry.ts') ? entry : null),
        transform: (code, id) =>
          id.endsWith('.ts')
            ? code.replaceAll('import.meta.url', JSON.stringify(`file://${id}`))
            : null,
      },
    ],
  });
  const { output } = await built.generate({ format: 'cjs', codeSplitting: false });
  await built.close();
  return output[0].code;
}

/** A file that is made once; two processes may be making it at the same time. */
async function kept(file, make) {
  if (!existsSync(file)) {
    const unfinished = `${file}.${process.pid}`;
    writeFileSync(unfinished, await make());
    renameSync(unfinished, file);
  }
  return readFileSync(file, 'utf8');
}
