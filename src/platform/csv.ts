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
  let [cells, cell, quoted, line, began] = [[] as string[], '', false, 1, 1];
  const endRow = () => {
    rows.push({ line: began, cells: [...cells, cell] });
    [cells, cell] = [[], ''];
  };
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at]!;
    if (char === '\n') line += 1;
    if (quoted) {
      if (char !== '"') cell += char;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (char === '"' && cell.trim() === '') [cell, quoted] = ['', true];
    else if (char === ',') {
      cells.push(cell);
      cell = '';
    } else if (char === '\n') {
      endRow();
      began = line;
    } else if (char !== '\r') cell += char;
  }
  if (quoted) throw unprocessable('unreadable-table', `第 ${began} 行的引号没有成对。`);
  if (cell !== '' || cells.length > 0) endRow();
  return rows;
}
