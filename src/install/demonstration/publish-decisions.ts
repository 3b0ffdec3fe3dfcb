/** Publishes the decisions of `bpmn/decisions`; what is already published in this form is left alone. */
import { readdir, readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { DataSource } from 'typeorm';
import { computedInPlace, publishDecisionFile } from '../../definitions/index.js';

const FOLDER = new URL('../../../bpmn/decisions/', import.meta.url);

/** Safe to repeat. @throws DomainError `decisions-have-findings` naming the element that is wrong */
export async function publishDecisions(dataSource: DataSource): Promise<void> {
  const files = (await readdir(FOLDER)).filter((file) => file.endsWith('.dmn')).sort();
  for (const file of files) {
    const xml = await readFile(new URL(file, FOLDER), 'utf8');
    const fileId = basename(file, '.dmn');
    await publishDecisionFile(dataSource.manager, computedInPlace, { fileId, xml, by: 'system' });
  }
}
