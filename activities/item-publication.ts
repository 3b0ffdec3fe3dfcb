/** 写入目录: a draft of an item that has gone its way becomes the version from a day on. */
import { publishEntry } from '../src/catalogue/index.js';
import { DomainError } from '../src/platform/errors.js';
import { type Adapter, bpmnError, requiredText } from './adapter.js';

/** Input `{effectiveFrom}`, `2026-12-01`. Result `{item, version}`; what forbids it is the error `item-refused`. */
export const publishItem: Adapter = async (call, { dataSource }) => {
  const effectiveFrom = requiredText(call, 'effectiveFrom');
  try {
    const { item, version } = await publishEntry(dataSource, call.caseNumber, effectiveFrom);
    return { item, version };
  } catch (error) {
    if (error instanceof DomainError) throw bpmnError('item-refused', error.message);
    throw error;
  }
};
