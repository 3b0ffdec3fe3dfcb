/**
 * The reference models of the BPMN Model Interchange Working Group are not part of the project: they
 * are read from `MIWG_DIR`. Those whose expressions can be carried over run by the scripts in
 * `test/reference-models`.
 */
import { existsSync } from 'node:fs';
import { copyFile, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runCase } from './case.js';

const SCRIPTS = fileURLToPath(new URL('../../test/reference-models/', import.meta.url));
const scripts = (await readdir(SCRIPTS)).map((file) => file.replace(/\.json$/, '')).sort();
const folder = process.env.MIWG_DIR ?? '';
const models = existsSync(folder)
  ? (await readdir(folder)).filter((name) => name.endsWith('.bpmn'))
  : [];

/** The model of a script: `C.9.0` of `C.9.0-fraud`. */
const modelOf = (script: string): string => `${script.split('-')[0]}.bpmn`;

if (models.length === 0) {
  console.log(`参考模型未测试：MIWG_DIR（${folder || '未设'}）里没有 .bpmn 文件`);
  it('the reference models are looked for where MIWG_DIR says, which holds none here', () => {
    expect(scripts).not.toHaveLength(0);
  });
} else {
  describe('an executable reference model', () => {
    /** Scripts name called models beside themselves. */
    let together: string;
    beforeAll(async () => {
      together = await mkdtemp(join(tmpdir(), 'reference-models-'));
      for (const model of models) await copyFile(join(folder, model), join(together, model));
      for (const script of scripts)
        await copyFile(`${SCRIPTS}${script}.json`, join(together, `${script}.json`));
    });
    afterAll(() => rm(together, { recursive: true, force: true }));

    it.each(scripts)('does what the script %s says', async (script) => {
      const { result } = await runCase(
        join(together, modelOf(script)),
        join(together, `${script}.json`),
      );
      expect(result).toEqual({ case: script, ok: true });
    });
  });
}
