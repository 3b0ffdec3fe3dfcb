/** The address of a model by its content. */
import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';
import type { ProcessModel } from '../model/process.js';

/** SHA-256 in hexadecimal over the model's canonical JSON: keys sorted, nothing undefined. */
export const hashModel = (model: ProcessModel): string =>
  bytesToHex(sha256(utf8ToBytes(canonicalJson(model))));

/** JSON that does not depend on the order in which properties were written. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const members = Object.entries(value)
    .filter(([, member]: [string, unknown]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
}
