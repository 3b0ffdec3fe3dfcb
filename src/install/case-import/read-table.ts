/** Reads a table of older cases: CSV with a line of headings, or a JSON array of objects. */
import { csvRows } from '../../platform/csv.js';
import { unprocessable } from '../../platform/errors.js';
import { columnOf, type RawLine } from './columns.js';

export interface ReadLine {
  /** Of the file, from 1; in JSON the place in the array, from 1. */
  line: number;
  cells: RawLine;
  /** Headings that name no column. */
  unknown: string[];
}

const MOST_LINES = 200_000;

/** @throws DomainError `unreadable-table`, `unknown-columns`, `empty-table`, `too-many-lines` */
export function readTable(text: string): ReadLine[] {
  const body = text.replace(/^\uFEFF/, '');
  const lines = /^\s*\[/.test(body) ? readJson(body) : readCsv(body);
  if (lines.length === 0)
    throw unprocessable('empty-table', '文件里没有办件；请按模板填写后再上传。');
  if (lines.length > MOST_LINES)
    throw unprocessable('too-many-lines', `一次最多导入 ${MOST_LINES} 件；请分成几个文件。`);
  return lines;
}

function readJson(text: string): ReadLine[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    throw unprocessable('unreadable-table', `文件不是 JSON：${(error as Error).message}`);
  }
  return (parsed as unknown[]).map((one, place) => {
    if (typeof one !== 'object' || one === null || Array.isArray(one))
      throw unprocessable('unreadable-table', `第 ${place + 1} 项不是对象；请按模板填写。`);
    return lineOf(
      place + 1,
      Object.entries(one).map(([name, value]) => [name, textOf(value)]),
    );
  });
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value as string | number);
}

function readCsv(text: string): ReadLine[] {
  const [head, ...rows] = csvRows(text);
  const headings = head?.cells ?? [];
  const unknown = headings.filter((heading) => heading !== '' && !columnOf(heading));
  if (unknown.length > 0 || headings.length === 0)
    throw unprocessable(
      'unknown-columns',
      `第 1 行应为列名；不认识的列：${unknown.join('、') || '（空）'}。请下载模板对照。`,
      { columns: unknown },
    );
  return rows
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
    .map(({ line, cells }) =>
      lineOf(
        line,
        headings.map((heading, place) => [heading, cells[place] ?? '']),
      ),
    );
}

function lineOf(line: number, pairs: [string, string][]): ReadLine {
  const cells: RawLine = {};
  const unknown: string[] = [];
  for (const [heading, value] of pairs) {
    const column = columnOf(heading);
    if (!column) {
      if (heading !== '') unknown.push(heading);
      continue;
    }
    const text = value.trim();
    if (text !== '') cells[column] = text;
  }
  return { line, cells, unknown };
}
