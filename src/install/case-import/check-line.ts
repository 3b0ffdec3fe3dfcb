/** Understands one line and finds what is wrong with it by itself; every fault is told at once. */
import type { Json } from '../../../bpmn/engine/index.js';
import { dayOfDate, startOfDay } from '../../../workflows/clock/index.js';
import type { CarriedFrom, CaseState } from '../../../workflows/contracts/case.js';
import { FINAL, PERMITTED, RUNNING, STATE_NAMES } from '../../../workflows/law/index.js';
import { isCreditCode, isIdNumber } from '../../platform/identifiers.js';
import { COLUMNS, type RawLine } from './columns.js';
import { MOST_FILES, namedFiles, type NamedFile } from './files.js';
import type { LineError, OlderCase } from './older-case.js';

type Checked = { older: OlderCase; errors: [] } | { older: null; errors: LineError[] };

const LABELS = new Map(COLUMNS.map(({ name, label }) => [name, label]));
const REQUIRED = ['source_number', 'item', 'region', 'applicant', 'state', 'received'] as const;
const STATE_BY_NAME = new Map(
  Object.entries(STATE_NAMES).flatMap(([state, name]) => [
    [state, state as CaseState],
    [name, state as CaseState],
  ]),
);
/** A decision stands in these. */
const DECIDED: readonly CaseState[] = [...PERMITTED, 'refused'];
const HOURS_OF_WORK = 9 * 3_600_000;
const DATE_TIME = /^(\d{4}-\d\d-\d\d)(?:[ T](\d\d):(\d\d)(?::(\d\d))?(?:\+08:00)?)?$/;

/** @param now nothing may have happened later; ms */
export function checkLine(cells: RawLine, now: number): Checked {
  const line = new Line(cells, now);
  const older = line.read();
  return line.errors.length === 0 ? { older, errors: [] } : { older: null, errors: line.errors };
}

class Line {
  readonly errors: LineError[] = [];

  constructor(
    private readonly cells: RawLine,
    private readonly now: number,
  ) {}

  private wrong(column: keyof RawLine | null, code: string, message: string): void {
    const label = column === null ? '' : `“${LABELS.get(column)}”`;
    this.errors.push({ column, code, message: `${label}${message}` });
  }

  read(): OlderCase {
    const { cells } = this;
    for (const column of REQUIRED)
      if (!cells[column]) this.wrong(column, 'missing', '没有填；这一列必须填写。');
    const state = this.state();
    const receivedAt = this.instant('received') ?? 0;
    const correctedAt = this.instant('corrected');
    const supplementedAt = this.instant('supplemented');
    const deemed = this.yes('deemed');
    const accepted = this.instant('accepted') ?? (deemed ? (supplementedAt ?? receivedAt) : null);
    const decided = this.instant('decided');
    const deliveredAt = this.instant('delivered');
    const finishedAt = this.instant('finished');
    this.inOrder();
    const older: OlderCase = {
      sourceNumber: cells.source_number ?? '',
      item: cells.item ?? '',
      region: cells.region ?? '',
      applicant: this.applicant(),
      state,
      outcome: this.outcome(state),
      ended: FINAL.includes(state),
      receivedAt,
      correctedAt,
      examinedFrom: supplementedAt ?? receivedAt,
      dates: { collected: state === 'submitted' ? null : receivedAt, accepted, decided },
      deemed,
      pauses: this.pauses(),
      extension: this.wholeDays('extension'),
      deliveredAt,
      finishedAt,
      element: cells.element ?? null,
      form: this.form(),
      files: this.files(),
    };
    this.consistent(older);
    return older;
  }

  private state(): CaseState {
    const text = this.cells.state ?? '';
    const state = STATE_BY_NAME.get(text);
    if (text !== '' && !state)
      this.wrong(
        'state',
        'unknown-state',
        `里的“${text}”不是办件状态；请写代码或名称，如 handling、承办中。`,
      );
    return state ?? 'submitted';
  }

  private applicant(): OlderCase['applicant'] {
    const {
      applicant_kind: kind = 'natural',
      id_number: idNumber = '',
      applicant = '',
    } = this.cells;
    if (kind !== 'natural' && kind !== 'legal')
      this.wrong('applicant_kind', 'unknown-kind', '只能是 natural（自然人）或 legal（法人）。');
    const right = kind === 'legal' ? isCreditCode : isIdNumber;
    if (idNumber === '') this.wrong('id_number', 'missing', '没有填；办件要能归到申请人名下。');
    else if (!right(idNumber.toUpperCase()))
      this.wrong('id_number', 'bad-id-number', '的校验位不对，请核对。');
    return {
      name: applicant,
      kind: kind === 'legal' ? 'legal' : 'natural',
      idNumber: idNumber.toUpperCase(),
    };
  }

  /** Whole days are taken at nine in the morning of Shanghai. */
  private instant(column: keyof RawLine): number | null {
    const text = this.cells[column];
    if (text === undefined) return null;
    const at = instantOf(text);
    if (at === null) this.wrong(column, 'bad-date', `里的“${text}”不是日期；请写成 2026-10-08。`);
    else if (at > this.now) this.wrong(column, 'in-the-future', `${text} 还没有到，请核对。`);
    return at;
  }

  private yes(column: keyof RawLine): boolean {
    const text = this.cells[column];
    if (text === undefined || ['no', '否', 'false', '0'].includes(text)) return false;
    if (!['yes', '是', 'true', '1'].includes(text))
      this.wrong(column, 'not-yes-or-no', '只能写 yes 或 no。');
    return true;
  }

  private wholeDays(column: keyof RawLine): number {
    const text = this.cells[column] ?? '0';
    if (!/^\d{1,3}$/.test(text)) this.wrong(column, 'not-a-number', '应为不小于 0 的整数。');
    return Number.parseInt(text, 10) || 0;
  }

