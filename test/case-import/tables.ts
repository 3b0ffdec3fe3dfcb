/** Tables of older cases as a file would have them. */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** An ID number whose check digit is right; nobody's (行政区划 210399 does not exist). */
export function idNumber(serial: number): string {
  const day = new Date(Date.UTC(1960, 0, 1 + (serial % 9_000)));
  const birth = day.toISOString().slice(0, 10).replaceAll('-', '');
  const body = `210399${birth}${String(Math.floor(serial / 9_000) % 1000).padStart(3, '0')}`;
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * Number(body[place]), 0);
  return body + '10X98765432'[sum % 11]!;
}

/** CSV with the columns that any line has. */
export function tableOf(lines: Record<string, string>[]): string {
  const columns = [...new Set(lines.flatMap((line) => Object.keys(line)))];
  const rows = lines.map((line) => columns.map((column) => line[column] ?? '').join(','));
  return [columns.join(','), ...rows].join('\n');
}

/** A line of a case that was granted and delivered, but for what is changed. */
export const finished = (number: string, change: Record<string, string> = {}) => ({
  source_number: number,
  item: '210117001000',
  region: '210381003',
  applicant: '王建国',
  id_number: idNumber(1),
  state: 'finished',
  received: '2026-03-02',
  accepted: '2026-03-03',
  decided: '2026-03-12',
  outcome: 'granted',
  delivered: '2026-03-16',
  finished: '2026-03-16',
  ...change,
});
