/** What takes the longer the larger a table of older cases is; computed apart from requests. */
import { decodeText } from '../../../bpmn/xml/index.js';
import { unprocessable } from '../../platform/errors.js';
import { readTable, type ReadLine } from './read-table.js';

/** @throws DomainError `encoding-unknown`, and what reading a table refuses */
function readOlderCases(file: Uint8Array): ReadLine[] {
  const decoded = decodeText(file);
  if ('refusal' in decoded) throw unprocessable(decoded.refusal.rule, decoded.refusal.message);
  return readTable(decoded.text);
}

export const olderCaseTasks = { readOlderCases };
export type OlderCaseTasks = typeof olderCaseTasks;
