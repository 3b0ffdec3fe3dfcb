/** Acts on people who hold posts: registered by their ID number, locked when an account must not be used. */
import { conflict, notFound, unprocessable } from '../../platform/errors.js';
import type { Act } from '../changes/index.js';
import { requireOwn } from '../scope/index.js';
import { requireAdministrator } from './last-administrator.js';

/** Known by the digest of the ID number: the number itself is nowhere (个人信息保护法 6). */
export interface NewPerson {
  id: string;
  name: string;
  digest: string | null;
  /** As the province's sign-on knows them, where that is known already; else they are found by the digest. */
  subject?: string;
  account?: string;
}

export const ADD_PERSON: Act<NewPerson> = {
  kind: 'person',
  act: 'add',
  grounds: () => ({}),
  async apply({ manager }, asked) {
    const rows = await manager.query<{ id: string; digest: string; kind: string; name: string }[]>(
      `SELECT DISTINCT ON (id_number_digest) id, id_number_digest AS digest, kind, name FROM person
        WHERE id_number_digest = ANY($1) ORDER BY id_number_digest, id`,
      [asked.map(({ digest }) => digest)],
    );
    const known = new Map<string | null, (typeof rows)[number]>(
      rows.map((row) => [row.digest, row]),
    );
    const firm = rows.find(({ kind }) => kind === 'legal');
    if (firm)
      throw unprocessable(
        'a-firm-holds-no-post',
        `${firm.name}是企业，不能任职；请填本人的证件号码。`,
        {
          field: 'idNumber',
        },
      );
    const other = asked.find(({ digest, name }) => (known.get(digest)?.name ?? name) !== name);
    if (other)
      throw unprocessable('name-differs', '这个证件号码登记的姓名与所填的不同；请核对。', {
        field: 'name',
      });
    const added = asked.filter(({ digest }) => !known.has(digest));
    await manager.query(
      `INSERT INTO person (id, account, name, id_number_digest, subject, kind)
       SELECT id, coalesce(account, id), name, digest, coalesce(subject, id), 'staff'
       FROM jsonb_to_recordset($1) AS p (id text, account text, name text, digest text, subject text)`,
      [JSON.stringify(added)],
    );
    // Whoever applied for something before is here already, under the name the province gave.
    return asked.map(({ id, digest, name }) => {
      return { key: known.get(digest)?.id ?? id, before: null, after: { name } };
    });
  },
};

interface OfPerson {
  person: string;
  reason: string;
}

/**
 * SQL: whether person n works for a body: only for the register, or with a post at some time. Whoever only
 * applies is not an administrator's to shut out, entered in the register or not.
 */
const WORKS_HERE = `(n.kind = 'staff' OR EXISTS (SELECT 1 FROM post p WHERE p.person_id = n.id))`;

/** SQL: whether person n is the register's: works here, or was entered and has no post yet. */
export const IS_STAFF = `(${WORKS_HERE}
  OR EXISTS (SELECT 1 FROM register_change c WHERE c.kind = 'person' AND c.key = n.id))`;

const grounds = (asked: readonly OfPerson[]) => ({ people: asked.map(({ person }) => person) });

/** Nobody signs in with the account, and who is signed in is signed out. */
export const LOCK_PERSON: Act<OfPerson> = {
  kind: 'person',
  act: 'lock',
  grounds,
  async apply({ manager, by, day }, asked) {
    for (const { person, reason } of asked) {
      if (person === by.personId)
        throw unprocessable('lock-oneself', '不能锁定自己的账号；请由另一位管理员办理。');
      const [rows] = await manager.query<[{ id: string }[], number]>(
        `UPDATE person n SET locked_at = now(), locked_by = $2, lock_reason = $3
          WHERE n.id = $1 AND n.locked_at IS NULL AND ${WORKS_HERE} RETURNING n.id`,
        [person, by.personId, reason],
      );
      if (rows.length === 0) throw await notInState(manager, person, '已经锁定');
      await manager.query(`DELETE FROM session WHERE person_id = $1`, [person]);
    }
    await requireAdministrator(manager, day);
    return asked.map(({ person, reason }) => ({
      ...{ key: person, before: { locked: false }, after: { locked: true, reason } },
    }));
  },
};

export const UNLOCK_PERSON: Act<OfPerson> = {
  kind: 'person',
  act: 'unlock',
  grounds,
  async apply({ manager, by }, asked) {
    for (const { person } of asked) {
      const [rows] = await manager.query<[{ id: string }[], number]>(
        `UPDATE person SET locked_at = NULL, locked_by = NULL, lock_reason = NULL
          WHERE id = $1 AND locked_at IS NOT NULL RETURNING id`,
        [person],
      );
      if (rows.length === 0) throw await notInState(manager, person, '没有锁定');
      await requireOwn(manager, by, { kind: 'person', key: person, acts: ['lock'] });
    }
    return asked.map(({ person, reason }) => ({
      ...{ key: person, before: { locked: true }, after: { locked: false, reason } },
    }));
  },
};

async function notInState(
  manager: Parameters<typeof requireAdministrator>[0],
  person: string,
  state: string,
) {
  const rows = await manager.query<unknown[]>(
    `SELECT 1 FROM person n WHERE n.id = $1 AND ${WORKS_HERE}`,
    [person],
  );
  return rows.length === 0
    ? notFound('person-not-found', '没有这个人员。')
    : conflict('lock-state', `账号${state}；请刷新后再看。`);
}
