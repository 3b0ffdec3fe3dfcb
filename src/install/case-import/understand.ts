/** A line against the city's own data: the item, the place, the law's rules, the calendar, the diagram. */
import { CalendarError, dateOf, parseLimit } from '../../../workflows/clock/index.js';
import type {
  CaseLimits,
  ClockRules,
  CarriedFrom,
  FrozenCalendar,
} from '../../../workflows/contracts/case.js';
import { NOTHING_YET, PAUSE_NAMES, periodsOf, type Periods } from '../../../workflows/law/index.js';
import { limitsOf } from '../../cases/index.js';
import { COLUMNS, type RawLine } from './columns.js';
import type { KnownItem, Knowledge } from './knowledge.js';
import type { LineError, OlderCase } from './older-case.js';
import { elementsFor } from './place.js';

/** Everything a case's row and its workflow need. */
export interface Understood {
  older: OlderCase;
  item: KnownItem;
  leadDepartment: string;
  rules: ClockRules;
  calendar: FrozenCalendar;
  /** Due dates by the law's clock. */
  periods: Periods;
  /** What was handed in, by the code of its material. */
  files: { material: string; fileId: string }[];
  /** For an open case: how its workflow begins. */
  carriedFrom: CarriedFrom | null;
}

export type Understanding =
  | { understood: Understood; errors: [] }
  | { understood: null; errors: LineError[] };

const LABELS = new Map(COLUMNS.map(({ name, label }) => [name, label]));
const fault = (column: keyof RawLine, code: string, message: string): LineError => ({
  column,
  code,
  message: `“${LABELS.get(column)}”${message}`,
});

/** @param dayLength of the installation, ms */
export async function understand(
  knowledge: Knowledge,
  older: OlderCase,
  dayLength: number,
): Promise<Understanding> {
  const item = await knowledge.item(older.item);
  const errors: LineError[] = [];
  if (!item) {
    const message = ` ${older.item} 不在目录中，或它的流程没有发布。`;
    return { understood: null, errors: [fault('item', 'unknown-item', message)] };
  }
  if (item.kind === 'one-stop' && !older.ended)
    errors.push(fault('item', 'one-stop', '是一件事；在办的请按各个事项分别导入。'));
  const leadDepartment = await departmentOf(knowledge, item, older, errors);
  const rules = await knowledge.rulesOf(item, older.receivedAt);
  errors.push(...againstTheLaw(older, rules));
  const calendar = await knowledge.calendarFrom(older.receivedAt);
  if (!older.ended) errors.push(...withoutCalendar(older, calendar));
  const elements = older.ended ? [] : elementsFor(item.process.model, older.state, older.element);
  if (elements === null)
    errors.push(
      fault(
        'element',
        'no-place',
        older.element === null
          ? `没有填，按状态也找不到应从流程“${item.process.name}”的哪个环节接着办；请填写。`
          : `里的“${older.element}”不是流程“${item.process.name}”主干上的任务；请核对。`,
      ),
    );
  const files = await filesOf(knowledge, item, older, errors);
  if (errors.length > 0) return { understood: null, errors };
  const carried = carriedFrom(older, elements!);
  const input = { limits: limitsOf(item.data, rules), rules, calendar, dayLength };
  const periods = periodsFor(input, older, carried);
  return {
    understood: {
      ...{ older, item, leadDepartment: leadDepartment!, rules, calendar, periods, files },
      carriedFrom: older.ended ? null : carried,
    },
    errors: [],
  };
}

/** Files named that are there, each a material of the item. */
async function filesOf(
  knowledge: Knowledge,
  item: KnownItem,
  { files }: OlderCase,
  errors: LineError[],
): Promise<Understood['files']> {
  const codes = new Set(item.data.materials.map(({ code }) => code));
  const found: Understood['files'] = [];
  for (const { material, name } of files) {
    const fileId = await knowledge.file(name);
    if (!codes.has(material))
      errors.push(
        fault('files', 'unknown-material', `里的 ${material} 不是“${item.name}”的材料编号。`),
      );
    else if (fileId === null)
      errors.push(fault('files', 'file-missing', `里的“${name}”没有上传；请先上传这个文件。`));
    else found.push({ material, fileId });
  }
  return found;
}

async function departmentOf(
  knowledge: Knowledge,
  item: KnownItem,
  { region }: OlderCase,
  errors: LineError[],
): Promise<string | null> {
  if (!(await knowledge.hasRegion(region))) {
    errors.push(fault('region', 'unknown-region', ` ${region} 不是本市的区划代码。`));
    return null;
  }
  const lead = await knowledge.lead(item, region);
  if (lead === null)
    errors.push(fault('region', 'no-department', ` ${region} 没有事项“${item.name}”的实施部门。`));
  return lead;
}

function againstTheLaw(older: OlderCase, rules: ClockRules): LineError[] {
  const errors = older.pauses
    .filter(({ reason }) => !rules.pauses.includes(reason))
    .map(({ reason }) =>
      fault(
        'pauses',
        'not-a-reason',
        `的事由 ${reason} 按${rules.law}不停止计时；可以是：${named(rules.pauses)}。`,
      ),
    );
  const most = rules.extension ? parseLimit(rules.extension.upTo).days : 0;
  if (older.extension > most)
    errors.push(
      fault('extension', 'extended-too-long', `超过${rules.law}允许的 ${most} 个工作日。`),
    );
  return errors;
}

const named = (reasons: string[]): string =>
  reasons.map((reason) => `${reason}（${PAUSE_NAMES[reason] ?? reason}）`).join('、') || '（没有）';

/** An open case is timed from its receipt on: a year in the past without data is never guessed. */
function withoutCalendar(older: OlderCase, calendar: FrozenCalendar): LineError[] {
  const year = dateOf(older.receivedAt).slice(0, 4);
  if (calendar.years[year] !== undefined) return [];
  return [
    fault('received', 'no-calendar', `在 ${year} 年，平台没有那一年的工作日历；请先录入并发布。`),
  ];
}

function carriedFrom(older: OlderCase, elements: string[]): CarriedFrom {
  const { state, dates, receivedAt, examinedFrom, deemed, pauses, extension, outcome } = older;
  const asked = older.correctedAt !== null;
  return {
    ...{ state, dates, receivedAt, examinedFrom, asked, deemed, pauses, extension, outcome },
    elements,
  };
}

interface Clocked {
  limits: CaseLimits;
  rules: ClockRules;
  calendar: FrozenCalendar;
  dayLength: number;
}

function periodsFor(input: Clocked, older: OlderCase, carried: CarriedFrom): Periods {
  const law = { ...NOTHING_YET, ...carried };
  try {
    const periods = periodsOf(input, { state: older.state, dates: older.dates, law });
    // What is over waits for no calendar.
    return older.ended ? { ...periods, calendarPending: false } : periods;
  } catch (error) {
    if (!(error instanceof CalendarError)) throw error;
    throw new Error(`periods of ${older.sourceNumber}: ${error.message}`);
  }
}
