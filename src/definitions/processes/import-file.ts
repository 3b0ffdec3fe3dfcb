/** Reads a file as it comes from another tool: which processes it holds, drawn, with the import report. */
import type { EntityManager } from 'typeorm';
import type { Finding } from '../../../bpmn/compiler/index.js';
import type { DefinitionComputing } from '../computing/index.js';
import { refuseDocumentType, withCity } from './check.js';

export interface ImportedFile {
  processes: { id: string; name: string }[];
  xml: string;
  laidOut: boolean;
  findings: Finding[];
}

/** Nothing is kept. @throws DomainError `bpmn-with-dtd` */
export async function readFile(
  manager: EntityManager,
  computing: DefinitionComputing,
  source: string,
): Promise<ImportedFile> {
  refuseDocumentType(source);
  const { processes, drawn, ...read } = await computing.run('importFile', source);
  return { processes, ...drawn, findings: await withCity(manager, read) };
}
