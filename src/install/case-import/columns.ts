/** What a line of an older system's table holds. Headings may be the names or the Chinese labels. */

export interface Column {
  name: keyof RawLine;
  label: string;
  /** What to write, for the template. */
  hint: string;
  example: string;
}

/** A line as it was read: everything is text, an empty cell is absent. */
export interface RawLine {
  source_number?: string;
  item?: string;
  region?: string;
  applicant?: string;
  applicant_kind?: string;
  id_number?: string;
  state?: string;
  received?: string;
  corrected?: string;
  supplemented?: string;
  accepted?: string;
  deemed?: string;
  pauses?: string;
  extension?: string;
  decided?: string;
  outcome?: string;
  delivered?: string;
  finished?: string;
  element?: string;
  form?: string;
  files?: string;
}

export const COLUMNS: readonly Column[] = [
  ['source_number', '原办件编号', '原系统中的编号，同一来源内不重复', 'OLD-2026-0001'],
  ['item', '事项编码', '本平台目录中的 12 位基本编码', '210117001000'],
  ['region', '办理区域', '区划代码：市 6 位、县 6 位、乡镇 9 位、村 12 位', '210381003'],
  ['applicant', '申请人', '姓名或单位名称', '王建国'],
  ['applicant_kind', '申请人类型', 'natural（自然人，缺省）或 legal（法人）', 'natural'],
  ['id_number', '证件号码', '身份证号或统一社会信用代码', '210399198604120024'],
  ['state', '办件状态', '状态代码或名称，如 handling 或 承办中；已办完的写结果状态', 'handling'],
  ['received', '收件日期', '2026-10-08，或 2026-10-08 09:30', '2026-10-08'],
  ['corrected', '告知补正日期', '没有则留空', ''],
  ['supplemented', '补正日期', '没有则留空', ''],
  ['accepted', '受理日期', '没有受理则留空', '2026-10-10'],
  ['deemed', '视为受理', 'yes = 逾期未告知、自收到之日起视为受理', ''],
  [
    'pauses',
    '特别程序',
    '起止日期与事由，多段以分号隔开；未结束的止日留空',
    '2026-10-12/2026-10-16 expert-review',
  ],
  ['extension', '延期工作日数', '批准延长的工作日数，没有则留空', ''],
  ['decided', '决定日期', '没有决定则留空', ''],
  ['outcome', '决定', 'granted（准予）或 refused（不予）；没有决定则留空', ''],
  ['delivered', '送达日期', '没有送达则留空', ''],
  ['finished', '办结日期', '在办的留空', ''],
  ['element', '所在环节', '流程图中的环节编号；留空则按状态找', ''],
  ['form', '表单', 'JSON 对象；没有则留空', ''],
  ['files', '材料文件', '材料编号=文件名，多份以分号隔开；文件先按名字上传。没有则留空', ''],
].map(([name, label, hint, example]) => ({ name, label, hint, example })) as Column[];

const BY_HEADING = new Map(
  COLUMNS.flatMap(({ name, label }) => [
    [name as string, name],
    [label, name],
  ]),
);

/** The column a heading names; undefined = none. */
export const columnOf = (heading: string): keyof RawLine | undefined =>
  BY_HEADING.get(heading.trim());

const cell = (text: string): string =>
  /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/** The template: labels, and one line that can be brought over as it stands. */
export function templateCsv(): string {
  const lines = [COLUMNS.map(({ label }) => label), COLUMNS.map(({ example }) => example)];
  return `\uFEFF${lines.map((cells) => cells.map(cell).join(',')).join('\r\n')}\r\n`;
}

export function templateJson(): string {
  const example = COLUMNS.filter(({ example }) => example).map(({ name, example }) => [
    name,
    example,
  ]);
  return `${JSON.stringify([Object.fromEntries(example)], null, 2)}\n`;
}
