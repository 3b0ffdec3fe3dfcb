/** The cells of one line, each understood by itself; what is wrong with one is told under its label. */
import type { Json } from '../../../bpmn/engine/index.js';
import { dayOfDate, startOfDay } from '../../../workflows/clock/index.js';
import type { CarriedFrom, CaseState } from '../../../workflows/contracts/case.js';
import { FINAL, STATE_NAMES } from '../../../workflows/law/index.js';
import { isCreditCode, isIdNumber } from '../../platform/identifiers.js';
import { dayAsWritten } from '../../platform/tables/days.js';
import { COLUMNS, type RawLine } from './columns.js';
import { MOST_FILES, namedFiles, type NamedFile } from './files.js';
import type { LineError, OlderCase } from './older-case.js';

const LABELS = new Map(COLUMNS.map(({ name, label }) => [name, label]));
const STATE_BY_NAME = new Map(
  Object.entries(STATE_NAMES).flatMap(([state, name]) => [
    [state, state as CaseState],
    [name, state as CaseState],
  ]),
);
const HOURS_OF_WORK = 9 * 3_600_000;
const DATE_TIME = /^(\d{4}-\d\d-\d\d)(?: (\d\d):(\d\d):(\d\d))?$/;

/** One line of the file; what is wrong with it gathers in `errors`. */
export class Cells {
  readonly errors: LineError[] = [];

  /** @param now nothing may have happened later; ms */
  constructor(
    private readonly line: RawLine,
    readonly now: number,
  ) {}

  wrong(column: keyof RawLine | null, code: string, message: string): void {
    const label = column === null ? '' : `“${labelOf(column)}”`;
    this.errors.push({ column, code, message: `${label}${message}` });
  }

  has(column: keyof RawLine): boolean {
    return Boolean(this.line[column]);
  }

  text(column: keyof RawLine): string | undefined {
    return this.line[column];
  }

  state(): CaseState {
    const text = this.line.state ?? '';
    const state = STATE_BY_NAME.get(text);
    if (text !== '' && !state)
      this.wrong(
        'state',
        'unknown-state',
        `里的“${text}”不是办件状态；请写代码或名称，如 handling、承办中。`,
      );
    return state ?? 'submitted';
  }

  applicant(): OlderCase['applicant'] {
    const {
      applicant_kind: kind = 'natural',
      id_number: idNumber = '',
      applicant = '',
    } = this.line;
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
  instant(column: keyof RawLine): number | null {
    const text = this.line[column];
    if (text === undefined) return null;
    const at = instantOf(text);
    if (at === null) this.wrong(column, 'bad-date', `里的“${text}”不是日期；请写成 2026-10-08。`);
    else if (at > this.now) this.wrong(column, 'in-the-future', `${text} 还没有到，请核对。`);
    return at;
  }

  yes(column: keyof RawLine): boolean {
    const text = this.line[column];
    if (text === undefined || ['no', '否', 'false', '0'].includes(text)) return false;
    if (!['yes', '是', 'true', '1'].includes(text))
      this.wrong(column, 'not-yes-or-no', '只能写 yes 或 no。');
    return true;
  }

  wholeDays(column: keyof RawLine): number {
    const text = this.line[column] ?? '0';
    if (!/^\d{1,3}$/.test(text)) this.wrong(column, 'not-a-number', '应为不小于 0 的整数。');
    return Number.parseInt(text, 10) || 0;
  }

  outcome(state: CaseState): CaseState | null {
    const text = this.line.outcome;
    const outcome = text === undefined ? undefined : STATE_BY_NAME.get(text);
    if (text !== undefined && outcome !== 'granted' && outcome !== 'refused')
      this.wrong('outcome', 'unknown-outcome', '只能是 granted（准予）或 refused（不予）。');
    if (outcome) return outcome;
    return FINAL.includes(state) ? state : null;
  }

  pauses(): CarriedFrom['pauses'] {
    const parts = (this.line.pauses ?? '').split(/[;；]/).filter((part) => part.trim() !== '');
    return parts.flatMap((part) => {
      const match = /^(\S.*?)\s+([a-z-]+)$/.exec(part.trim());
      const period = match && periodOf(match[1]!);
      if (!match || !period) {
        this.wrong(
          'pauses',
          'bad-pause',
          `里的“${part.trim()}”看不懂；请写成 2026-10-12/2026-10-16 expert-review。`,
        );
        return [];
      }
      return [{ ...period, reason: match[2]! }];
    });
  }

  form(): Record<string, Json> {
    const text = this.line.form;
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

  files(): NamedFile[] {
    const files = namedFiles(this.line.files ?? '');
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
}

export const labelOf = (column: keyof RawLine) => LABELS.get(column);

/** `FROM/TO`, or `FROM/` while it lasts; a day may hold slashes itself. null = not a period. */
function periodOf(text: string): { from: number; to: number | null } | null {
  for (const { index } of text.matchAll(/[/至~]/g)) {
    const [begun, ended] = [text.slice(0, index).trim(), text.slice(index + 1).trim()];
    const from = instantOf(begun);
    const to = ended === '' ? null : instantOf(ended);
    if (from !== null && (ended === '' || (to !== null && to >= from))) return { from, to };
  }
  return null;
}

/** Asia/Shanghai; null = not a date. */
export function instantOf(text: string): number | null {
  const match = DATE_TIME.exec(dayAsWritten(text));
  if (!match) return null;
  try {
    const day = startOfDay(dayOfDate(match[1]!));
    if (match[2] === undefined) return day + HOURS_OF_WORK;
    const [hours, minutes, seconds] = [match[2], match[3], match[4]].map(Number);
    if (hours! > 23 || minutes! > 59 || seconds! > 59) return null;
    return day + hours! * 3_600_000 + minutes! * 60_000 + seconds! * 1000;
  } catch {
    return null;
  }
}
