/**
 * The key under which people are found by ID number without the number being stored: derived from the
 * oldest payload key, which stays as long as the histories it encrypted.
 */
import { hkdfSync } from 'node:crypto';

/** @param payloadKeys `PAYLOAD_KEYS`; undefined = no digests */
export function digestKeyOf(payloadKeys: string): string;
export function digestKeyOf(payloadKeys: string | undefined): string | undefined;
export function digestKeyOf(payloadKeys: string | undefined): string | undefined {
  const oldest = payloadKeys?.split(',').at(-1)?.trim();
  return oldest && Buffer.from(hkdfSync('sha256', oldest, '', 'id numbers', 32)).toString('hex');
}
