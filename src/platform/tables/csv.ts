/** CSV as other programs read it (RFC 4180), with a byte order mark, so that a Chinese Excel does not garble it. */

export type CellValue = string | number | null;

export const BOM = '\uFEFF';

/** A text that a spreadsheet would take for a formula is kept a text. */
const harmless = (text: string) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

function field(value: CellValue): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = harmless(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** One line, with its end. */
export const csvLine = (cells: readonly CellValue[]): string => `${cells.map(field).join(',')}\r\n`;
