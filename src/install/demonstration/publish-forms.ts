/** Brings the forms of `bpmn/processes/forms`: published, or as drafts where the city has its own. */
import { readdir, readFile } from 'node:fs/promises';
import type { DataSource } from 'typeorm';
import { type FormContent, FORMS } from '../../catalogue/index.js';
import { loadOnce } from '../../platform/database/load-once.js';
import { bringShipped } from '../../versions/index.js';

const FOLDER = new URL('../../../bpmn/processes/forms/', import.meta.url);
const SCHEMA = '.schema.json';

/** Safe to repeat. @throws DomainError `form-has-findings` naming the field that is wrong */
export async function publishForms(dataSource: DataSource): Promise<void> {
  const files = (await readdir(FOLDER)).filter((file) => file.endsWith('.json')).sort();
  const texts = new Map<string, string>();
  for (const file of files) texts.set(file, await readFile(new URL(file, FOLDER), 'utf8'));
  await loadOnce(dataSource, 'forms', [...texts].flat().join('\0'), async (manager) => {
    for (const file of files.filter((name) => name.endsWith(SCHEMA))) {
      const key = file.slice(0, -SCHEMA.length);
      const content = {
        schema: JSON.parse(texts.get(file)!) as FormContent['schema'],
        uiSchema: JSON.parse(texts.get(`${key}.ui.json`) ?? '{}') as FormContent['uiSchema'],
      };
      await bringShipped(manager, FORMS, { key, content });
    }
  });
}
