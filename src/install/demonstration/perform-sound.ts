/** Data of a release beside what a city has made of its register meanwhile. */
import type { EntityManager } from 'typeorm';
import { performAll, THE_PLATFORM } from '../../administration/index.js';
import { DomainError } from '../../platform/errors.js';

type Act<Asked> = Parameters<typeof performAll<Asked & object>>[1];

/**
 * Does all that the city's register has room for. A body that was closed since, a line that the city gave to
 * a body of its own, a name that is taken: what goes against them is left out, with what hangs on it, and the
 * platform starts all the same.
 * @returns keys of what was left out
 * @throws what is no refusal of the register's
 */
export async function performSound<Asked extends object>(
  manager: EntityManager,
  act: Act<Asked>,
  asked: readonly Asked[],
  keyOf: (one: Asked) => string,
): Promise<string[]> {
  const left: string[] = [];
  let rest = [...asked];
  while (rest.length > 0) {
    const refused = await refusedOf(manager, act, rest);
    if (refused === null) return left;
    const out = rest.map(keyOf).filter((key) => refused.includes(key));
    // Refused without being named: looked for one by one.
    if (out.length === 0) return [...left, ...(await oneByOne(manager, act, rest, keyOf))];
    left.push(...out);
    rest = rest.filter((one) => !out.includes(keyOf(one)));
  }
  return left;
}

/** @returns null = all is done; or nothing is, and these are why as far as they were named */
async function refusedOf<Asked extends object>(
  manager: EntityManager,
  act: Act<Asked>,
  asked: readonly Asked[],
): Promise<string[] | null> {
  try {
    await manager.transaction((inner) => performAll(inner, act, { by: THE_PLATFORM, asked }));
    return null;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { faults = [] } = error.details as { faults?: { key: string }[] };
    return faults.map(({ key }) => key);
  }
}

async function oneByOne<Asked extends object>(
  manager: EntityManager,
  act: Act<Asked>,
  asked: readonly Asked[],
  keyOf: (one: Asked) => string,
): Promise<string[]> {
  const left = [];
  for (const one of asked)
    if ((await refusedOf(manager, act, [one])) !== null) left.push(keyOf(one));
  return left;
}

/** In the log of the migration: nothing is left out in silence. */
export function tellLeftOut(keys: readonly string[]): void {
  if (keys.length === 0) return;
  const some = keys.slice(0, 20).join('、');
  process.stderr.write(`与本市现有登记不符、没有载入的 ${keys.length} 条：${some}\n`);
}
