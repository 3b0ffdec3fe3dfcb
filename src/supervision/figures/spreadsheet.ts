/** Tables as files for other programs: a workbook, or CSV that a Chinese Excel opens without garbling. */
import writeXlsxFile, { type SheetData } from 'write-excel-file/node';
import { BOM, type CellValue, csvLine } from '../../platform/tables/csv.js';

export interface Column<Row> {
  title: string;
  value: (row: Row) => CellValue;
  /** How numbers are shown; `percent` takes 0..1. */
  format?: 'percent' | 'decimal';
}

const FORMATS = { percent: '0.0%', decimal: '0.00' };
/** RFC 4180 with a byte order mark. Rates are written as numbers between 0 and 1. */
export function toCsv<Row>(columns: Column<Row>[], rows: Row[]): Buffer {
  const lines = [
    columns.map(({ title }) => title),
    ...rows.map((row) => columns.map(({ value }) => value(row))),
  ];
  return Buffer.from(BOM + lines.map(csvLine).join(''));
}

/** A workbook with one sheet; numbers stay numbers. */
export async function toXlsx<Row>(
  sheet: string,
  columns: Column<Row>[],
  rows: Row[],
): Promise<Buffer> {
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
