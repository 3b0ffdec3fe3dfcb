/** Columns of what was finished, for statistics and the league table. */
import type { TFunction } from 'i18next';
import type { Measures } from '../api/model.js';
import { decimal, percent } from './names.js';

type Measure = Exclude<keyof Measures, 'key' | 'name'>;
const plain = (value: number | null | undefined) => (value ?? '—').toString();

const CASE: [Measure, (value: number | null) => string][] = [
  ['count', plain],
  ['accepted', plain],
  ['granted', plain],
  ['refused', plain],
  ['refusedAcceptance', plain],
  ['statutoryRate', percent],
  ['promisedRate', percent],
  ['statutoryDays', decimal],
  ['promisedDays', decimal],
  ['actualDays', decimal],
  ['promisedCompression', percent],
  ['actualCompression', percent],
  ['firstTimeRate', percent],
  ['returned', plain],
  ['lateEntry', plain],
];
const STEP: [Measure, (value: number | null) => string][] = [
  ['count', plain],
  ['hours', decimal],
  ['stepRate', percent],
];

/** `few` leaves out what a printed page has no room for. */
export function measureColumns<Row extends Measures>(
  t: TFunction,
  of: 'case' | 'step',
  few: Measure[] | null = null,
) {
  return (of === 'case' ? CASE : STEP)
    .filter(([measure]) => !few || few.includes(measure))
    .map(([measure, text]) => ({
      title: t(`supervision.measure-${measure}`),
      key: measure,
      align: 'right' as const,
      sorter: (a: Row, b: Row) => (a[measure] ?? -1) - (b[measure] ?? -1),
      render: (_: unknown, row: Row) => (
        <span className="number">{text(row[measure] as number | null)}</span>
      ),
    }));
}
