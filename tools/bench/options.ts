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
    warmUp: Number(values['warm-up']),
    url: values.url,
    databaseUrl: values['database-url'],
    temporalAddress: values['temporal-address'],
    profile: values.profile && resolve(values.profile),
  };
}

function positive(name: string, text: string): number {
  const number = Number(text);
  if (!(number > 0)) throw new Error(`--${name} 须为正数，不是 ${text}。`);
  return number;
}