  private outcome(state: CaseState): CaseState | null {
    const text = this.cells.outcome;
    const outcome = text === undefined ? undefined : STATE_BY_NAME.get(text);
    if (text !== undefined && outcome !== 'granted' && outcome !== 'refused')
      this.wrong('outcome', 'unknown-outcome', '只能是 granted（准予）或 refused（不予）。');
    if (outcome) return outcome;
    return FINAL.includes(state) ? state : null;
  }

  private pauses(): CarriedFrom['pauses'] {
    const parts = (this.cells.pauses ?? '').split(/[;；]/).filter((part) => part.trim() !== '');
    return parts.flatMap((part) => {
      const match = /^(\S+?)\/(\S*)\s+([a-z-]+)$/.exec(part.trim());
      const from = match && instantOf(match[1]!);
      const to = match?.[2] ? instantOf(match[2]) : null;
      if (!match || from === null || (match[2] && to === null) || (to !== null && to < from)) {
        this.wrong(
          'pauses',
          'bad-pause',
          `里的“${part.trim()}”看不懂；请写成 2026-10-12/2026-10-16 expert-review。`,
        );
        return [];
      }
      return [{ from, to, reason: match[3]! }];
    });
  }

  private form(): Record<string, Json> {
    const text = this.cells.form;
    if (text === undefined) return {};
    try {
      const form: unknown = JSON.parse(text);
      if (typeof form === 'object' && form !== null && !Array.isArray(form))
        return form as Record<string, Json>;
    } catch {
      // Told below.
    }
    this.wrong('form', 'bad-form', '不是 JSON 对象。');
    return {};
  }

  private files(): NamedFile[] {
    const files = namedFiles(this.cells.files ?? '');
    if (files && files.length <= MOST_FILES) return files;
    this.wrong(
      'files',
      'bad-files',
      files === null
        ? '看不懂；请写成 材料编号=文件名，多份以分号隔开。'
        : `太多；一件最多 ${MOST_FILES} 份。`,
    );
    return [];
  }

  /** What the law has in an order happened in that order. */
  private inOrder(): void {
    const order = ['received', 'corrected', 'supplemented', 'accepted', 'decided'] as const;
    const dated = [...order, 'delivered'].flatMap((column) => {
      const text = this.cells[column as keyof RawLine];
      const at = text === undefined ? null : instantOf(text);
      return at === null ? [] : [{ column: column as keyof RawLine, at }];
    });
    dated.forEach(({ column, at }, place) => {
      const before = dated[place - 1];
      // 视为受理 is dated back to the receipt.
      if (before && at < before.at && !(column === 'accepted' && this.cells.deemed))
        this.wrong(column, 'out-of-order', `早于“${LABELS.get(before.column)}”，请核对。`);
    });
  }

  /** State, dates and pauses tell one story. */
  private consistent({ state, dates, ended, pauses }: OlderCase): void {
    const needsAcceptance = [...RUNNING, 'special-procedure', 'suspended'].includes(state);
    if (needsAcceptance && dates.accepted === null)
      this.wrong('accepted', 'missing', `没有填；“${STATE_NAMES[state]}”的办件已经受理。`);
    if (DECIDED.includes(state) && dates.decided === null)
      this.wrong('decided', 'missing', `没有填；“${STATE_NAMES[state]}”的办件已有决定。`);
    if (needsAcceptance && dates.decided !== null)
      this.wrong(
        'state',
        'already-decided',
        `与决定日期不符：已有决定的办件不再是“${STATE_NAMES[state]}”。`,
      );
    if (state === 'correcting' && !this.cells.corrected)
      this.wrong('corrected', 'missing', '没有填；待补正的办件要有告知补正的日期。');
    if (ended && !this.cells.finished && !this.cells.decided)
      this.wrong('finished', 'missing', '没有填；已办完的办件要有办结日期。');
    this.pausesFit(state, dates.accepted, pauses);
  }

  private pausesFit(
    state: CaseState,
    accepted: number | null,
    pauses: CarriedFrom['pauses'],
  ): void {
    const open = pauses.filter(({ to }) => to === null);
    if ((state === 'special-procedure') !== (open.length === 1) || open.length > 1)
      this.wrong(
        'pauses',
        'bad-pause',
        '与状态不符：特别程序中的办件恰有一段没有结束，其他的没有。',
      );
    pauses.forEach(({ from, to }, place) => {
      const before = pauses[place - 1];
      if (accepted === null || from < startOfDay(dayOfDate(dateText(accepted))))
        this.wrong('pauses', 'out-of-order', '早于受理；受理之后才能启动特别程序。');
      if (before && (before.to === null || from < before.to))
        this.wrong('pauses', 'out-of-order', '的各段要按先后排列，不能重叠。');
      if ((to ?? from) > this.now) this.wrong('pauses', 'in-the-future', '里有还没有到的日期。');
    });
  }
}

const dateText = (at: number): string => new Date(at + 8 * 3_600_000).toISOString().slice(0, 10);

/** Asia/Shanghai; null = not a date. */
function instantOf(text: string): number | null {
  const match = DATE_TIME.exec(text);
  if (!match) return null;
  try {
    const day = startOfDay(dayOfDate(match[1]!));
    if (match[2] === undefined) return day + HOURS_OF_WORK;
    const [hours, minutes, seconds] = [match[2], match[3], match[4] ?? '0'].map(Number);
    if (hours! > 23 || minutes! > 59 || seconds! > 59) return null;
    return day + hours! * 3_600_000 + minutes! * 60_000 + seconds! * 1000;
  } catch {
    return null;
  }
}
