/** A worker that went on with stores of two times would carry out steps that the tables have left behind. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import type { DataSource } from 'typeorm';
import { StoreMarks } from './marks.js';

const LOOK_EVERY = 5_000;

/**
 * Resolves once the two belong together.
 * @param say told once, when they do not
 * @throws the error of the one that is away
 */
export async function untilTogether(
  dataSource: DataSource,
  temporal: Client,
  say: (sentence: string) => void,
): Promise<void> {
  const marks = new StoreMarks(dataSource, temporal);
  for (let said = false; (await marks.standing()) !== 'together'; said = true) {
    if (!said) say('等待数据库与流程引擎一致：请运行 npm run verify -- --repair');
    await pause(LOOK_EVERY);
  }
}

/** Calls back when they no longer belong together; what is away says nothing. @returns what ends it */
export function whenApart(dataSource: DataSource, temporal: Client, apart: () => void): () => void {
  const marks = new StoreMarks(dataSource, temporal);
  const look = () => marks.standing().then((found) => found === 'apart' && apart());
  const timer = setInterval(() => void look().catch(() => undefined), LOOK_EVERY);
  return () => clearInterval(timer);
}
