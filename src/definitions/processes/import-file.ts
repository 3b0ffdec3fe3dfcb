/** Reads a file as it comes from another tool: which processes it holds, drawn, with the import report. */
import type { EntityManager } from 'typeorm';
import { drawable } from '../../../bpmn/layout/index.js';
import { examine, type Finding } from '../../../bpmn/compiler/index.js';
import { findingsOf } from './check.js';

export interface ImportedFile {
  processes: { id: string; name: string }[];
  xml: string;
  laidOut: boolean;
  findings: Finding[];
}

/** Nothing is kept. @throws DomainError `bpmn-with-dtd` */
export async function readFile(manager: EntityManager, source: string): Promise<ImportedFile> {
  const findings = await findingsOf(manager, source);
  const { xml, laidOut } = await drawable(source);
  return {
    processes: await processesIn(source),
    xml,
    laidOut,
    findings,
  };
}

/** Those that can be kept, the ones that are meant to run first. */
async function processesIn(source: string): Promise<{ id: string; name: string }[]> {
  const { definitions, models } = await examine(source);
  const roots = (definitions?.get('rootElements') ?? []) as Root[];
  const order = models.map(({ id }) => id);
  const rank = (id: string): number => (order.includes(id) ? order.indexOf(id) : order.length);
  return roots
    .filter(({ $type, id }) => $type === 'bpmn:Process' && id !== undefined)
    .map(({ id = '', name }) => ({ id, name: name ?? id }))
    .sort((one, other) => rank(one.id) - rank(other.id));
}

interface Root {
  $type: string;
  id?: string;
  name?: string;
}
