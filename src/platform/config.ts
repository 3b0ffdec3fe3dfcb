import { hkdfSync } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { FORMER_LAW, LAW } from '../../workflows/law/index.js';
import { digestKeyOf } from './digest-key.js';
import { type HostAndPort, parseHostAndPort } from './host-and-port.js';

/**
 * Every setting of api and worker comes from the environment; this is the one place that reads it.
 * `tools/start` fills what is not set with the embedded servers' addresses. `.env.example` documents all.
 */
export interface Config {
  /** Port of the API and the web; `PORT`, 3000. */
  port: number;
  /** Address people and the province reach the platform at; `PUBLIC_URL`. */
  publicUrl: string;
  /** PostgreSQL; `DATABASE_URL`. */
  databaseUrl: string;
  /** Temporal frontend host:port; `TEMPORAL_ADDRESS`. */
  temporalAddress: string;
  /** `TEMPORAL_NAMESPACE`, default. */
  temporalNamespace: string;
  /** Base address of the province's platform (or its stand-in); `PROVINCE_URL`. */
  provinceUrl: string;
  /** Secrets shared with the province for signed requests, the current first; `PROVINCE_SECRET`. */
  provinceSecret: string;
  /** Client secret of sign-on, apart from the one above; `SIGN_ON_SECRET`. */
  signOnSecret: string;
  /** Other systems' secrets, the current first, by the system's name; `PEER_SECRETS`, `a=s1,s2;b=s3`. */
  peerSecrets: ReadonlyMap<string, string>;
  /** Which messages each of them says, no other; `PEER_MESSAGES`, `a=name1,name2;b=name3`. */
  peerMessages: ReadonlyMap<string, ReadonlySet<string>>;
  /** Where files are kept; `STORAGE_DIR`. */
  storageDir: string;
  /** Folder of the built web; `WEB_DIR`, web/dist. */
  webDir: string;
  /** Payload keys, `id:base64(32 bytes)[,older…]`, first = current; `PAYLOAD_KEYS`. */
  payloadKeys: string;
  /** Key of the digests of ID numbers, hexadecimal; of `DIGEST_KEY`, or of the oldest payload key. */
  digestKey: string;
  /** Length of a natural day for demonstration items, in ms; `DEMO_DAY` such as `2s`, unset = a real day. */
  dayLength: number;
  /** How long an adapter is retried before an incident, in ms; `ADAPTER_GIVE_UP`, 15m. */
  adapterGiveUp: number;
  /**
   * Whether cases opened now call near adapters within the step (decision 40, near adapters are called within
   * the step); `NEWEST_BEHAVIOUR`, off: not before every worker knows how.
   */
  nearAdapters: boolean;
  /** Which of the law's changes of behaviour cases are opened under now; `NEWEST_BEHAVIOUR`, off: the release before's. */
  law: number;
  /** How long a caller waits for a case's answer before it is told that the case is at it, in ms; `ANSWERED_WITHIN`, 10s. */
  answeredWithin: number;
  /** How long a message nobody waits for is kept unless it says itself, in ms; `MESSAGE_KEPT`, 1d. */
  messageKept: number;
  /** Requests one person may make of one API process in 10 s; 0 = no limit; `RATE_LIMIT`, 5000. */
  rateLimit: number;
  /** The same of one network address, behind which many persons may sit; `ADDRESS_RATE_LIMIT`, 20000. */
  addressRateLimit: number;
  /**
   * Proxies whose `X-Forwarded-For` is believed: addresses, networks or `loopback`, as Express's
   * `trust proxy` takes them; `TRUSTED_PROXIES`, unset = none.
   */
  trustedProxies?: string;
  /** `host:port` of the door for those who run the platform; `OPERATIONS_ADDRESS`, unset = none. */
  operationsAddress?: string;
  /** `host:port` at which the worker tells Temporal's own figures; `TEMPORAL_METRICS_ADDRESS`, unset = none. */
  temporalMetricsAddress?: string;
  /** Scans what is uploaded, clamd's protocol; `VIRUS_SCANNER`, host:port; unset = nothing is scanned. */
  virusScanner?: VirusScannerSettings;
  /** No recurring task rests longer, in ms; `RECURRING_AT_MOST`, unset = each as it declares. For tests. */
  recurringAtMost?: number;
}

