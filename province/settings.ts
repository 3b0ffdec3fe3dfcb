import { fileURLToPath } from 'node:url';

/** Everything the stand-in needs to know; `main.ts` reads it from the environment. */
export interface ProvinceSettings {
  /** 0 picks a free port. */
  port: number;
  /** Interface to listen on; only this machine unless told otherwise. */
  host: string;
  /** Address browsers and the platform reach the stand-in at; `http://localhost:<port>` unless set. */
  url?: string;
  /** Address of the platform: where sign-on returns to and where notices are sent. */
  platformUrl: string;
  /** Shared with the platform, the current first: keys of the signed requests. */
  secret: string;
  /** OIDC client secret of the platform; derived from the other where it is not given. */
  signOnSecret?: string;
  /** Folder of the journals, so that orders and licences outlive a restart. */
  dataDir: string;
  /** Folder of the demonstration people and the exchange's data. */
  demonstrationDir: string;
  /**
   * Whether a call is answered that does not say on what errand it comes: while the systems around the
   * province learn to say it; default no.
   */
  withoutErrand?: boolean;
}

function required(env: NodeJS.ProcessEnv, name: string): string {
  const value = env[name];
  if (!value) throw new Error(`缺少环境变量 ${name}；参见 .env.example。`);
  return value;
}

/** @throws Error with one clear sentence when a setting is missing or malformed */
export function readSettings(env: NodeJS.ProcessEnv = process.env): ProvinceSettings {
  const port = Number(env.PROVINCE_PORT ?? 0);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(`PROVINCE_PORT=${env.PROVINCE_PORT} 不是端口号。`);
  }
  return {
    port,
    host: env.PROVINCE_HOST ?? '127.0.0.1',
    url: env.PROVINCE_URL,
    platformUrl: required(env, 'PUBLIC_URL'),
    secret: required(env, 'PROVINCE_SECRET'),
    ...(env.SIGN_ON_SECRET && { signOnSecret: env.SIGN_ON_SECRET }),
    dataDir: `${env.DATA_DIR ?? '.data'}/province`,
    withoutErrand: env.PROVINCE_WITHOUT_ERRAND === 'on',
    demonstrationDir: fileURLToPath(new URL('../demonstration', import.meta.url)),
  };
}
