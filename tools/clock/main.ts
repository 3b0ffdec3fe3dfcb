/**
 * `npm run --silent clock -- due --from DATE --days N | due --csv FILE | run FILE.json | run DIR`:
 * the statutory clock on the calendar of the State Council's arrangements, without platform or database.
 * Exit codes: 0 answered, 2 not usable.
 */
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { decodeText } from '../../bpmn/xml/index.js';
import { workingDaysOf, yearsWithData } from '../../src/calendar/index.js';
import type { FrozenCalendar } from '../../workflows/contracts/case.js';
import { sentenceOf, withNegativeValues } from '../command-line/refusal.mjs';
import { dueDate, dueDates, workingDays } from './due.js';
import { playPermit, readPermit, UnusableCase } from './scripted-permit.js';

const USAGE = `用法：
  npm run --silent clock -- due --from 2026-09-30 --days 5
  npm run --silent clock -- due --csv 表.csv        （列 from、working_days）
  npm run --silent clock -- run 办件.json
  npm run --silent clock -- run 目录`;

const calendar: FrozenCalendar = {
  version: 'seed',
  years: Object.fromEntries(yearsWithData().map((year) => [year, workingDaysOf(year)])),
};

/** npm changes to the project's folder; paths are meant from where the command was typed. */
const place = process.env.npm_lifecycle_event === 'clock' ? process.env.INIT_CWD : undefined;
const path = (name: string): string => resolve(place ?? process.cwd(), name);

async function runFile(file: string): Promise<unknown> {
  return playPermit(calendar, readPermit(await readFile(file, 'utf8')));
}

async function runFolder(folder: string): Promise<number> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.json')).sort();
  let code = 0;
  for (const file of files) {
    // One that cannot be read does not keep the others from their answer.
    const told = await runFile(join(folder, file)).catch((error: Error) => {
      code = 2;
      return {
        error: error instanceof UnusableCase ? 'unusable' : 'unreadable',
        message: error instanceof UnusableCase ? error.message : sentenceOf(error),
      };
    });
    console.log(JSON.stringify({ file, ...(told as object) }));
  }
  return code;
}

async function run(name: string): Promise<number> {
  if ((await stat(path(name))).isDirectory()) return runFolder(path(name));
  console.log(JSON.stringify(await runFile(path(name))));
  return 0;
}

async function due({ from, days, csv }: Record<string, string | undefined>): Promise<number> {
  if (csv !== undefined) {
    for (const line of dueDates(calendar, await readTable(path(csv)))) console.log(line);
    return 0;
  }
  if (from === undefined || days === undefined) return refuse(USAGE);
  console.log(dueDate(calendar, from, workingDays(days)));
  return 0;
}

/** @throws RangeError when it is text in no known encoding */
async function readTable(file: string): Promise<string> {
  const decoded = decodeText(await readFile(file));
  if ('text' in decoded) return decoded.text;
  throw new RangeError(decoded.refusal.message);
}

function refuse(reason: string): number {
  console.error(reason);
  return 2;
}

async function main(): Promise<number> {
  const text = { type: 'string' } as const;
  const { values, positionals } = parseArgs({
    args: withNegativeValues(process.argv.slice(2)),
    allowPositionals: true,
    options: { from: text, days: text, csv: text },
  });
  const [command, file, ...rest] = positionals;
  if (command === 'due' && file === undefined) return due(values);
  if (command === 'run' && file !== undefined && rest.length === 0) return run(file);
  return refuse(USAGE);
}

try {
  process.exitCode = await main();
} catch (error) {
  process.exitCode = refuse(sentenceOf(error));
}
