/** The items of the demonstration, published through the same door as a city's own. */
import { readdirSync, readFileSync } from 'node:fs';
import type { DataSource } from 'typeorm';
import { publishAtOnce, RELEASE } from '../../versions/index.js';
import type { ItemDefinition } from './definition/index.js';
import { ITEMS } from './keeping/index.js';

const FOLDER = new URL('../../../demonstration/items/', import.meta.url);

/** Older cases of the demonstration were opened long before today. */
const SINCE_EVER = { effectiveFrom: '2000-01-01' };

/** As their files have them: matters after the items that they are made of. */
export function demonstrationItems(): ItemDefinition[] {
  const read = (file: string) =>
    JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')) as ItemDefinition;
  const items = readdirSync(FOLDER)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map(read);
  return items.sort(
    (one, other) => Number(one.kind !== 'single') - Number(other.kind !== 'single'),
  );
}

/** Publishes the demonstration's items; those already there with the same content are left alone. */
export async function loadCatalogue(dataSource: DataSource): Promise<void> {
  await dataSource.transaction(async (manager) => {
    for (const item of demonstrationItems())
      await publishAtOnce(manager, ITEMS, {
        ...{ key: item.code, content: item, terms: SINCE_EVER, by: RELEASE },
      });
  });
}
