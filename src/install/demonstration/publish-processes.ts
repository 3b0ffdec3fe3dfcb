/** Brings the processes of `bpmn/processes`: published, or as drafts where the city has its own. */
import { readdir, readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { DataSource } from 'typeorm';
import { computedInPlace, processKind } from '../../definitions/index.js';
import { bringShipped } from '../../versions/index.js';
import { loadOnce } from '../../platform/database/load-once.js';

const BPMN = new URL('../../../bpmn/', import.meta.url);
const FOLDER = new URL('../../../bpmn/processes/', import.meta.url);
const NAME = /<(?:\w+:)?process\b[^>]*?\bname="([^"]*)"/;
const CALLED = /<(?:\w+:)?callActivity\b[^>]*>/g;

interface Source {
  id: string;
  xml: string;
  /** Processes frozen into this one; cases of their own (`separate`) are found when they start. */
  calls: string[];
}

function calledBy(xml: string): string[] {
  const activities = [...xml.matchAll(CALLED)].map(([tag]) => tag);
  const embedded = activities.filter((tag) => !/\bseparate="true"/.test(tag));
  return embedded.flatMap((tag) => /\bcalledElement="([^"]+)"/.exec(tag)?.[1] ?? []);
}

async function readSources(): Promise<Source[]> {
  const files = (await readdir(FOLDER)).filter((file) => file.endsWith('.bpmn')).sort();
  return Promise.all(
    files.map(async (file) => {
      const xml = await readFile(new URL(file, FOLDER), 'utf8');
      return { id: basename(file, '.bpmn'), xml, calls: calledBy(xml) };
    }),
  );
}

/** The called before their callers, because a caller freezes what is published. */
function calledFirst(sources: Source[]): Source[] {
  const byId = new Map(sources.map((source) => [source.id, source]));
  const ordered = new Set<Source>();
  const visit = (source: Source, path: string[]) => {
    if (path.includes(source.id)) {
      throw new Error(`流程循环调用：${[...path, source.id].join(' → ')}。`);
    }
    for (const called of source.calls) {
      const found = byId.get(called);
      if (found) visit(found, [...path, source.id]);
    }
    ordered.add(source);
  };
  for (const source of sources) visit(source, []);
  return [...ordered];
}

/** The diagrams, and the compiler and lint rules that make models of them: any may change a model. */
async function everythingRead(): Promise<string> {
  const files = (await readdir(BPMN, { recursive: true }))
    .filter((file) => /\.(bpmn|ts|json)$/.test(file) && !file.endsWith('.test.ts'))
    .sort();
  const texts = files.map(
    async (file) => `${file}\0${await readFile(new URL(file, BPMN), 'utf8')}`,
  );
  return (await Promise.all(texts)).join('\0');
}

/**
 * Safe to repeat: nothing is compiled while diagrams and compiler are those of last time, and a
 * process whose model has not changed keeps its version.
 * @throws DomainError `process-has-findings` naming the element that cannot run
 */
export async function publishProcesses(dataSource: DataSource): Promise<void> {
  await loadOnce(dataSource, 'processes', await everythingRead(), async (manager) => {
    for (const { id, xml } of calledFirst(await readSources())) {
      const name = NAME.exec(xml)?.[1] ?? id;
      await bringShipped(manager, processKind(computedInPlace), {
        key: id,
        content: { name, xml },
      });
    }
  });
}
