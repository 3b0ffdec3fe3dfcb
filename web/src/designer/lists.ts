/** What a drawing may name: forms, decisions, items and processes of the city, and the outcomes before a flow. */
import type { Connection, Element, ModdleElement } from 'bpmn-js/lib/model/Types';
import { api } from '../api/endpoints.js';
import { i18n } from '../shared/i18n.js';

export interface Choice {
  value: string;
  label: string;
}

export type ListName = 'form' | 'decision' | 'item' | 'process';
export type Lists = Partial<Record<ListName, Choice[]>>;

/** Pages of the catalogue that are read; who has more types the code. */
const MOST_PAGES = 20;

/** Where what is named is opened. */
const PAGES: Readonly<Record<ListName, string>> = {
  form: '/forms/',
  decision: '/decisions/',
  item: '/catalogue/',
  process: '/designer/',
};

/** With the brackets of the language. */
export const withCode = (name: string, code: string): string =>
  i18n.language === 'en' ? `${name} (${code})` : `${name}（${code}）`;

const named = (value: string, name: string): Choice => ({
  value,
  label: name === value ? value : withCode(name, value),
});

/** Decisions are named by their own id and stand in files. */
const fileOf = new Map<string, string>();

async function items(): Promise<Choice[]> {
  const found: Choice[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const answer = await api.catalogue({ state: 'in-force', cursor });
    found.push(...answer.items.map(({ code, name }) => named(code, name)));
    if (!answer.next) break;
    cursor = answer.next;
  }
  return found;
}

async function decisions(): Promise<Choice[]> {
  const files = (await api.decisions()).items;
  for (const { id, decisions: within } of files)
    for (const decision of within) fileOf.set(decision, id);
  return files.flatMap(({ name, decisions: within }) =>
    within.map((decision) => named(decision, `${name} · ${decision}`)),
  );
}

/** Each list as soon as it is there; one that cannot be read leaves the field to what it says already. */
export function readLists(told: (lists: Lists) => void): void {
  const lists: Lists = {};
  const heads = async (rows: Promise<{ items: { id: string; name: string }[] }>) =>
    (await rows).items.map(({ id, name }) => named(id, name));
  const reading: Record<ListName, Promise<Choice[]>> = {
    form: heads(api.forms()),
    process: heads(api.processes()),
    decision: decisions(),
    item: items(),
  };
  for (const [name, list] of Object.entries(reading) as [ListName, Promise<Choice[]>][])
    list.then(
      (choices) => {
        lists[name] = choices;
        told({ ...lists });
      },
      () => undefined,
    );
}

/** Address of what is named; undefined where nobody knows it. */
export function pageOf(list: ListName, value: string): string | undefined {
  const key = list === 'decision' ? fileOf.get(value) : value;
  return key && PAGES[list] + encodeURIComponent(key);
}

const OUTCOME = /^=\s*([A-Za-z_]\w*)\.outcome\s*=\s*"([^"]*)"$/;

/** Outcomes of the tasks that a flow comes from, each as the condition that asks for it. */
export function outcomesBefore(flow: Element): Choice[] {
  const found: Choice[] = [];
  const seen = new Set<Element>();
  const waiting = [(flow as Connection).source as Element | undefined];
  for (const element of waiting) {
    if (!element || seen.has(element)) continue;
    seen.add(element);
    if (element.type === 'bpmn:UserTask') found.push(...outcomesOf(element));
    else if (/Gateway$/.test(element.type))
      waiting.push(...element.incoming.map(({ source }) => source as Element));
  }
  return found;
}

function outcomesOf({ id, businessObject }: Element): Choice[] {
  const business = businessObject as ModdleElement;
  const written = (business.get('onestop:outcomes') as string | undefined) ?? '';
  const task = (business.get('name') as string | undefined) ?? id;
  return written
    .split(/[;；\n]/)
    .map((one) => /^\s*([^=\s]+)\s*(?:=\s*(.*?))?\s*$/.exec(one))
    .flatMap((parts) => {
      if (!parts) return [];
      const [, code = '', name = code] = parts;
      return [{ value: `= ${id}.outcome = "${code}"`, label: `${task}：${name}` }];
    });
}

/** A condition that asks for one outcome, as the list writes it; undefined = it asks something else. */
export function outcomeAsked(condition: unknown): string | undefined {
  const [, task, outcome] = OUTCOME.exec(String(condition ?? '').trim()) ?? [];
  return task && `= ${task}.outcome = "${outcome}"`;
}