/** Where the virus scanner is, and what becomes of an upload when it does not answer. */
export interface VirusScannerSettings extends HostAndPort {
  /** `refuse`: 503, the sender tries again; `accept`: kept unscanned; `VIRUS_SCANNER_DOWN`, refuse. */
  whenDown: 'refuse' | 'accept';
}

/** Nest's token for the settings. */
export const CONFIG = Symbol('Config');

/** ms */
export const REAL_DAY = 86_400_000;
const UNITS: Record<string, number> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: REAL_DAY };

/** Reads `2s`, `15m`, `500ms`. @throws Error naming the variable when it is not a length of time */
export function parseLength(name: string, text: string): number {
  const match = /^(\d+(?:\.\d+)?)(ms|s|m|h|d)$/.exec(text.trim());
  if (!match) throw new Error(`${name}=${text} 不是时长；请写成 2s、15m、1h 这样的形式。`);
  return Number(match[1]) * UNITS[match[2]!]!;
}

/** @throws Error naming the variable: a limit that cannot be read must not silently be none */
function parseCount(name: string, text: string): number {
  if (!/^\d+$/.test(text.trim())) throw new Error(`${name}=${text} 不是非负整数。`);
  return Number(text);
}

/** @throws Error naming the variable: what is neither on nor off must not silently be either */
export function isOn(name: string, text: string | undefined): boolean {
  if (!text || text === 'off') return false;
  if (text === 'on') return true;
  throw new Error(`${name}=${text} 应为 on 或 off。`);
}

function required(env: NodeJS.ProcessEnv, name: string): string {
  const value = env[name];
  if (!value) throw new Error(`缺少环境变量 ${name}；参见 .env.example。`);
  return value;
}

/** Length of a day, ms. @throws Error when `DEMO_DAY` is malformed */
export const dayLengthOf = (env: NodeJS.ProcessEnv): number =>
  env.DEMO_DAY ? parseLength('DEMO_DAY', env.DEMO_DAY) : REAL_DAY;

/** Where none is given, one is derived, so that it is never the key of the signed requests. */
function signOnSecretOf(env: NodeJS.ProcessEnv): string {
  const province = required(env, 'PROVINCE_SECRET');
  if (env.SIGN_ON_SECRET === province)
    throw new Error('SIGN_ON_SECRET 不能与 PROVINCE_SECRET 相同，请另行设置。');
  const oldest = province.split(',').at(-1)!.trim();
  return (
    env.SIGN_ON_SECRET || Buffer.from(hkdfSync('sha256', oldest, '', 'sign-on', 32)).toString('hex')
  );
}

/** Something of each of several systems. @param named the setting, @param of what it lists, for people */
function parsePeers(named: string, of: string, text = ''): ReadonlyMap<string, string> {
  const peers = new Map<string, string>();
  for (const entry of text.split(';').filter((each) => each.trim() !== '')) {
    const at = entry.indexOf('=');
    const name = entry.slice(0, at).trim();
    if (at < 1 || !/^[\w-]+$/.test(name) || name === 'onestop' || name === 'province')
      throw new Error(`${named} 应为 系统=${of}1,${of}2;系统=${of}，系统名只含字母、数字、-、_。`);
    peers.set(name, entry.slice(at + 1));
  }
  return peers;
}

/** @throws Error when a system may say something without a secret by which it is known */
function messagesOfPeers(env: NodeJS.ProcessEnv): Config['peerMessages'] {
  const known = parsePeers('PEER_SECRETS', '密钥', env.PEER_SECRETS);
  const said = parsePeers('PEER_MESSAGES', '消息', env.PEER_MESSAGES);
  for (const name of said.keys())
    if (!known.has(name))
      throw new Error(`PEER_MESSAGES 中的 ${name} 在 PEER_SECRETS 中没有密钥。`);
  const names = (text: string) => new Set(text.split(',').map((name) => name.trim()));
  return new Map([...said].map(([name, text]) => [name, names(text)]));
}

/** `localhost`, and what IP calls so (RFC 6761, RFC 5735). */
const LOOPBACK = /^(localhost|(.+\.)?localhost|127(\.\d+){3}|\[::1\])$/;

