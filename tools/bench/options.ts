/** Options of `npm run bench`. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

export interface Options {
  clients: number;
  /** Measured time, s. */
  seconds: number;
  /** Not measured, s. */
  warmUp: number;
  /** A running platform; none = one is started for the bench and ended after it. */
  url?: string;
  databaseUrl?: string;
  temporalAddress?: string;
  /** Where the profiles of the platform's processes and the counts of its statements are put. */
  profile?: string;
}

/** @throws Error with one sentence when an option is not understood */
export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      clients: { type: 'string', default: '16' },
      seconds: { type: 'string', default: '60' },
      'warm-up': { type: 'string', default: '15' },
      url: { type: 'string' },
      'database-url': { type: 'string' },
      'temporal-address': { type: 'string' },
      profile: { type: 'string' },
    },
  });
  return {
    clients: positive('clients', values.clients),
    seconds: positive('seconds', values.seconds),
    warmUp: positive('warm-up', values['warm-up'], 0),
    url: values.url,
    databaseUrl: values['database-url'],
    temporalAddress: values['temporal-address'],
    profile: values.profile && resolve(values.profile),
  };
}

/** @param least what it may be; left out: more than nothing. @throws Error with one sentence */
export function positive(name: string, text: string, least = Number.MIN_VALUE): number {
  const number = Number(text);
  if (!Number.isFinite(number) || number < least)
    throw new Error(`--${name} 须为${least === 0 ? '非负数' : '正数'}，不是 ${text}。`);
  return number;
}

/** Reads options by `read`; one sentence and 2 when they are not understood. */
export function orExit<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    return process.exit(2);
  }
}
