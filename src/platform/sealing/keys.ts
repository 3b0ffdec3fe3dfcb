/**
 * Keys of what is sealed in the database. They are derived from the payload keys, so that one list is
 * configured and one list rotates: the first key seals, each of the list opens.
 */
import { hkdfSync } from 'node:crypto';
import { parsePayloadKeys } from '../payload-keys.js';

export interface SealingKeys {
  /** Seals what is written. */
  currentId: string;
  /** 32 bytes each. */
  byId: ReadonlyMap<string, Buffer>;
  /** Of the current key: makes the nonce of what is sealed alike each time. */
  nonceKey: Buffer;
  /** Of the digests by which people are found. */
  digestKey: string;
}

const derived = (key: Buffer, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', key, '', purpose, 32));

/**
 * @param payloadKeys `PAYLOAD_KEYS`
 * @param digestKey of `digestKeyOf`
 * @throws Error naming what is wrong, never the key
 */
export function sealingKeysOf(payloadKeys: string, digestKey: string): SealingKeys {
  const { currentId, byId } = parsePayloadKeys(payloadKeys);
  for (const id of byId.keys())
    if (!/^[\w-]+$/.test(id)) throw new Error('PAYLOAD_KEYS 的编号只能由字母、数字、-、_ 组成。');
  return {
    currentId,
    byId: new Map([...byId].map(([id, key]) => [id, derived(key, 'sealed columns')])),
    nonceKey: derived(byId.get(currentId)!, 'nonces of sealed columns'),
    digestKey,
  };
}
