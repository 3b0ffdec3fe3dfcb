/** What was done with a card or an order: written with its audit line, told to whom it concerns, read as its history. */
import type { EntityManager } from 'typeorm';
import { audit, type Actor } from '../people/index.js';
import { badRequest } from '../platform/errors.js';
import { tellOfCard, tellOfOrder } from './telling.js';

export interface Act {
  /** `issued`, `answered`, `returned`, … */
  act: string;
  text?: string;
  /** Ids of files uploaded before by the one who acts. */
  files?: string[];
}

type Of = { card: string } | { order: string };
const targetOf = (of: Of) => ('card' in of ? `card:${of.card}` : `order:${of.order}`);

/**
 * Tells of it, too.
 * @param actor null = the platform itself, by a rule
 * @throws DomainError `file-not-yours`
 */
export async function writeAct(
  manager: EntityManager,
  actor: Actor | null,
  of: Of,
  what: Act,
): Promise<void> {
  const told = { act: what.act, actId: await noteAct(manager, actor, of, what) };
  await ('card' in of
    ? tellOfCard(manager, { id: of.card, ...told })
    : tellOfOrder(manager, { id: of.order, ...told }));
}

/** As `writeAct`, where whoever writes many tells of them together. @returns the id of the act's row */
export async function noteAct(
  manager: EntityManager,
  actor: Actor | null,
  of: Of,
  { act, text = '', files = [] }: Act,
): Promise<string> {
  if (files.length > 0) await requireOwnFiles(manager, actor, files);
  const [row] = await manager.query<{ id: string }[]>(
    `INSERT INTO supervision_act (card_id, order_id, act, person_id, post_id, text, files)
     VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id`,
    [
      'card' in of ? of.card : null,
      'order' in of ? of.order : null,
      act,
      actor?.personId ?? null,
      actor?.postId ?? null,
      text,
      files,
    ],
  );
  await audit(manager, {
    person: actor?.personId ?? null,
    post: actor?.postId ?? null,
    act: `${'card' in of ? 'card' : 'order'}.${act}`,
    target: targetOf(of),
    outcome: 'done',
  });
  return row!.id;
}

async function requireOwnFiles(manager: EntityManager, actor: Actor | null, files: string[]) {
  const [row] = await manager.query<{ count: number }[]>(
    `SELECT count(DISTINCT id)::int AS count FROM stored_file
     WHERE id = ANY ($1::uuid[]) AND owner_person = $2`,
    [files, actor?.personId],
  );
  if (row!.count === new Set(files).size) return;
  throw badRequest('file-not-yours', '附件中有不存在或不是您上传的文件，请重新上传。');
}

export interface ActRow {
  act: string;
  at: Date;
  person: string | null;
  department: string | null;
  text: string;
  files: { id: string; name: string }[];
}

/** Oldest first. */
export function readActs(manager: EntityManager, of: Of): Promise<ActRow[]> {
  return manager.query<ActRow[]>(
    `SELECT a.act, a.at, p.name AS person, o.name AS department, a.text,
            coalesce((SELECT jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name))
                      FROM stored_file f WHERE f.id = ANY (a.files)), '[]') AS files
     FROM supervision_act a
     LEFT JOIN person p ON p.id = a.person_id
     LEFT JOIN post t ON t.id = a.post_id
     LEFT JOIN organisation o ON o.id = t.organisation_id
     WHERE ${'card' in of ? 'a.card_id' : 'a.order_id'} = $1 ORDER BY a.id`,
    ['card' in of ? of.card : of.order],
  );
}

/** A line on the case's timeline. Step 0: it belongs to no step, and no step's loss takes it away. */
export async function writeOnTimeline(
  manager: EntityManager,
  line: { caseNumber: string; cause: string; kind: string; name: string; actor: Actor | null },
): Promise<void> {
  await manager.query(
    `INSERT INTO timeline (case_number, step, cause, at, kind, name, person_id, post_id, department_id)
     VALUES ($1, 0, $2, now(), $3, $4, $5, $6, $7)`,
    [
      line.caseNumber,
      line.cause,
      line.kind,
      line.name,
      line.actor?.personId ?? null,
      line.actor?.postId ?? null,
      line.actor?.organisationId ?? null,
    ],
  );
}
