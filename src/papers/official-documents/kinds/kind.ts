/** What a kind of official document is: when an act makes one, what it says, what the law demands. */
import type { Json } from '../../../../bpmn/engine/index.js';
import { paperWords, type PaperWords } from '../../../../workflows/item-types/index.js';
import type { ClockRules } from '../../../../workflows/contracts/case.js';
import { chineseDate } from '../chinese-date.js';
import type { Reconsideration } from '../remedies.js';
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
  /** Whose law the case runs by, frozen on it. */
  rules: ClockRules;
  /** 设定依据, as papers cite it. */
  ownBasis: string;
  submittedAt: Date;
  phone: string;
  /** Name of the body whose paper it is. */
  department: string;
  /** Only for kinds that name remedies. */
  reconsideration: Reconsideration | null;
}

export interface DocumentKind {
  code: string;
  /** 受理通知书 … */
  name: string;
  /** Its name for an item whose type calls it otherwise. */
  nameFor?(words: PaperWords): string;
  nameInEnglish: string;
  /** Whether the act makes one. */
  draftedBy(act: OfficialAct): boolean;
  /** Only for items of these types; left out = of any. */
  itemTypes?: readonly string[];
  /**
   * The kind's letters in the 文号 as permits have them, such as 许受 ({@link wordFor}); null = it is
   * numbered by its case, as papers are that only prove what happened.
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
  /** Whether it names the remedies (行政许可法 38, 32); `filing` = only of what the body takes up itself (行政处罚法 59). */
  remedies?: true | 'filing';
  /** What the act's paper rests on as, where that is not its kind (`PAPER_LAWS`). */
  restsAs?(act: OfficialAct): string | undefined;
  /** In a 一件事 it is each deciding body's for its own item, and none's for the whole. */
  ofEachItem?: boolean;
  /** It grants what was asked for, and is not made where that was the end of a licence. */
  grants?: true;
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
  article: '办理行为的程序依据（条款）',
  basis: '文书的程序依据（法律和条款），没有的为空',
  under: '“根据……的规定，”，没有程序依据的为空',
  matter: '申请或者立案的事由',
  examined: '“经审查”或者“经调查核实”',
  meets: '准予类决定认定什么，随权力类型',
  fails: '不予类决定认定什么，随权力类型',
  handedOver: '何时送达，没有规定的为空',
  grantTitle: '准予类决定书的名称，随权力类型',
  grants: '决定的内容，如准予行政许可',
  refusalTitle: '不予类决定书的名称，随权力类型',
  refuses: '决定的内容，如不予行政许可',
  acceptWithin: '告知是否受理的期限，没有的为空',
  silence: '逾期不告知的后果，没有的为空',
  uncounted: '不计入期限的事由，没有的为空',
  deliverWithin: '送达的期限，没有的为空',
  deliveryLaw: '送达的依据，没有的为空',
  phone: '咨询电话',
};

/** Whether a paper of the kind names the remedies for an item of this type. */
export const namesRemedies = ({ remedies }: DocumentKind, itemType: string): boolean =>
  remedies === 'filing' ? paperWords(itemType).begins === 'filing' : remedies === true;

/** What a kind is called for an item of this type. */
export const nameOf = ({ name, nameFor }: DocumentKind, itemType: string): string =>
  nameFor?.(paperWords(itemType)) ?? name;

/** Its letters in the 文号 of an item of this type: 许准, of a confirmation 确准, of a penalty 罚决. */
export function wordFor({ word }: DocumentKind, itemType: string): string | null {
  if (!word?.startsWith('许')) return word;
  const { letter, begins } = paperWords(itemType);
  const rest = word.slice(1);
  return letter + (begins === 'filing' ? rest.replace('准', '决') : rest);
}

/** The text under a name in the act's data, else in the task's form. */
export function textOf({ act, form }: Source, ...names: string[]): string {
  for (const name of names) {
    const value = act.data[name] ?? form[name];
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
    if (typeof value === 'number') return String(value);
  }
  return '';
}

/** `2026-12-20` → 2026年12月20日; anything else as it is. */
export const dayText = (day: string): string =>
  /^\d{4}-\d{2}-\d{2}$/.test(day) ? chineseDate(new Date(`${day}T00:00:00+08:00`)) : day;

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
