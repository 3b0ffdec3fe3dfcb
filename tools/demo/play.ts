/** Plays a story through the public API until the case ends, telling each line as it happens. */
import { setTimeout as pause } from 'node:timers/promises';
import type { CaseView, TimelineView } from './api.js';
import { serve } from './applicant.js';
import { Office } from './office.js';
import type { PatientSession } from './patience.js';
import type { Result, Story } from './story.js';

/** Longest the story may stand still, ms. */
const PATIENCE = 120_000;
/** Between two rounds: the longer nothing has moved, the longer, ms. */
const ROUND = { least: 150, most: 1_000 };
/** How often every desk is asked, ms: an applicant's timeline does not name what is internal. */
const ALL_DESKS = 3_000;

export type Tell = (line: Result['timeline'][number], itemName: string) => void;

/**
 * @param tell each line of the timeline as it happens
 * @param tellAfterwards each line of what goes on after the case ended
 * @param office the departments' people, when they are signed in already
 * @throws Error when the story stands still or cannot go on
 */
export async function play(
  url: string,
  story: Story,
  tell: Tell,
  tellAfterwards: (line: string) => void = () => undefined,
  office?: Office,
): Promise<Result> {
  office ??= await Office.open(url);
  const { applicant, number } = await story.start(url, office);
  const family = await follow(office, applicant, number, story, tell);
  const result = resultOf(family);
  await story.afterwards?.(office, result, (line) => {
    result.afterwards.push(line);
    tellAfterwards(line);
  });
  return result;
}

/**
 * Does what the case and its children ask of everybody until all have ended.
 * @returns how they ended, the case itself first
 * @throws Error when they stand still
 */
export async function follow(
  office: Office,
  applicant: PatientSession,
  number: string,
  story: Pick<Story, 'answer' | 'applicantAnswers' | 'asApplicant'>,
  tell: Tell,
): Promise<CaseView[]> {
  const told = new Set<string>();
  let family = await familyOf(applicant, number);
  let lastMove = Date.now();
  let allAsked = 0;
  for (;;) {
    const news = tellNews(family, told, tell);
    if (news > 0) lastMove = Date.now();
    if (family.every(hasEnded)) return family;
    if (Date.now() - lastMove > PATIENCE) throw new Error(`${stuck(family)} 久未推进。`);
    const all = Date.now() - allAsked > ALL_DESKS;
    if (all) allAsked = Date.now();
    // The applicant first: what is asked of them may have a limit of a few short days.
    await story.asApplicant?.(applicant, family);
    for (const view of family) {
      if (!hasEnded(view)) await serve(applicant, view, story.applicantAnswers);
    }
    const numbers = new Set(family.map((view) => view.number));
    await office.work(numbers, story.answer, all ? undefined : departmentsOf(family));
    await pause(Math.min(ROUND.least + (Date.now() - lastMove) / 10, ROUND.most));
    family = await familyOf(applicant, number);
  }
}

/** Every body that the timelines name: a task waits with it, or did. */
const departmentsOf = (family: CaseView[]): Set<string> =>
  new Set(family.flatMap(({ timeline }) => timeline.flatMap(({ department }) => department ?? [])));

const hasEnded = ({ ended }: CaseView): boolean => ended;

const stuck = (family: CaseView[]): string =>
  family
    .filter((view) => !hasEnded(view))
    .map(({ number, item, state }) => `${item.name} ${number}（${state}）`)
    .join('、');

/** The parent and its children, the parent first. */
async function familyOf(applicant: PatientSession, number: string): Promise<CaseView[]> {
  const parent = await applicant.get<CaseView>(`/api/cases/${number}`);
  const children = await Promise.all(
    parent.children.map((child) => applicant.get<CaseView>(`/api/cases/${child.number}`)),
  );
  return [parent, ...children];
}

const TOLD = new Set([
  'task-completed',
  // Such as a public notice whose time is over.
  'task-cancelled',
  'activity-started',
  'child-started',
  'incident',
  'ended',
]);

function tellNews(family: CaseView[], told: Set<string>, tell: Tell): number {
  const news = family
    .flatMap((view) => view.timeline.map((entry) => ({ view, entry })))
    .filter(({ entry }) => TOLD.has(entry.kind))
    .filter(({ view, entry }) => !told.has(keyOf(view, entry)))
    .sort((a, b) => a.entry.at.localeCompare(b.entry.at));
  for (const { view, entry } of news) {
    told.add(keyOf(view, entry));
    tell(lineOf(view, entry), view.item.name);
  }
  return news.length;
}

const keyOf = (view: CaseView, entry: TimelineView): string =>
  [view.number, entry.at, entry.kind, entry.element].join('|');

function lineOf(view: CaseView, entry: TimelineView): Result['timeline'][number] {
  return {
    at: entry.at,
    case: view.number,
    what: entry.text || (entry.name ?? entry.kind),
    who: entry.person,
    department: entry.department,
    level: entry.level,
    outcome: entry.outcomeName,
    due: view.dueAt,
  };
}

function resultOf(family: CaseView[]): Result {
  const [parent, ...children] = family;
  const done = family.flatMap(({ timeline }) =>
    timeline.filter(({ kind }) => kind === 'task-completed'),
  );
  const tasksByLevel: Record<string, number> = {};
  for (const { level, department } of done) {
    const key = department ? (level ?? 'none') : 'applicant';
    tasksByLevel[key] = (tasksByLevel[key] ?? 0) + 1;
  }
  return {
    case: parent!.number,
    state: parent!.state,
    children: children.map(({ number, item, state }) => {
      const listed = parent!.children.find((child) => child.number === number);
      // The parent's page says how each ended; its own, that it has been filed since.
      const ended = state === 'archived' ? listed?.state : undefined;
      return { number, key: listed?.key ?? null, name: item.name, state: ended ?? state };
    }),
    timeline: family
      .flatMap((view) => view.timeline.map((entry) => lineOf(view, entry)))
      .sort((a, b) => a.at.localeCompare(b.at)),
    tasksByLevel,
    payments: owned(family, ({ payments }) => payments, 'id').map(
      ([owner, { amountCents, state }]) => ({ case: owner, amountCents, state }),
    ),
    licences: owned(family, ({ licences }) => licences, 'identifier').map(
      ([owner, { name, identifier, number }]) => ({ case: owner, name, identifier, number }),
    ),
    afterwards: [],
  };
}

/** What the cases list, each once and with its own case: a parent lists its children's too. */
function owned<K extends string, T extends Record<K, string>>(
  family: CaseView[],
  listOf: (view: CaseView) => T[],
  id: K,
): [string, T][] {
  const found = new Map<string, [string, T]>();
  for (const view of family) {
    for (const entry of listOf(view)) found.set(entry[id], [view.number, entry]);
  }
  return [...found.values()];
}
