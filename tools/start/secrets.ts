/** Secrets of a platform that nobody gave any: made once, kept in its data folder. */
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Secrets {
  /** Shared with the province: signed requests. */
  PROVINCE_SECRET: string;
  /** Client secret of sign-on; kept since secrets are apart, derived before. */
  SIGN_ON_SECRET?: string;
  /** `id:base64(32 bytes)`: encrypts what Temporal stores. Losing it loses every open case. */
  PAYLOAD_KEYS: string;
  /** Finds people by their ID number; kept since it is apart, of the oldest payload key before. */
  DIGEST_KEY?: string;
}

/** Reads `secrets.json` in the folder, or makes it (readable by its owner only). */
export function keptSecrets(dataDir: string): Secrets {
  const file = join(dataDir, 'secrets.json');
  if (!existsSync(file)) {
    const secrets: Secrets = {
      PROVINCE_SECRET: randomBytes(32).toString('base64url'),
      SIGN_ON_SECRET: randomBytes(32).toString('base64url'),
      PAYLOAD_KEYS: `k${Date.now().toString(36)}:${randomBytes(32).toString('base64')}`,
      DIGEST_KEY: randomBytes(32).toString('base64'),
    };
    writeFileSync(file, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  }
  return JSON.parse(readFileSync(file, 'utf8')) as Secrets;
}
