/** The people of the demonstration: staff by the acts of administrators, applicants as a sign-on makes them. */
import { readFileSync } from 'node:fs';
import type { DataSource, EntityManager } from 'typeorm';
import { ADD_PERSON, ADD_POST, performAll, THE_PLATFORM } from '../../administration/index.js';
import { loadOnce } from '../../platform/database/load-once.js';
import { idNumberDigest, isCreditCode, isIdNumber } from '../../platform/identifiers.js';
import { performSound, tellLeftOut } from './perform-sound.js';

const FILE = new URL('../../../demonstration/people.json', import.meta.url);
const SINCE_EVER = '2000-01-01';

/** A person of `demonstration/people.json`. */
interface PersonDefinition {
  subject: string;
  account: string;
  password: string;
  name: string;
  idNumber: string;
  kind: 'natural' | 'legal' | 'staff';
  phone: string;
  posts: { organisation: string; role: string; title: string; enforcementCertificate?: string }[];
}

export function demonstrationPeople(): PersonDefinition[] {
  return JSON.parse(readFileSync(FILE, 'utf8')) as PersonDefinition[];
}

/** @throws Error naming the person whose identifier does not pass its check digit */
function checkPerson(person: PersonDefinition): void {
  const valid = person.kind === 'legal' ? isCreditCode : isIdNumber;
  if (!valid(person.idNumber)) {
    throw new Error(`演示人员 ${person.account} 的证件号码校验位不对，请更正 people.json。`);
  }
}

/**
 * People and their posts; needs the organisations. Idempotent: who is there stays as the city has them.
 * @param digestKey key under which ID numbers can be found again; without it nobody is found by theirs
 */
export async function loadPeople(dataSource: DataSource, digestKey?: string): Promise<void> {
  const content = readFileSync(FILE, 'utf8');
  const people = demonstrationPeople();
  people.forEach(checkPerson);
  await loadOnce(dataSource, 'people', `${digestKey ?? ''}\n${content}`, async (manager) => {
    await loadApplicants(manager, people, digestKey);
    const staff = people.filter(({ kind }) => kind === 'staff');
    await performAll(manager, ADD_PERSON, {
      by: THE_PLATFORM,
      asked: (await strangers(manager, staff)).map(({ subject, account, name, idNumber }) => ({
        ...{ id: subject, account, subject, name },
        digest: digestKey ? idNumberDigest(idNumber, digestKey) : null,
      })),
    });
    await digestsByKey(manager, staff, digestKey);
    tellLeftOut(
      await performSound(manager, ADD_POST, await vacant(manager, staff), ({ id }) => id),
    );
  });
}

async function strangers(
  manager: EntityManager,
  people: readonly PersonDefinition[],
): Promise<PersonDefinition[]> {
  const known = await manager.query<{ subject: string }[]>(
    `SELECT subject FROM person WHERE subject = ANY($1)`,
    [people.map(({ subject }) => subject)],
  );
  const there = new Set(known.map(({ subject }) => subject));
  return people.filter(({ subject }) => !there.has(subject));
}

/** An installation that was given its key later finds its people by it then. */
async function digestsByKey(
  manager: EntityManager,
  staff: readonly PersonDefinition[],
  digestKey: string | undefined,
): Promise<void> {
  if (!digestKey) return;
  await manager.query(
    `UPDATE person SET id_number_digest = p.digest
       FROM jsonb_to_recordset($1) AS p (subject text, digest text)
      WHERE person.subject = p.subject AND person.id_number_digest IS DISTINCT FROM p.digest`,
    [
      JSON.stringify(
        staff.map(({ subject, idNumber }) => ({
          ...{ subject, digest: idNumberDigest(idNumber, digestKey) },
        })),
      ),
    ],
  );
}

async function vacant(manager: EntityManager, staff: readonly PersonDefinition[]) {
  const known = await manager.query<{ id: string }[]>(`SELECT id FROM post`);
  const there = new Set(known.map(({ id }) => id));
  return staff
    .flatMap(({ subject, account, posts }) =>
      posts.map(({ organisation, role, title, enforcementCertificate = null }, place) => ({
        ...{ id: `post-${account}-${place + 1}`, person: subject, organisation, role, title },
        ...{ certificate: enforcementCertificate, validFrom: SINCE_EVER, validTo: null },
      })),
    )
    .filter(({ id }) => !there.has(id));
}

/** Who applies is a person here from the first sign-on; older cases of the demonstration are theirs before. */
async function loadApplicants(
  manager: EntityManager,
  people: readonly PersonDefinition[],
  digestKey: string | undefined,
): Promise<void> {
  const applicants = people.filter(({ kind }) => kind !== 'staff');
  await manager.query(
    `INSERT INTO person (id, account, name, id_number_digest, subject, kind)
     SELECT subject, account, name, digest, subject, kind
     FROM jsonb_to_recordset($1) AS p (subject text, account text, name text, digest text, kind text)
     ON CONFLICT (subject) DO UPDATE SET account = excluded.account, name = excluded.name,
       id_number_digest = excluded.id_number_digest, kind = excluded.kind`,
    [
      JSON.stringify(
        applicants.map(({ subject, account, name, kind, idNumber }) => ({
          ...{ subject, account, name, kind },
          digest: digestKey ? idNumberDigest(idNumber, digestKey) : null,
        })),
      ),
    ],
  );
}
