import type { DataSource } from 'typeorm';
import { hashModel } from '../../bpmn/compiler/index.js';
import type { ProcessModel } from '../../bpmn/model/process.js';
import type { ModelStore } from '../platform/temporal/index.js';
import { modelByHash } from '../definitions/index.js';

/** Models by hash from the database, checked against it once, then kept: content never changes. */
export function verifiedModels(dataSource: DataSource): ModelStore {
  const cache = new Map<string, Promise<ProcessModel | null>>();
  return (hash) => {
    const known = cache.get(hash);
    if (known) return known;
    const found = load(dataSource, hash);
    cache.set(hash, found);
    // A miss or a failure is asked again: the model may be published a moment later.
    found.then(
      (model) => model === null && cache.delete(hash),
      () => cache.delete(hash),
    );
    return found;
  };
}

async function load(dataSource: DataSource, hash: string): Promise<ProcessModel | null> {
  const model = await modelByHash(dataSource.manager, hash);
  if (model && hashModel(model) !== hash) {
    throw new Error(`model ${hash} in the database is not what its hash says`);
  }
  return model;
}
