/** Understands one line and finds what is wrong with it by itself; every fault is told at once. */
import { FINAL } from '../../../workflows/law/index.js';
import { Cells } from './cells.js';
import type { RawLine } from './columns.js';
import type { LineError, OlderCase } from './older-case.js';
import { consistent, inOrder } from './one-story.js';

type Checked = { older: OlderCase; errors: [] } | { older: null; errors: LineError[] };

const REQUIRED = ['source_number', 'item', 'region', 'applicant', 'state', 'received'] as const;

/** @param now nothing may have happened later; ms */
export function checkLine(line: RawLine, now: number): Checked {
  const cells = new Cells(line, now);
  const older = read(cells);
  return cells.errors.length === 0 ? { older, errors: [] } : { older: null, errors: cells.errors };
}

function read(cells: Cells): OlderCase {
  for (const column of REQUIRED)
    if (!cells.has(column)) cells.wrong(column, 'missing', '没有填；这一列必须填写。');
  const state = cells.state();
  const receivedAt = cells.instant('received') ?? 0;
  const correctedAt = cells.instant('corrected');
  const supplementedAt = cells.instant('supplemented');
  const deemed = cells.yes('deemed');
  const accepted = cells.instant('accepted') ?? (deemed ? (supplementedAt ?? receivedAt) : null);
  const decided = cells.instant('decided');
  const deliveredAt = cells.instant('delivered');
  const finishedAt = cells.instant('finished');
  inOrder(cells);
  const older: OlderCase = {
    sourceNumber: cells.text('source_number') ?? '',
    item: cells.text('item') ?? '',
    region: cells.text('region') ?? '',
    applicant: cells.applicant(),
    state,
    outcome: cells.outcome(state),
    ended: FINAL.includes(state),
    receivedAt,
    correctedAt,
    examinedFrom: supplementedAt ?? receivedAt,
    dates: { collected: state === 'submitted' ? null : receivedAt, accepted, decided },
    deemed,
    pauses: cells.pauses(),
    extension: cells.wholeDays('extension'),
    deliveredAt,
    finishedAt,
    element: cells.text('element') ?? null,
    form: cells.form(),
    files: cells.files(),
  };
  consistent(cells, older);
  return older;
}
