/** Publishes the processes of `bpmn/processes`; what is already published in this form is left alone. */
import { readdir, readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { DataSource } from 'typeorm';
import { publish } from '../../processes/index.js';

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

/**
 * Safe to repeat: a process whose diagram has not changed keeps its version.
 * @throws DomainError `process-has-findings` naming the element that cannot run
 */
export async function publishProcesses(dataSource: DataSource): Promise<void> {
  for (const { id, xml } of calledFirst(await readSources())) {
    const name = NAME.exec(xml)?.[1] ?? id;
    await publish(dataSource.manager, { processId: id, name, xml, by: 'system' });
  }
}
