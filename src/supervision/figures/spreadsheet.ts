/** Tables as files for other programs: a workbook, or CSV that a Chinese Excel opens without garbling. */
import writeXlsxFile, { type SheetData } from 'write-excel-file/node';
import { unprocessable } from '../../platform/errors.js';
import { fileAnswer } from '../../platform/http/index.js';
import { BOM, type CellValue, csvLine } from '../../platform/tables/csv.js';

export interface Column<Row> {
  title: string;
  value: (row: Row) => CellValue;
  /** How numbers are shown; `percent` takes 0..1. */
  format?: 'percent' | 'decimal';
}

const FORMATS = { percent: '0.0%', decimal: '0.00' };
/** RFC 4180 with a byte order mark. Rates are written as numbers between 0 and 1. */
function toCsv<Row>(columns: Column<Row>[], rows: Row[]): Buffer {
  const lines = [
    columns.map(({ title }) => title),
    ...rows.map((row) => columns.map(({ value }) => value(row))),
  ];
  return Buffer.from(BOM + lines.map(csvLine).join(''));
}

/** A workbook with one sheet; numbers stay numbers. */
async function toXlsx<Row>(sheet: string, columns: Column<Row>[], rows: Row[]): Promise<Buffer> {
  const head = columns.map(({ title }) => ({ value: title, fontWeight: 'bold' as const }));
  const body = rows.map((row) =>
    columns.map(({ value, format }) => {
      const found = value(row);
      if (found === null) return null;
      if (typeof found === 'string') return { value: found, type: String };
      return { value: found, type: Number, ...(format && { format: FORMATS[format] }) };
    }),
  );
  const data: SheetData = [head, ...body];
  const widths = columns.map(({ title }, index) => ({
    width: index === 0 ? 36 : title.length * 2 + 4,
  }));
  return writeXlsxFile(data, { sheet, columns: widths, stickyRowsCount: 1 }).toBuffer();
}

export interface SpreadsheetFile {
  name: string;
  format: 'csv' | 'xlsx';
  content: Buffer;
}

export const SPREADSHEET_TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** @param name of the file, without its ending */
export async function spreadsheet<Row>(
  name: string,
  sheet: string,
  columns: Column<Row>[],
  rows: Row[],
  format: 'csv' | 'xlsx',
): Promise<SpreadsheetFile> {
  const content = format === 'csv' ? toCsv(columns, rows) : await toXlsx(sheet, columns, rows);
  return { name: `${name}.${format}`, format, content };
}

/** Rows of one exported list: what a workbook is still looked through with. */
export const MOST_LINES = 5_000;

/**
 * All of a list, named by the day it was taken.
 * @param list up to `MOST_LINES` rows, with a cursor where there are more
 * @throws DomainError 422 `export-too-long`
 */
export function registerFile<Row>(
  name: string,
  columns: Column<Row>[],
  { items, next }: { items: Row[]; next: string | null },
  format: 'csv' | 'xlsx',
): Promise<SpreadsheetFile> {
  if (next) {
    throw unprocessable(
      'export-too-long',
      `符合条件的超过 ${MOST_LINES} 条，一次最多导出 ${MOST_LINES} 条。请缩小范围，分几次导出。`,
    );
  }
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());
  return spreadsheet(`${name}-${today}`, name, columns, items, format);
}

/** As the answer to a download. */
export const spreadsheetAnswer = ({ content, name, format }: SpreadsheetFile) =>
  fileAnswer(content, { name, type: SPREADSHEET_TYPES[format] });
