/** What a real city checks before an item is published. */
import { parseExpression } from '../../../bpmn/feel/index.js';
import { itemType } from '../../../workflows/item-types/index.js';
import { shapeFaults } from '../../platform/http/index.js';
import { ItemDefinition, type Material } from './definition/index.js';

export interface ItemProblem {
  /** JSON pointer into the item. */
  path: string;
  /** For people: what is wrong and what to do. */
  message: string;
}

type Rule = (item: ItemDefinition) => ItemProblem[];

const problem = (path: string, message: string): ItemProblem => ({ path, message });

/** 承诺时限 never exceeds 法定时限, and both count the same kind of days. */
const promisedWithinStatutory: Rule = ({ limits: { statutory, promised } }) => {
  if (!statutory || !promised) return [];
  if (statutory.unit !== promised.unit) {
    return [problem('/limits/promised', '承诺时限与法定时限的单位不同，请统一为工作日或自然日。')];
  }
  return promised.days > statutory.days
    ? [problem('/limits/promised', '承诺时限超过法定时限，请缩短。')]
    : [];
};

/** A parent case has no limit of its own: each child item keeps its clock. */
const oneStopHasChildren: Rule = ({ kind, children = [], limits }) => {
  if (kind === 'single') {
    return children.length > 0 ? [problem('/children', '单个事项不能包含子事项。')] : [];
  }
  const problems = [];
  if (children.length === 0) problems.push(problem('/children', '一件事至少要包含一个事项。'));
  if (limits.statutory) {
    problems.push(problem('/limits/statutory', '一件事没有自己的法定时限，请在各子事项上填写。'));
  }
  return problems;
};

const VAGUE = /其他|其它|相关(材料|资料|证明|文件)|有关(材料|资料|证明|文件)|等材料/;

/** A catch-all lets a window ask for anything. */
const noVagueMaterials: Rule = ({ materials }) =>
  materials.flatMap(({ name }, i) =>
    VAGUE.test(name)
      ? [problem(`/materials/${i}/name`, `材料“${name}”含糊，请写明具体材料名称。`)]
      : [],
  );

function repeated(values: string[]): string[] {
  return [...new Set(values.filter((value, i) => values.indexOf(value) !== i))];
}

const namesAreUnique: Rule = ({ materials, children = [] }) => [
  ...repeated(materials.map(({ code }) => code)).map((code) =>
    problem('/materials', `材料编码 ${code} 重复。`),
  ),
  ...repeated(children.map(({ key }) => key)).map((key) =>
    problem('/children', `子事项编号 ${key} 重复。`),
  ),
];

const materialsBelongToChildren: Rule = ({ materials, children = [] }) =>
  materials.flatMap(({ child, name }, i) =>
    child !== undefined && !children.some(({ key }) => key === child)
      ? [problem(`/materials/${i}/child`, `材料“${name}”所属的子事项 ${child} 不存在。`)]
      : [],
  );

/** What the government issued itself is fetched, not asked for. */
const issuedByGovernmentIsHeld: Rule = ({ materials }) =>
  materials.flatMap(({ source, heldAs, name, need }: Material, i) =>
    source === 'government' && need === 'required' && !heldAs
      ? [problem(`/materials/${i}/heldAs`, `材料“${name}”由政府核发，请填写从哪项证照或数据取得。`)]
      : [],
  );

const conditionsCanBeRead: Rule = ({ materials, children = [], ways }) => {
  const found: ItemProblem[] = [];
  const check = (path: string, when: string | undefined) => {
    const unreadable = when === undefined ? undefined : parseExpression(when);
    if (unreadable) found.push(problem(path, unreadable.message));
  };
  materials.forEach(({ when }, i) => check(`/materials/${i}/when`, when));
  children.forEach(({ when }, i) => check(`/children/${i}/when`, when));
  check('/ways/promise/when', ways?.promise?.when);
  return found;
};

const guideIsComplete: Rule = ({ guide, type }) => {
  const problems = [];
  const known = itemType(type);
  if (known?.needsQuestions && (guide.faq ?? []).length === 0) {
    problems.push(problem('/guide/faq', `${known.name}事项至少要有一个常见问题。`));
  }
  if (guide.phone && guide.phone === guide.complaints) {
    problems.push(problem('/guide/complaints', '咨询电话与投诉电话不能相同。'));
  }
  if ((guide.visits ?? 0) > 0 && !guide.visitsReason) {
    problems.push(problem('/guide/visitsReason', '需要到现场的，请写明必须到现场的原因。'));
  }
  return problems;
};

/** 即办 ⇔ 即办件: decided while the applicant waits, so within a day, and nothing may follow later. */
const immediateIsAtOnce: Rule = ({ caseKind, limits: { promised }, ways }) => {
  if (caseKind !== 'immediate') return [];
  const problems = [];
  if (!promised || promised.days > 1) {
    problems.push(problem('/limits/promised', '即办件的承诺时限不超过一个工作日。'));
  }
  if (ways?.gaps) problems.push(problem('/ways/gaps', '即办件当场办结，不适用容缺受理。'));
  return problems;
};

/** 容缺受理 only for materials the item marks, and some must be marked (清单之外不得容缺). */
const gapsHaveMaterials: Rule = ({ ways, materials }) =>
  ways?.gaps && !materials.some(({ need }) => need === 'deferrable')
    ? [problem('/ways/gaps', '容缺受理的事项至少要有一种可以容缺后补的材料。')]
    : [];

/** 证照 are of a kind that the licence store knows. */
const licencesAreOfAKind: Rule = ({ result }) =>
  result.kind === 'licence' && !result.licenceType
    ? [problem('/result/licenceType', '办理结果是证照的，请填写证照种类。')]
    : [];

const choicesAreThere: Rule = ({ situation = [] }) =>
  situation.flatMap(({ input, options, question }, i) =>
    !input && options.length < 2
      ? [problem(`/situation/${i}/options`, `问题“${question}”至少要有两个选项。`)]
      : [],
  );

const RULES: Rule[] = [
  licencesAreOfAKind,
  choicesAreThere,
  promisedWithinStatutory,
  oneStopHasChildren,
  noVagueMaterials,
  namesAreUnique,
  materialsBelongToChildren,
  issuedByGovernmentIsHeld,
  conditionsCanBeRead,
  guideIsComplete,
  immediateIsAtOnce,
  gapsHaveMaterials,
];

/** Everything wrong with an item by itself; whether its children exist is for the catalogue to say. */
export function validateItem(item: ItemDefinition): ItemProblem[] {
  const faults = shapeFaults(ItemDefinition, item);
  if (faults.length > 0) return faults.map(({ field, message }) => problem(field, message));
  return RULES.flatMap((rule) => rule(item));
}
