/**
 * The key under which people are found by ID number without the number being stored. It never changes:
 * the digests are all that is known of most people, and could not be made anew.
 */
import { hkdfSync } from 'node:crypto';

/** What names it. */
interface Keys {
  /** A secret of its own. */
  DIGEST_KEY?: string | undefined;
  /** Where there is none, the oldest of these, which then stays for good. */
  PAYLOAD_KEYS?: string | undefined;
}

/** Characters; 32 bytes in base64 are 44. */
const SHORTEST = 32;

/**
 * So the oldest payload key, put into `DIGEST_KEY` as it stands, gives the key that it gave before.
 * @returns hexadecimal; undefined = neither is set
 * @throws Error when it is too short to be a key
 */
export function digestKeyOf(keys: Keys & { PAYLOAD_KEYS: string }): string;
export function digestKeyOf(keys: Keys): string | undefined;
export function digestKeyOf({ DIGEST_KEY, PAYLOAD_KEYS }: Keys): string | undefined {
  const own = DIGEST_KEY?.trim();
  if (own && own.length < SHORTEST)
    throw new Error(
      `DIGEST_KEY 太短：至少 ${SHORTEST} 个字符，可用 openssl rand -base64 32 生成。`,
    );
  const secret = own || PAYLOAD_KEYS?.split(',').at(-1)?.trim();
  return secret && Buffer.from(hkdfSync('sha256', secret, '', 'id numbers', 32)).toString('hex');
}
