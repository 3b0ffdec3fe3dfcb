/** Settings of `npm start`: the environment, and `.env` for what the environment leaves out. */
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

export interface Settings {
  /** Port of API and web. */
  port: number;
  /** Everything that is kept between starts. */
  dataDir: string;
  /** Address people use. */
  publicUrl: string;
  /** A city that starts with nothing but its first administrator. */
  empty: boolean;
  /** The environment the platform's processes get, before what is started here is added. */
  env: NodeJS.ProcessEnv;
}

/**
 * @param empty `--empty`: in a folder of its own, so that a demonstration stays what it is
 * @throws Error with one sentence when a setting cannot be used
 */
export function readSettings(env: NodeJS.ProcessEnv = process.env, empty = false): Settings {
  const port = Number(env.PORT || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Error(`PORT=${env.PORT} 不是端口号（1～65535）。`);
  }
  return {
    port,
    dataDir: resolve(ROOT, env.DATA_DIR || (empty ? '.data-empty' : '.data')),
    publicUrl: env.PUBLIC_URL || `http://localhost:${port}`,
    empty,
    env,
  };
}

/** Reads the project's `.env`, if there is one, into the environment; what is set already stays. */
export function loadDotEnv(): void {
  const file = join(ROOT, '.env');
  if (existsSync(file)) process.loadEnvFile(file);
}

/** An empty variable, as in a copied `.env.example`, counts as not set. */
export function withoutEmpty(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
}
