/** Whether the dates, the state and the pauses of a line tell one story, as the law has it. */
import { dayOfDate, startOfDay } from '../../../workflows/clock/index.js';
import type { CarriedFrom, CaseState } from '../../../workflows/contracts/case.js';
import { PERMITTED, RUNNING, STATE_NAMES } from '../../../workflows/law/index.js';
import { instantOf, labelOf, type Cells } from './cells.js';
import type { RawLine } from './columns.js';
import type { OlderCase } from './older-case.js';

/** A decision stands in these. */
const DECIDED: readonly CaseState[] = [...PERMITTED, 'refused'];

/** What the law has in an order happened in that order. */
export function inOrder(cells: Cells): void {
  const order = ['received', 'corrected', 'supplemented', 'accepted', 'decided'] as const;
  const dated = [...order, 'delivered'].flatMap((column) => {
    const text = cells.text(column as keyof RawLine);
    const at = text === undefined ? null : instantOf(text);
    return at === null ? [] : [{ column: column as keyof RawLine, at }];
  });
  dated.forEach(({ column, at }, place) => {
    const before = dated[place - 1];
    // 视为受理 is dated back to the receipt.
    if (before && at < before.at && !(column === 'accepted' && cells.has('deemed')))
      cells.wrong(column, 'out-of-order', `早于“${labelOf(before.column)}”，请核对。`);
  });
}

/** State, dates and pauses tell one story. */
export function consistent(cells: Cells, { state, dates, ended, pauses }: OlderCase): void {
  const needsAcceptance = [...RUNNING, 'special-procedure', 'suspended'].includes(state);
  if (needsAcceptance && dates.accepted === null)
    cells.wrong('accepted', 'missing', `没有填；“${STATE_NAMES[state]}”的办件已经受理。`);
  if (DECIDED.includes(state) && dates.decided === null)
    cells.wrong('decided', 'missing', `没有填；“${STATE_NAMES[state]}”的办件已有决定。`);
  if (needsAcceptance && dates.decided !== null)
    cells.wrong(
      'state',
      'already-decided',
      `与决定日期不符：已有决定的办件不再是“${STATE_NAMES[state]}”。`,
    );
  if (state === 'correcting' && !cells.has('corrected'))
    cells.wrong('corrected', 'missing', '没有填；待补正的办件要有告知补正的日期。');
  if (ended && !cells.has('finished') && !cells.has('decided'))
    cells.wrong('finished', 'missing', '没有填；已办完的办件要有办结日期。');
  pausesFit(cells, state, dates.accepted, pauses);
}

function pausesFit(
  cells: Cells,
  state: CaseState,
  accepted: number | null,
  pauses: CarriedFrom['pauses'],
): void {
  const open = pauses.filter(({ to }) => to === null);
  if ((state === 'special-procedure') !== (open.length === 1) || open.length > 1)
    cells.wrong(
      'pauses',
      'bad-pause',
      '与状态不符：特别程序中的办件恰有一段没有结束，其他的没有。',
    );
  pauses.forEach(({ from, to }, place) => {
    const before = pauses[place - 1];
    if (accepted === null || from < startOfDay(dayOfDate(dateText(accepted))))
      cells.wrong('pauses', 'out-of-order', '早于受理；受理之后才能启动特别程序。');
    if (before && (before.to === null || from < before.to))
      cells.wrong('pauses', 'out-of-order', '的各段要按先后排列，不能重叠。');
    if ((to ?? from) > cells.now) cells.wrong('pauses', 'in-the-future', '里有还没有到的日期。');
  });
}

const dateText = (at: number): string => new Date(at + 8 * 3_600_000).toISOString().slice(0, 10);
