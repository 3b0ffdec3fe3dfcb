import fc from 'fast-check';
import { compile } from '../compiler/index.js';
import { block, modelOf } from '../engine/testing/blocks.js';
import { modelOfTangle, tangle } from '../engine/testing/tangles.js';
import type { ProcessModel } from '../model/process.js';
import { write } from './testing/write.js';

/** The flows of generated models are named `a>b`, which XML does not allow as an id. */
const nameable = (model: ProcessModel): ProcessModel =>
  JSON.parse(JSON.stringify(model).replace(/(\w)>(\w)/g, '$1-$2')) as ProcessModel;

/** Whether the file that says what a model says is read as that model. */
async function same(generated: ProcessModel): Promise<void> {
  const model = nameable(generated);
  const { models, findings } = await compile(write(model));
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(models).toEqual([model]);
}

describe('a model written as XML', () => {
  it('is read as the same model, made of blocks', async () => {
    await fc.assert(
      fc.asyncProperty(block, (drawn) => same(modelOf(drawn))),
      { numRuns: 60 },
    );
  });

  it('is read as the same model, without structure', async () => {
    await fc.assert(
      fc.asyncProperty(tangle, (drawn) => same(modelOfTangle(drawn))),
      { numRuns: 60 },
    );
  });
});
