/** Acts on bodies: added, changed (renamed, moved …), closed. */
import type { EntityManager } from 'typeorm';
import { notFound, unprocessable } from '../../platform/errors.js';
import { isCreditCode } from '../../platform/identifiers.js';
import type { Act, Done, Doing } from '../changes/index.js';
import { POST_RULES } from '../posts/index.js';
import type { Grounds } from '../scope/index.js';
import { type Fault, refuse, requireRules } from '../faults.js';
import {
  type ChangedOrganisation,
  fieldsGiven,
  insertOrganisations,
  type NewOrganisation,
  type OrganisationFields,
  readFields,
  updateOrganisations,
} from './organisation.js';
import { CLOSING_RULES, ORGANISATION_RULES } from './rules.js';

type Named = Partial<OrganisationFields>;

/** Bodies, regions and lines that a description names; a line that a body has already is no matter of it. */
async function grounds(
  asked: readonly (Named & { id: string })[],
  manager: EntityManager,
): Promise<Grounds> {
  const current = await readFields(manager, idsOf(asked));
  const lines = asked.flatMap(({ id, line, alsoLines }) => {
    const old = current.get(id);
    const had = [old?.line, ...(old?.alsoLines ?? [])];
    return [...(line ? [line] : []), ...(alsoLines ?? [])].filter((one) => !had.includes(one));
  });
  return { ...named(asked), lines };
}

/** Bodies and regions that a description names. */
const named = (asked: readonly (Named & { id?: string })[]) => ({
  organisations: asked.flatMap(({ id, parent, inNameOf }) => [id, parent, inNameOf]),
  regions: asked.flatMap(({ region, serviceArea = [] }) => [
    ...(region ? [region] : []),
    ...serviceArea,
  ]),
});

export const ADD_ORGANISATION: Act<NewOrganisation> = {
  kind: 'organisation',
  act: 'add',
  grounds,
  async apply({ manager, day }, asked) {
    await requireSound(manager, asked);
    await requireNew(manager, asked);
    await insertOrganisations(manager, asked);
    await requireRules(manager, ORGANISATION_RULES, idsOf(asked), day);
    return asked.map(({ id, ...after }) => ({ key: id, before: null, after }));
  },
};

export const CHANGE_ORGANISATION: Act<ChangedOrganisation> = {
  kind: 'organisation',
  act: 'change',
  waits: true,
  grounds,
  async apply({ manager, day }, asked) {
    await requireSound(manager, asked);
    const current = await readFields(manager, idsOf(asked));
    const changed = asked.map((one) => ({ one, old: current.get(one.id) }));
    const gone = changed.find(({ old }) => !old);
    if (gone) throw noOrganisation(gone.one.id);
    await updateOrganisations(
      manager,
      changed.map(({ one, old }) => ({ ...old!, ...one })),
    );
    await requireRules(manager, ORGANISATION_RULES, idsOf(asked), day);
    const done = changed.map(({ one, old }) => differenceOf(one, old!));
    await requireDependents(manager, done, day);
    return done;
  },
};

export interface Closing {
  id: string;
}

/** From the day on it is no more; what names it keeps naming it. */
export const CLOSE_ORGANISATION: Act<Closing> = {
  kind: 'organisation',
  act: 'close',
  waits: true,
  grounds: (asked) => ({ organisations: idsOf(asked) }),
  async apply({ manager, day }, asked) {
    const current = await readFields(manager, idsOf(asked));
    for (const { id } of asked) if (!current.has(id)) throw noOrganisation(id);
    const [rows] = await manager.query<[{ id: string }[], number]>(
      `UPDATE organisation SET valid_to = $2 WHERE id = ANY($1)
          AND (valid_to IS NULL OR valid_to > $2::date) RETURNING id`,
      [idsOf(asked), day],
    );
    if (rows.length < asked.length)
      throw unprocessable('already-closed', '这个机构已经撤销；请刷新后再看。');
    await requireRules(manager, CLOSING_RULES, idsOf(asked), day);
    return asked.map(({ id }) => ({ key: id, before: { validTo: null }, after: { validTo: day } }));
  },
};

/** What a body's kind, level and place decide of others: of bodies below, of those that act in its name, of posts. */
const DECIDES = ['kind', 'level', 'region'];

