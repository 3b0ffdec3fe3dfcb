/** What the project's own texts refer to: decision records, files, links. For the test beside it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Folders whose files are read; everything else is data, generated or not ours. */
const FOLDERS = [
  ...['activities', 'bpmn', 'demonstration', 'docs', 'province', 'src', 'test', 'tools'],
  ...['web/src', 'workflows'],
];
const TEXT = /\.(md|ts|tsx|mjs|cjs)$/;

export interface TextFile {
  path: string;
  text: string;
}

/** Documents and sources, by their path from the project's root. */
export function textFiles(root: string): TextFile[] {
  const inside = FOLDERS.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
      join(folder, name),
    ),
  );
  const beside = readdirSync(root);
  return [...inside, ...beside]
    .filter((path) => TEXT.test(path))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

export interface DecisionRecord {
  file: string;
  number: number;
  title: string;
  /** `accepted`, or `superseded by [N](file)`. */
  status: string;
  date: string;
}

const HEAD = /^# (\d+)\. (.+)\n\nStatus: (.+), (\d{4}-\d\d-\d\d)(?:, supersedes .+)?\n/;

/** @throws Error naming a record without number, title, status and date in its first lines */
export function decisionRecords(root: string): DecisionRecord[] {
  const folder = join(root, 'docs/decisions');
  return readdirSync(folder)
    .sort()
    .map((file) => {
      const [, number, title, status, date] =
        HEAD.exec(readFileSync(join(folder, file), 'utf8')) ?? [];
      if (!title || !status || !date)
        throw new Error(`${file}: begin with “# N. Title” and “Status: …, YYYY-MM-DD”`);
      return { file, number: Number(number), title, status, date };
    });
}

/** Lower-case words without punctuation: what a title and a file's name have in common. */
export const wordsOf = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

export interface Reference {
  number: number;
  /** The beginning of the record's title, or the file a link leads to; undefined = a bare number. */
  words?: string;
  link?: string;
}

/** A comment that runs over several lines reads as one. */
const unwrapped = (text: string): string => text.replace(/\n\s*(?:\*(?!\/)|\/\/|--|#)?\s*/g, ' ');

const REFERENCE =
  /\bdecisions? 0*(\d+)\b(?:\]\((?<link>[^)]+)\)|, (?<words>[a-z][^().:;]*?)(?=\s*[().:;]|$))?/gi;

/** Every “decision N” of a text. */
export function referencesIn(text: string): Reference[] {
  return [...unwrapped(text).matchAll(REFERENCE)].map(({ 1: number, groups }) => ({
    number: Number(number),
    ...(groups?.['words'] && { words: groups['words'] }),
    ...(groups?.['link'] && { link: groups['link'] }),
  }));
}

/** What is wrong with a reference; null = it names a record by its number and its title. */
export function faultOf(reference: Reference, records: DecisionRecord[]): string | null {
  const { number, words, link } = reference;
  const record = records.find((one) => one.number === number);
  if (!record) return `decision ${number} does not exist`;
  if (link !== undefined)
    return link.endsWith(record.file) ? null : `decision ${number} is ${record.file}, not ${link}`;
  if (words === undefined)
    return `decision ${number}: say which by its title, as “decision ${number}, ${record.title.toLowerCase()}”`;
  const fits = `${wordsOf(record.title)}-`.startsWith(`${wordsOf(words)}-`);
  return fits ? null : `decision ${number} is “${record.title}”, not “${words}”`;
}

/** Links of a document that lead to no file of the project. */
export function brokenLinks(root: string, { path, text }: TextFile): string[] {
  return [...text.matchAll(/\]\(([^)\s#]+)(?:#[^)]*)?\)/g)]
    .map(([, target]) => target!)
    .filter((target) => !/^[a-z]+:/.test(target))
    .filter((target) => !existsSync(join(root, dirname(path), target)));
}

const PATH =
  /`((?:activities|bpmn|demonstration|docs|province|src|test|tools|types|web|workflows)\/[\w./-]*[\w/])`/g;

/** Files and folders that a document names and that are not there. */
export function missingPaths(root: string, { text }: TextFile): string[] {
  return [...text.matchAll(PATH)]
    .map(([, path]) => path!)
    .filter((path) => !existsSync(join(root, path)));
}

const COMMENT = /\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/[^\n]*/g;
const FILE = /`([a-z][\w./-]*\.(?:ts|tsx|mjs|md))`/g;

/** Files that a source's comments name, in backticks, and that are not there. Built ones are not looked for. */
export function missingFiles({ text }: TextFile, paths: readonly string[]): string[] {
  return [...text.matchAll(COMMENT)]
    .flatMap(([comment]) => [...comment.matchAll(FILE)].map(([, file]) => file!))
    .filter((file) => !file.startsWith('dist/'))
    .filter(
      (file) => !paths.some((path) => `/${path}`.endsWith(`/${file.replace(/^(\.{1,2}\/)+/, '')}`)),
    );
}
