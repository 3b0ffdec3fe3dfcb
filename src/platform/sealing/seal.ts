/**
 * One sealed text: `sealed:KEY:BYTES.`, where KEY is the key's id and BYTES are nonce, AES-256-GCM
 * ciphertext and tag in base64url. It may stand alone in a column or within a longer text or JSON: none
 * of its characters needs escaping there.
 */
import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import type { SealingKeys } from './keys.js';

const NONCE = 12;
const TAG = 16;

/** What begins a sealed text: a text without it holds none. */
export const MARK = 'sealed:';
const SEALED = /sealed:([\w-]+):([\w-]{38,})\./g;
const WHOLE = /^sealed:[\w-]+:[\w-]{38,}\.$/;

function sealed({ currentId, byId }: SealingKeys, plain: string, nonce: Buffer): string {
  const cipher = createCipheriv('aes-256-gcm', byId.get(currentId)!, nonce);
  cipher.setAAD(Buffer.from(currentId));
  const bytes = [nonce, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()];
  return `${MARK}${currentId}:${Buffer.concat(bytes).toString('base64url')}.`;
}

/** Sealed by the current key, each time to another text; what is empty stays so. */
export const seal = (keys: SealingKeys, plain: string): string =>
  plain === '' ? plain : sealed(keys, plain, randomBytes(NONCE));

/**
 * Sealed to the same text each time, as long as the key is the current one: what is a key of a row, or
 * compared, stays so. It tells that two rows hold the same, and nothing else.
 */
export const sealAlike = (keys: SealingKeys, plain: string): string =>
  sealed(
    keys,
    plain,
    createHmac('sha256', keys.nonceKey).update(plain).digest().subarray(0, NONCE),
  );

/**
 * The text with all that is sealed in it opened. What no key of ours opens – of a key that is gone, or
 * typed by somebody – stays as it is.
 * @param written how the plain text is written where the sealed one stood, such as within JSON
 */
export function open(
  keys: SealingKeys,
  text: string,
  written: (plain: string) => string = (plain) => plain,
): string {
  if (!text.includes(MARK)) return text;
  return text.replace(SEALED, (whole, id: string, encoded: string) => {
    const plain = opened(keys, id, encoded);
    return plain === undefined ? whole : written(plain);
  });
}

/** Whether the text is sealed as a whole, by whatever key. */
export const isSealed = (text: string): boolean => WHOLE.test(text);

/** Whether something in the text is sealed that no key of ours opens. */
export const holdsUnopened = (keys: SealingKeys, text: string): boolean =>
  text.includes(MARK) &&
  [...text.matchAll(SEALED)].some(([, id, encoded]) => opened(keys, id!, encoded!) === undefined);

function opened({ byId }: SealingKeys, id: string, encoded: string): string | undefined {
  const key = byId.get(id);
  return key && decrypted(key, id, Buffer.from(encoded, 'base64url'));
}

function decrypted(key: Buffer, id: string, bytes: Buffer): string | undefined {
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE), {
    authTagLength: TAG,
  });
  decipher.setAAD(Buffer.from(id));
  decipher.setAuthTag(bytes.subarray(-TAG));
  const plain = decipher.update(bytes.subarray(NONCE, -TAG));
  try {
    return Buffer.concat([plain, decipher.final()]).toString('utf8');
  } catch {
    // Not sealed by this key.
    return undefined;
  }
}
