/** One way in for every older case: checked by itself, against the city's data, then written. */
import { setImmediate } from 'node:timers/promises';
import type { EntityManager } from 'typeorm';
import { checkLine } from './check-line.js';
import { Knowledge } from './knowledge.js';
import type { LineError } from './older-case.js';
import type { ReadLine } from './read-table.js';
import { understand, type Understood } from './understand.js';
import { writeCases, type Bringer } from './write-cases.js';

export interface Settings {
  /** Of the installation, ms. */
  dayLength: number;
  digestKey: string;
}

export interface CheckedLine {
  line: ReadLine;
  understood: Understood | null;
  /** Its case is here already. */
  already: string | null;
  errors: LineError[];
}

/** Lines that are checked before requests have their turn again. */
const AT_ONCE = 100;

/** Nothing is changed. Repeats within the lines are faults of the later one. */
export async function checkLines(
  manager: EntityManager,
  sourceSystem: string,
  lines: ReadLine[],
  dayLength: number,
): Promise<CheckedLine[]> {
  const knowledge = new Knowledge(manager, sourceSystem);
  const there = await alreadyThere(manager, sourceSystem, lines);
  const seen = new Map<string, number>();
  const now = Date.now();
  const checked: CheckedLine[] = [];
  for (const [place, line] of lines.entries()) {
    if (place % AT_ONCE === 0) await setImmediate();
    const number = line.cells.source_number;
    const already = number === undefined ? null : (there.get(number) ?? null);
    const errors = [...unknownColumns(line), ...repeatedIn(line, seen)];
    const own = checkLine(line.cells, now);
    errors.push(...own.errors);
    const result =
      own.older && errors.length === 0 ? await understand(knowledge, own.older, dayLength) : null;
    errors.push(...(result?.errors ?? []));
    checked.push({ line, understood: result?.understood ?? null, already, errors });
  }
  return checked;
}

function unknownColumns({ unknown }: ReadLine): LineError[] {
  return unknown.map((name) => ({
    column: name,
    code: 'unknown-column',
    message: `没有“${name}”这一列；请对照模板。`,
  }));
}

function repeatedIn({ line, cells }: ReadLine, seen: Map<string, number>): LineError[] {
  const number = cells.source_number;
  if (number === undefined) return [];
  const first = seen.get(number);
  if (first === undefined) seen.set(number, line);
  if (first === undefined) return [];
  const message = `“原办件编号” ${number} 与第 ${first} 行重复。`;
  return [{ column: 'source_number', code: 'repeated', message }];
}

async function alreadyThere(
  manager: EntityManager,
  sourceSystem: string,
  lines: ReadLine[],
): Promise<Map<string, string>> {
  const rows = await manager.query<{ source: string; number: string }[]>(
    `SELECT source_number AS source, number FROM cases
      WHERE source_system = $1 AND source_number = ANY ($2)`,
    [sourceSystem, lines.flatMap(({ cells }) => cells.source_number ?? [])],
  );
  return new Map(rows.map(({ source, number }) => [source, number]));
}

export interface Brought {
  line: number;
  state: 'brought' | 'already' | 'refused';
  caseNumber: string | null;
  errors: LineError[];
}

/** Brings a page of lines over, in the caller's transaction. */
export async function bringOver(
  manager: EntityManager,
  sourceSystem: string,
  lines: ReadLine[],
  by: Bringer,
  { dayLength, digestKey }: Settings,
): Promise<Brought[]> {
  const checked = await checkLines(manager, sourceSystem, lines, dayLength);
  const cases = checked.flatMap(({ understood, already }) =>
    understood && !already ? [understood] : [],
  );
  const written =
    cases.length === 0
      ? new Map<string, string>()
      : await writeCases(manager, { sourceSystem, cases, by, digestKey });
  return checked.map(({ line, already, errors }): Brought => {
    const base = { line: line.line, errors };
    const caseNumber = written.get(line.cells.source_number ?? '');
    if (already) return { ...base, state: 'already', caseNumber: already, errors: [] };
    if (errors.length > 0) return { ...base, state: 'refused', caseNumber: null };
    if (caseNumber !== undefined) return { ...base, state: 'brought', caseNumber };
    // Another run brought it over at the same moment.
    return { ...base, state: 'already', caseNumber: null };
  });
}
