/** The demonstration accounts as a table for the terminal. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './settings.js';

interface Person {
  account: string;
  password: string;
  name: string;
  kind: 'natural' | 'legal' | 'staff';
  posts: { organisation: string; role: string; title: string }[];
}

/** One row per account: account, name, what the person is. Empty without demonstration data. */
export function accountTable(): string {
  const people = read<Person[]>('demonstration/people.json') ?? [];
  if (people.length === 0) return '';
  const rows = people.map((person) => [person.account, person.name, whatTheyAre(person)]);
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => width(row[column]!))));
  const passwords = new Set(people.map(({ password }) => password));
  return [
    `演示账号（口令均为 ${[...passwords].join('、')}）：`,
    ...rows.map(
      ([account, name, post]) =>
        `  ${pad(account!, widths[0]!)}  ${pad(name!, widths[1]!)}  ${post}`,
    ),
  ].join('\n');
}

function whatTheyAre({ kind, posts }: Person): string {
  if (posts.length > 0) return posts.map(({ title }) => title).join('、');
  return kind === 'legal' ? '企业' : '群众';
}

/** Chinese characters take two columns. */
function width(text: string): number {
  return [...text].reduce((sum, char) => sum + (char.codePointAt(0)! > 0x2e80 ? 2 : 1), 0);
}

function pad(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - width(text)));
}

function read<T>(file: string): T | undefined {
  const path = join(ROOT, file);
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as T) : undefined;
}
