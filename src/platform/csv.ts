/** Reading a table of comma-separated values. */
import { unprocessable } from './errors.js';

export interface CsvRow {
  /** Of the text, from 1, on which the row begins. */
  line: number;
  cells: string[];
}

/**
 * RFC 4180: cells may be quoted, and then hold commas, quotes and line breaks. Blanks before the quote
 * do not matter.
 * @throws DomainError `unreadable-table` when a quote is not closed
 */
export function csvRows(text: string): CsvRow[] {
  const rows: CsvRow[] = [];
  let [cells, at, line] = [[] as string[], 0, 1];
  while (at < text.length) {
    const began = line;
    for (;;) {
      const cell = cellAt(text, at, began);
      cells.push(cell.content);
      line += cell.lines;
      at = cell.end + 1;
      if (text[cell.end] === ',') continue;
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

/** What ends a cell that is not quoted. */
const ENDS = /[,\n]/g;

/** Cut out of the text in pieces: letter by letter a table would weigh a hundredfold. */
function cellAt(text: string, start: number, row: number): Cell {
  let quote = start;
  while (text[quote] === ' ' || text[quote] === '\t') quote += 1;
  if (text[quote] !== '"') {
    const end = endOfCell(text, start);
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
  const end = endOfCell(text, at);
  const rest = text.slice(at, end).replaceAll('\r', '');
  return { content: quoted + rest, end, lines: quoted.split('\n').length - 1 };
}

function endOfCell(text: string, from: number): number {
  ENDS.lastIndex = from;
  return ENDS.exec(text)?.index ?? text.length;
}
