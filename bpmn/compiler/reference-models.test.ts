import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { lint } from '../lint/index.js';
import { compile } from './index.js';

/** Real files of many tools (BPMN Model Interchange Working Group); they are not part of the project. */
const folder = resolve(process.env.MIWG_DIR ?? '../shared/miwg');
const files = existsSync(folder)
  ? (await readdir(folder)).filter((name) => name.endsWith('.bpmn')).sort()
  : [];

if (files.length > 0) {
  describe.each(files)('the reference model %s', (name) => {
    it('compiles, or is refused by findings that name elements', async () => {
      const xml = await readFile(join(folder, name), 'utf8');
      const { models, findings } = await compile(xml);
      const errors = findings.filter(({ severity }) => severity === 'error');
      expect(models.length > 0).toBe(errors.length === 0);
      for (const { element } of errors) expect(xml).toContain(`"${element}"`);
      await expect(lint(xml)).resolves.toBeInstanceOf(Array);
    });
  });
} else {
  describe('the reference models', () => {
    it('are looked for in MIWG_DIR, which names no folder with .bpmn files here', () => {
      expect(files).toEqual([]);
    });
  });
}
