import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { runCase } from './case.js';

const FOLDER = fileURLToPath(new URL('../../test/conformance/', import.meta.url));
const names = (await readdir(FOLDER))
  .filter((file) => file.endsWith('.json'))
  .map((file) => file.replace(/\.json$/, ''))
  .sort();

describe('a diagram of what is supported', () => {
  it.each(names)('does what the script %s says', async (name) => {
    const { result } = await runCase(`${FOLDER}${name}.bpmn`, `${FOLDER}${name}.json`);
    expect(result).toEqual({ case: name, ok: true });
  });

  it('is not usable when a file is missing', async () => {
    const { result, usable } = await runCase(`${FOLDER}nothing.bpmn`, `${FOLDER}start-none.json`);
    expect(usable).toBe(false);
    expect(result).toMatchObject({ case: 'start-none', ok: false });
  });
});
