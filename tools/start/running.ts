/** The platform running on a data folder: the settings its processes were given. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig, type Config } from '../../src/platform/config.js';
import { loadDotEnv, readSettings, withoutEmpty } from './settings.js';

const fileOf = (dataDir: string): string => join(dataDir, 'environment.json');

/** What of the environment belongs to the platform; the rest is the machine's own affair. */
const OURS = [
  'PORT',
  'PUBLIC_URL',
  'DATABASE_URL',
  'TEMPORAL_ADDRESS',
  'TEMPORAL_NAMESPACE',
  'TEMPORAL_FILE',
  'PROVINCE_URL',
  'PROVINCE_SECRET',
  'SIGN_ON_SECRET',
  'PEER_SECRETS',
  'PEER_MESSAGES',
  'STORAGE_DIR',
  'PAYLOAD_KEYS',
  'DIGEST_KEY',
  'DEMO_DAY',
  'ADAPTER_GIVE_UP',
  'NEWEST_BEHAVIOUR',
  'MESSAGE_KEPT',
  'RECURRING_AT_MOST',
];

/** Written at every start for `verify` and `bench`; readable by its owner only: it holds secrets. */
export function keepEnvironment(dataDir: string, env: NodeJS.ProcessEnv): void {
  const ours = Object.fromEntries(OURS.flatMap((name) => (env[name] ? [[name, env[name]]] : [])));
  writeFileSync(fileOf(dataDir), `${JSON.stringify(ours, null, 2)}\n`, { mode: 0o600 });
}

function keptEnvironment(dataDir: string): NodeJS.ProcessEnv {
  const file = fileOf(dataDir);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as NodeJS.ProcessEnv) : {};
}

/**
 * The configuration of the platform on `DATA_DIR`; what the environment names itself wins.
 * @throws Error with one sentence when none was ever started there
 */
export function platformConfig(dataDir?: string): Config {
  loadDotEnv();
  const kept = keptEnvironment(dataDir ?? readSettings().dataDir);
  return readConfig({ ...kept, ...withoutEmpty(process.env) });
}

/**
 * The file of the embedded Temporal that the platform on `DATA_DIR` uses; undefined where its Temporal is
 * another, whatever an earlier one left behind.
 */
export function embeddedEngine(dataDir: string): string | undefined {
  const { TEMPORAL_FILE: file, TEMPORAL_ADDRESS: address } = keptEnvironment(dataDir);
  const named = process.env.TEMPORAL_ADDRESS;
  return (!named || named === address) && file && existsSync(file) ? file : undefined;
}
