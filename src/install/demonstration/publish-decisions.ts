/** Brings the decisions of `bpmn/decisions`: published, or as drafts where the city has its own. */
import { readdir, readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { DataSource } from 'typeorm';
import { computedInPlace, decisionKind, unread } from '../../definitions/index.js';
import { loadOnce } from '../../platform/database/load-once.js';
import { bringShipped } from '../../versions/index.js';

const FOLDER = new URL('../../../bpmn/decisions/', import.meta.url);

/** Safe to repeat. @throws DomainError `decisions-have-findings` naming the element that is wrong */
export async function publishDecisions(dataSource: DataSource): Promise<void> {
  const files = (await readdir(FOLDER)).filter((file) => file.endsWith('.dmn')).sort();
  const texts = await Promise.all(files.map((file) => readFile(new URL(file, FOLDER), 'utf8')));
  await loadOnce(dataSource, 'decisions', texts.join('\0'), async (manager) => {
    const kind = decisionKind(computedInPlace);
    for (const [place, file] of files.entries())
      await bringShipped(manager, kind, {
        key: basename(file, '.dmn'),
        content: unread(texts[place]!),
      });
  });
}
