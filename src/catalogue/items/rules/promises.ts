/**
 * Whether the process of an item does what its guide promises. Whoever reads “缴费后发证” comes to a
 * process that takes a fee and makes a licence, or the item is not published.
 */
import type { EntityManager } from 'typeorm';
import { elementsOf } from '../../../../bpmn/model/elements.js';
import type { Element, ProcessModel } from '../../../../bpmn/model/process.js';
import { actsOf, PAUSE_NAMES } from '../../../../workflows/law/index.js';
import { currentForm, currentVersions, fieldProblems } from '../../forms/index.js';
import type { ItemDefinition } from '../definition/index.js';
import type { ItemProblem } from './rule.js';

const problem = (rule: string, path: string, message: string, messageInEnglish: string) =>
  ({ rule, severity: 'error', path, message, messageInEnglish }) satisfies ItemProblem;

/** Of an item of the right shape: what it points to is there, and its process does what it promises. */
export async function brokenPromises(
  manager: EntityManager,
  item: ItemDefinition,
): Promise<ItemProblem[]> {
  const process = await newestModel(manager, item.processId);
  return [
    ...(await formProblems(manager, item)),
    ...(process
      ? lacking(item, process)
      : [
          problem(
            ...(['process-not-published', '/processId'] as const),
            `流程 ${item.processId} 还没有发布；请先发布这个流程，或选择另一个。`,
            `The process ${item.processId} is not published.`,
          ),
        ]),
  ];
}

interface Process {
  name: string;
  model: ProcessModel;
}

async function newestModel(manager: EntityManager, process: string): Promise<Process | null> {
  const [row] = await manager.query<Process[]>(
    `SELECT name, model FROM process_version WHERE process_id = $1 AND state = 'published'`,
    [process],
  );
  return row ?? null;
}

async function formProblems(manager: EntityManager, item: ItemDefinition): Promise<ItemProblem[]> {
  const { form } = item;
  if ((await currentVersions(manager, [form])).has(form)) {
    const { schema } = await currentForm(manager, form);
    return fieldProblems(item, schema).map((one) => ({ ...one, severity: 'error' }));
  }
  return [
    problem(
      ...(['form-not-found', '/form'] as const),
      `没有已发布的申请表 ${form}；请先发布这个表单，或选择另一个。`,
      `The form ${form} is not published.`,
    ),
  ];
}

/** Each thing that the guide promises and no element of the diagram does. */
function lacking(item: ItemDefinition, { name, model }: Process): ItemProblem[] {
  const acts = actsOf(model);
  const elements = elementsOf(model);
  const calls = (adapter: string) =>
    elements.some((element) => element.type === 'serviceTask' && element.adapter === adapter);
  const missing: [boolean, rule: string, path: string, what: string, inEnglish: string][] = [
    [
      item.kind === 'single' &&
        item.result.kind !== 'none' &&
        !acts.has('decide') &&
        !acts.has('accept'),
      ...(['process-without-decision', '/processId'] as const),
      ...(['作出决定的环节', 'a step that decides'] as const),
    ],
    [
      item.fees.length > 0 && !calls('payment'),
      ...(['process-without-payment', '/fees'] as const),
      ...(['缴费的环节', 'a step that demands payment'] as const),
    ],
    [
      item.result.kind === 'licence' && !calls('license'),
      ...(['process-without-licence', '/result/kind'] as const),
      ...(['制发证照的环节', 'a step that issues the licence'] as const),
    ],
    [
      ['document', 'receipt'].includes(item.result.kind) && !calls('seal') && !calls('license'),
      ...(['process-without-document', '/result/kind'] as const),
      ...(['出具结果文书的环节', 'a step that seals the document'] as const),
    ],
    ...(item.special ?? []).map(({ reason }, i): [boolean, string, string, string, string] => [
      !acts.has(reason),
      ...(['process-without-procedure', `/special/${i}`] as const),
      ...([`特别程序“${PAUSE_NAMES[reason] ?? reason}”的环节`, `a step of ${reason}`] as const),
    ]),
    ...(item.children ?? []).map(
      ({ item: part, name: called }, i): [boolean, string, string, string, string] => [
        !elements.some((element) => opens(element, part)),
        ...(['process-without-part', `/children/${i}`] as const),
        ...([`办理“${called}”的环节`, `a step that opens ${part}`] as const),
      ],
    ),
  ];
  return missing
    .filter(([lacks]) => lacks)
    .map(([, rule, path, what, english]) =>
      problem(
        rule,
        path,
        `流程“${name}”没有${what}，与办事指南不符；请修改流程并发布，或改指南。`,
        `The process ${model.id} has no ${english}.`,
      ),
    );
}

const opens = (element: Element, item: string): boolean =>
  element.type === 'callActivity' && element.item === item;