/**
 * Sessions and ID numbers travel to this address: in production it is HTTPS, or a machine's own.
 * `NODE_ENV=production` says that this is production; `ALLOW_HTTP=yes` that somebody takes the risk.
 */
function publicUrlOf(env: NodeJS.ProcessEnv, port: number): string {
  const text = env.PUBLIC_URL || `http://localhost:${port}`;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !['http:', 'https:'].includes(url.protocol))
    throw new Error(`PUBLIC_URL=${text} 不是网址；请写成 https://政务.example.cn 这样的形式。`);
  const open = url.protocol === 'http:' && !LOOPBACK.test(url.hostname);
  if (open && env.NODE_ENV === 'production' && env.ALLOW_HTTP !== 'yes')
    throw new Error(
      `PUBLIC_URL=${text} 是明文 http，生产环境不能使用：请改为 https（前面放置 TLS 代理，见 docs/operations）。`,
    );
  return text;
}

function parseScanner(address: string, whenDown: string): VirusScannerSettings {
  if (whenDown !== 'refuse' && whenDown !== 'accept')
    throw new Error(`VIRUS_SCANNER_DOWN=${whenDown} 应为 refuse 或 accept。`);
  return { ...parseHostAndPort('VIRUS_SCANNER', address), whenDown };
}

/** @throws Error with one clear sentence when a setting is missing or malformed */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const port = Number(env.PORT ?? 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(`PORT=${env.PORT} 不是端口号。`);
  }
  const newest = isOn('NEWEST_BEHAVIOUR', env.NEWEST_BEHAVIOUR);
  return {
    port,
    publicUrl: publicUrlOf(env, port),
    databaseUrl: required(env, 'DATABASE_URL'),
    temporalAddress: required(env, 'TEMPORAL_ADDRESS'),
    temporalNamespace: env.TEMPORAL_NAMESPACE ?? 'default',
    provinceUrl: required(env, 'PROVINCE_URL'),
    provinceSecret: required(env, 'PROVINCE_SECRET'),
    signOnSecret: signOnSecretOf(env),
    peerSecrets: parsePeers('PEER_SECRETS', '密钥', env.PEER_SECRETS),
    peerMessages: messagesOfPeers(env),
    storageDir: required(env, 'STORAGE_DIR'),
    webDir: env.WEB_DIR || fileURLToPath(new URL('../../web/dist', import.meta.url)),
    payloadKeys: required(env, 'PAYLOAD_KEYS'),
    digestKey: digestKeyOf({ ...env, PAYLOAD_KEYS: required(env, 'PAYLOAD_KEYS') }),
    dayLength: dayLengthOf(env),
    adapterGiveUp: parseLength('ADAPTER_GIVE_UP', env.ADAPTER_GIVE_UP || '15m'),
    nearAdapters: newest,
    law: newest ? LAW : FORMER_LAW,
    answeredWithin: parseLength('ANSWERED_WITHIN', env.ANSWERED_WITHIN || '10s'),
    messageKept: parseLength('MESSAGE_KEPT', env.MESSAGE_KEPT || '1d'),
    rateLimit: parseCount('RATE_LIMIT', env.RATE_LIMIT || '5000'),
    addressRateLimit: parseCount('ADDRESS_RATE_LIMIT', env.ADDRESS_RATE_LIMIT || '20000'),
    ...(env.VIRUS_SCANNER && {
      virusScanner: parseScanner(env.VIRUS_SCANNER, env.VIRUS_SCANNER_DOWN || 'refuse'),
    }),
    ...(env.TRUSTED_PROXIES && { trustedProxies: env.TRUSTED_PROXIES }),
    ...(env.OPERATIONS_ADDRESS && { operationsAddress: env.OPERATIONS_ADDRESS }),
    ...(env.TEMPORAL_METRICS_ADDRESS && { temporalMetricsAddress: env.TEMPORAL_METRICS_ADDRESS }),
    ...(env.RECURRING_AT_MOST && {
      recurringAtMost: parseLength('RECURRING_AT_MOST', env.RECURRING_AT_MOST),
    }),
  };
}
