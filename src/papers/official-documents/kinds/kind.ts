/** What a kind of official document is: when an act makes one, what it says, what the law demands. */
import type { Json } from '../../../../bpmn/engine/index.js';
import type { Facts } from '../template.js';

/** An official act as `record` hands it over: a row of `legal_move`. */
export interface OfficialAct {
  caseNumber: string;
  step: number;
  cause: string;
  at: Date;
  /** collect, accept, correct, decide, extend, pause, deliver … */
  act: string;
  fromState: string;
  toState: string;
  personId: string | null;
  postId: string | null;
  departmentId: string | null;
  reason: string | null;
  /** Article the act rests on. */
  article: string | null;
  data: Record<string, Json>;
}

/** What a document's facts are taken from. */
export interface Source {
  act: OfficialAct;
  /** The form of the task whose completion was the act; empty when it was none. */
  form: Record<string, Json>;
  /** The opinion given with it. */
  opinion: string;
  item: { name: string; type: string; materials: { code: string; name: string }[] };
  /** Titles of the application form's fields, by name. */
  fieldTitles: Record<string, string>;
  dates: { dueAt: Date | null; promisedDueAt: Date | null };
  /** Names of the materials handed in. */
  handedIn: string[];
  applicant: string;
}

export interface DocumentKind {
  code: string;
  /** 受理通知书 … */
  name: string;
  nameInEnglish: string;
  /** Whether the act makes one. */
  draftedBy(act: OfficialAct): boolean;
  /** Only for items of these types; left out = of any. */
  itemTypes?: readonly string[];
  /**
   * The kind's letter in the 文号, such as 许受; null = it is numbered by its case, as papers are that
   * only prove what happened.
   */
  word: string | null;
  /** Whether its seal waits for approval, unless the city's data say otherwise. */
  approval: boolean;
  /** Placeholders of its own beside the common ones: name → what it is. */
  fields: Record<string, string>;
  /** Placeholders the law demands. */
  required: readonly string[];
  /** Placeholders a handler may write anew when the document came back. */
  editable: readonly string[];
  /** Whether it names the remedies (行政许可法 38, 32). */
  remedies?: boolean;
  /** Whether handing it over is proved by a 送达回证 (行政许可法 44). */
  delivered: boolean;
  template: string;
  facts(source: Source): Facts;
}

/** Placeholders every document has. */
export const COMMON_FIELDS: Record<string, string> = {
  caseNumber: '办件编号',
  item: '事项名称',
  power: '权力类型，如行政许可',
  applicant: '申请人',
  department: '作出机关',
  date: '文书日期',
  number: '文号',
  submittedOn: '申请日期',
  actOn: '办理日期',
  law: '设定依据',
  article: '程序依据（条款）',
  phone: '咨询电话',
};

/** The text under a name in the act's data, else in the task's form. */
export function textOf({ act, form }: Source, ...names: string[]): string {
  for (const name of names) {
    const value = act.data[name] ?? form[name];
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
    if (typeof value === 'number') return String(value);
  }
  return '';
}

/** The list under a name in the act's data, else in the task's form. */
export function listOf({ act, form }: Source, ...names: string[]): Record<string, Json>[] {
  for (const name of names) {
    const value = act.data[name] ?? form[name];
    if (Array.isArray(value) && value.length > 0) {
      return value.map((each) =>
        typeof each === 'object' && each !== null && !Array.isArray(each) ? each : { name: each },
      );
    }
  }
  return [];
}

/** Why it was decided so: the form's reason, the act's, or else the opinion. */
export const reasonOf = (source: Source): string =>
  textOf(source, 'reason') || (source.act.reason ?? '') || source.opinion;

/** What has to be corrected or handed in: materials and fields by name, with what is wrong. */
export function missingOf(source: Source): string[] {
  const names = new Map(source.item.materials.map(({ code, name }) => [code, name]));
  const materials = listOf(source, 'materials', 'missing').map((each) => {
    const code = String(each.code ?? each.name ?? '');
    return line(names.get(code) ?? code, each.problem ?? each.note);
  });
  const fields = listOf(source, 'fields').map((each) => {
    const field = String(each.field ?? each.name ?? '');
    return line(`表单“${source.fieldTitles[field] ?? field}”`, each.problem ?? each.note);
  });
  return [...materials, ...fields];
}

const line = (name: string, problem: Json | undefined): string =>
  typeof problem === 'string' && problem !== '' ? `${name}：${problem}` : name;
