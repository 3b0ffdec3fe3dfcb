/** Reading a table of comma-separated values. */
import { unprocessable } from './errors.js';

export interface CsvRow {
  /** Of the text, from 1, on which the row begins. */
  line: number;
  cells: string[];
}

/** What spreadsheets put between cells: “Unicode text” of Excel has tabs, some of its languages semicolons. */
const SEPARATORS = [',', '\t', ';'] as const;

/** The one that stands most often in the first line; in a table of one column it does not matter. */
function separatorOf(text: string): string {
  const head = text.slice(0, endOf(text, /\n/g, 0)).replaceAll(/"[^"]*"/g, '');
  const times = (separator: string) => head.split(separator).length;
  return SEPARATORS.reduce<string>(
    (most, one) => (times(one) > times(most) ? one : most),
    SEPARATORS[0],
  );
}

/**
 * RFC 4180: cells may be quoted, and then hold commas, quotes and line breaks. Blanks before the quote
 * do not matter.
 * @throws DomainError `unreadable-table` when a quote is not closed
 */
export function csvRows(text: string): CsvRow[] {
  const rows: CsvRow[] = [];
  let [cells, at, line] = [[] as string[], 0, 1];
  const separator = separatorOf(text);
  const ends = new RegExp(`[${separator}\\n]`, 'g');
  while (at < text.length) {
    const began = line;
    for (;;) {
      const cell = cellAt(text, at, began, ends);
      cells.push(cell.content);
      line += cell.lines;
      at = cell.end + 1;
      if (text[cell.end] === separator) continue;
      if (text[cell.end] === '\n') line += 1;
      break;
    }
    if (at <= text.length || cells.length > 1 || cells[0] !== '') rows.push({ line: began, cells });
    cells = [];
  }
  return rows;
}

interface Cell {
  content: string;
  /** Where the comma or line break stands that ends it, or the text ends. */
  end: number;
  /** Line breaks within it. */
  lines: number;
}

/** Cut out of the text in pieces: letter by letter a table would weigh a hundredfold. */
function cellAt(text: string, start: number, row: number, ends: RegExp): Cell {
  let quote = start;
  while (text[quote] === ' ') quote += 1;
  if (text[quote] !== '"') {
    const end = endOf(text, ends, start);
    return { content: text.slice(start, end).replaceAll('\r', ''), end, lines: 0 };
  }
  let at = quote + 1;
  const pieces: string[] = [];
  for (;;) {
    const close = text.indexOf('"', at);
    if (close < 0) throw unprocessable('unreadable-table', `第 ${row} 行的引号没有成对。`);
    pieces.push(text.slice(at, close));
    at = close + 1;
    if (text[at] !== '"') break;
    pieces.push('"');
    at += 1;
  }
  const quoted = pieces.join('');
  const end = endOf(text, ends, at);
  const rest = text.slice(at, end).replaceAll('\r', '');
  return { content: quoted + rest, end, lines: quoted.split('\n').length - 1 };
}

function endOf(text: string, ends: RegExp, from: number): number {
  ends.lastIndex = from;
  return ends.exec(text)?.index ?? text.length;
}