async function requireDependents(
  manager: EntityManager,
  done: readonly Done[],
  day: string,
): Promise<void> {
  const ids = done.flatMap(({ key, after }) =>
    DECIDES.some((field) => field in after!) ? [key] : [],
  );
  if (ids.length === 0) return;
  const bodies = await manager.query<{ id: string }[]>(
    `SELECT id FROM organisation WHERE (parent_id = ANY($1) OR in_name_of = ANY($1))
        AND (valid_to IS NULL OR valid_to > $2::date)`,
    [ids, day],
  );
  const posts = await manager.query<{ id: string }[]>(
    `SELECT id FROM post WHERE organisation_id = ANY($1)
        AND (valid_to IS NULL OR valid_to > $2::date)`,
    [ids, day],
  );
  await requireRules(manager, ORGANISATION_RULES, idsOf(bodies), day);
  await requireRules(manager, POST_RULES, idsOf(posts), day);
}

const idsOf = (asked: readonly { id: string }[]): string[] => asked.map(({ id }) => id);

export const noOrganisation = (id: string) =>
  notFound('organisation-not-found', `没有编号为“${id}”的机构；请刷新后再选。`);

/** Only what is otherwise. */
function differenceOf(one: ChangedOrganisation, old: OrganisationFields): Done {
  const fields = fieldsGiven(one).filter(
    (field) => JSON.stringify(one[field]) !== JSON.stringify(old[field]),
  );
  if (fields.length === 0)
    throw unprocessable('nothing-changed', '没有改动；如不需要修改，请直接返回。');
  const only = (from: Named) => Object.fromEntries(fields.map((field) => [field, from[field]]));
  return { key: one.id, before: only(old), after: only(one) };
}

/** What the row itself shows, before the database would refuse it in its own words. */
async function requireSound(
  manager: EntityManager,
  asked: readonly (Named & { id: string })[],
): Promise<void> {
  const faults: Fault[] = [];
  const fault = (key: string, code: string, field: string, message: string) =>
    faults.push({ key, code, field, message });
  const codes = asked.flatMap(({ creditCode }) => creditCode ?? []);
  const taken = await manager.query<{ id: string; name: string; code: string }[]>(
    `SELECT id, name, credit_code AS code FROM organisation WHERE credit_code = ANY($1)`,
    [codes],
  );
  const known = await knownOnes(manager, asked);
  for (const { id, name = id, creditCode, parent, inNameOf, region, serviceArea } of asked) {
    if (creditCode && !isCreditCode(creditCode))
      fault(id, 'bad-credit-code', 'creditCode', `${name}的统一社会信用代码校验位不对；请核对。`);
    const other = taken.find(({ code, id: its }) => code === creditCode && its !== id);
    if (other) fault(id, 'credit-code-taken', 'creditCode', `信用代码已是${other.name}的。`);
    if (creditCode && codes.filter((one) => one === creditCode).length > 1)
      fault(id, 'credit-code-taken', 'creditCode', `信用代码 ${creditCode} 出现了不止一次。`);
    if (parent && !known.bodies.has(parent))
      fault(id, 'no-such-body', 'parent', `没有编号为“${parent}”的上级机构。`);
    if (inNameOf && !known.bodies.has(inNameOf))
      fault(id, 'no-such-body', 'inNameOf', `没有编号为“${inNameOf}”的机构。`);
    for (const code of [...(region ? [region] : []), ...(serviceArea ?? [])])
      if (!known.regions.has(code))
        fault(
          id,
          'no-such-region',
          region === code ? 'region' : 'serviceArea',
          `没有登记区划 ${code}；请先登记。`,
        );
  }
  refuse(faults);
}

async function knownOnes(manager: EntityManager, asked: readonly (Named & { id: string })[]) {
  const { organisations, regions } = named(asked);
  const bodies = await manager.query<{ id: string }[]>(
    `SELECT id FROM organisation WHERE id = ANY($1)`,
    [organisations.filter((id) => typeof id === 'string')],
  );
  const places = await manager.query<{ code: string }[]>(
    `SELECT code FROM region WHERE code = ANY($1)`,
    [regions],
  );
  return {
    bodies: new Set([...bodies.map(({ id }) => id), ...idsOf(asked)]),
    regions: new Set(places.map(({ code }) => code)),
  };
}

async function requireNew(manager: EntityManager, asked: readonly NewOrganisation[]) {
  const rows = await manager.query<{ id: string }[]>(
    `SELECT id FROM organisation WHERE id = ANY($1)`,
    [idsOf(asked)],
  );
  refuse(
    rows.map(({ id }) => ({
      key: id,
      code: 'id-taken',
      field: 'id',
      message: `编号“${id}”已有机构使用；请换一个。`,
    })),
  );
}

/** Why one may not close today; empty = it may. */
export async function whyNotClosed(doing: Doing, id: string): Promise<Fault[]> {
  try {
    await requireRules(doing.manager, CLOSING_RULES, [id], doing.day);
    return [];
  } catch (error) {
    const { details } = error as { details?: { faults?: Fault[] } };
    if (details?.faults) return details.faults;
    throw error;
  }
}
