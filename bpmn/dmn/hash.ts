/** The address of a decision model by its content. */
import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';
import { canonicalJson } from '../compiler/hash.js';
import type { DecisionModel } from './model.js';

/** SHA-256 in hexadecimal over the model's canonical JSON. */
export const hashDecisions = (model: DecisionModel): string =>
  bytesToHex(sha256(utf8ToBytes(canonicalJson(model))));
