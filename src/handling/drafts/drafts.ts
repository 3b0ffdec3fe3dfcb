/** Drafts: kept as they are, unchecked, until they are handed in. */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ENTRY_ITEM, offeredItem } from '../../catalogue/index.js';
import { handedIn, namedFiles } from '../answers/index.js';
import { COUNTS, requireAuthorised, type Session } from '../../people/index.js';
import { conflict, notFound, unprocessable } from '../../platform/errors.js';
import { sealedForm } from '../../platform/sealing/index.js';
import type {
  DeletedDraftDto,
  DraftContentDto,
  DraftDto,
  DraftListDto,
  NewDraftDto,
} from './draft.dto.js';

/** Days for which a deleted draft can be had back; then it goes for good (see `retention`). */
export const DELETED_DRAFT_DAYS = 7;

const COLUMNS = `
  d.id, d.item_code AS item, d.region, d.form, d.materials, d.ways,
  (SELECT jsonb_build_object('applicantName', e.applicant_name, 'receivedAt', e.received_at,
     'late', e.late, 'queueNumber', e.queue_number) FROM window_entry e WHERE e.draft_id = d.id) AS entry,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'size', f.size)), '[]'::jsonb)
     FROM stored_file f WHERE f.id = ANY (d.files) AND f.owner_person = d.person_id) AS files,
  (SELECT jsonb_build_object('name', v.name, 'to', z.to_on, 'counts', ${COUNTS},
     'kind', CASE v.kind WHEN 'legal' THEN 'legal' ELSE 'natural' END)
     FROM authorisation z JOIN person v ON v.id = z.principal_id
    WHERE z.id = d.authorisation_id) AS "onBehalf",
  d.authorisation_id AS authorisation, d.updated_at AS "updatedAt", d.revision,
  d.submitted_as AS "submittedAs",
  coalesce((SELECT i.name FROM item i WHERE i.code = d.item_code ORDER BY i.version DESC LIMIT 1),
           d.item_code) AS "itemName",
  coalesce((SELECT r.name FROM region r WHERE r.code = d.region), d.region) AS "regionName"`;

export interface DraftRow extends Omit<DraftDto, 'updatedAt'> {
  updatedAt: Date;
  /** Number of the case it became; null while it is a draft. */
  submittedAs: string | null;
  /** Under which it was begun; null = for oneself, or at a window. */
  authorisation: string | null;
}

function dto({ submittedAs: _, authorisation: _under, ...row }: DraftRow): DraftDto {
  return { ...row, updatedAt: row.updatedAt.toISOString() };
}

@Injectable()
export class Drafts {
  constructor(private readonly dataSource: DataSource) {}

  /** Those of whoever is acted for; for oneself, all that one has written, whoever it is for. */
  async list({ person, actingFor }: Session): Promise<DraftListDto> {
    const whose = [person.id, actingFor?.authorisation ?? null] as const;
    const rows = await this.dataSource.query<DraftRow[]>(
      `SELECT ${COLUMNS} FROM draft d WHERE d.person_id = $1 AND d.submitted_as IS NULL
          AND d.deleted_at IS NULL AND ($2::uuid IS NULL OR d.authorisation_id = $2)
       ORDER BY d.updated_at DESC LIMIT 100`,
      [...whose],
    );
    return { items: rows.map(dto), deleted: await this.deleted(whose), next: null };
  }

  /** Those that can be had back, the last deleted first. */
  private async deleted(whose: readonly [string, string | null]): Promise<DeletedDraftDto[]> {
    const rows = await this.dataSource.query<(DraftRow & { restorableUntil: Date })[]>(
      `SELECT ${COLUMNS}, d.deleted_at + make_interval(days => $3) AS "restorableUntil"
         FROM draft d WHERE d.person_id = $1 AND d.submitted_as IS NULL
          AND ($2::uuid IS NULL OR d.authorisation_id = $2)
          AND d.deleted_at > now() - make_interval(days => $3)
        ORDER BY d.deleted_at DESC LIMIT 20`,
      [...whose, DELETED_DRAFT_DAYS],
    );
    return rows.map(({ restorableUntil, ...row }) => ({
      ...dto(row),
      restorableUntil: restorableUntil.toISOString(),
    }));
  }

  /**
   * For whoever is acted for, and for them alone: the draft stays theirs.
   * @throws DomainError as `offeredItem`, as `requireAuthorised`; `region-not-found`
   */
  async create({ person, actingFor }: Session, { item, region }: NewDraftDto): Promise<DraftDto> {
    const { manager } = this.dataSource;
    if (item === ENTRY_ITEM)
      throw conflict('handed-in-elsewhere', '事项草稿在事项目录中送审，不在这里申请。');
    await offeredItem(manager, item, region);
    await this.requireRegion(region);
    if (actingFor) await requireAuthorised(manager, actingFor.authorisation, person.id, item);
    const id = randomUUID();
    await this.dataSource.query(
      `INSERT INTO draft (id, person_id, item_code, region, authorisation_id)
       VALUES ($1, $2, $3, $4, $5)`,
      [id, person.id, item, region, actingFor?.authorisation ?? null],
    );
    return this.read(person.id, id);
  }

  /** @throws DomainError `draft-not-found` */
  async read(personId: string, id: string): Promise<DraftDto> {
    return dto(await this.row(personId, id));
  }

  /** The draft's row, also when it was handed in. @throws DomainError `draft-not-found` */
  async row(personId: string, id: string): Promise<DraftRow> {
    const [row] = await this.dataSource.query<DraftRow[]>(
      `SELECT ${COLUMNS} FROM draft d
        WHERE d.id = $1 AND d.person_id = $2 AND d.deleted_at IS NULL`,
      [id, personId],
    );
    if (!row) throw draftNotFound();
    return row;
  }

  /**
   * Keeps what was filled in so far; nothing is checked but its shape. A page says which state of the draft it
   * was filled in from, so that two do not write over each other unseen; and names the new one itself, so that
   * what is sent again after a lost answer is known for what it is.
   * @throws DomainError `draft-changed` where another was kept meanwhile
   */
  async save(personId: string, id: string, content: DraftContentDto): Promise<DraftDto> {
    handedIn(content.materials);
    const [rows] = await this.dataSource.query<[unknown[], number]>(
      `UPDATE draft SET form = $3, materials = $4, ways = coalesce($5, ways), files = $6,
              updated_at = now(), revision = $7
       WHERE id = $1 AND person_id = $2 AND submitted_as IS NULL AND deleted_at IS NULL
         AND ($8::uuid IS NULL OR revision IN ($7, $8)) RETURNING id`,
      [
        id,
        personId,
        JSON.stringify(sealedForm(this.dataSource.manager, content.form)),
        JSON.stringify(content.materials),
        content.ways ? JSON.stringify(content.ways) : null,
        namedFiles([content.form, content.materials]),
        content.revision ?? randomUUID(),
        content.replaces ?? null,
      ],
    );
    if (rows.length === 0) throw await this.whyNot(personId, id);
    return this.read(personId, id);
  }

  /** Puts it out of the way: for some days it can be had back. @throws DomainError `draft-not-found` … */
  async remove(personId: string, id: string): Promise<void> {
    const [rows] = await this.dataSource.query<[unknown[], number]>(
      `UPDATE draft SET deleted_at = now()
        WHERE id = $1 AND person_id = $2 AND submitted_as IS NULL AND deleted_at IS NULL RETURNING id`,
      [id, personId],
    );
    if (rows.length === 0) throw await this.whyNot(personId, id);
  }

  /**
   * Takes a deletion back, with all that the draft held; one that is not deleted stays as it is.
   * @throws DomainError `draft-not-found` where its days are over; `draft-already-submitted`
   */
  async restore(personId: string, id: string): Promise<DraftDto> {
    await this.dataSource.query(
      `UPDATE draft SET deleted_at = NULL, updated_at = now()
        WHERE id = $1 AND person_id = $2 AND deleted_at > now() - make_interval(days => $3)`,
      [id, personId, DELETED_DRAFT_DAYS],
    );
    const row = await this.row(personId, id);
    if (row.submittedAs !== null) throw alreadySubmitted(row.submittedAs);
    return dto(row);
  }

  private async whyNot(personId: string, id: string): Promise<Error> {
    const { submittedAs, updatedAt } = await this.row(personId, id);
    return submittedAs === null ? draftChanged(updatedAt) : alreadySubmitted(submittedAs);
  }

  /** @throws DomainError `region-not-found` */
  async requireRegion(code: string): Promise<void> {
    const rows = await this.dataSource.query<unknown[]>(`SELECT 1 FROM region WHERE code = $1`, [
      code,
    ]);
    if (rows.length > 0) return;
    throw unprocessable(
      'region-not-found',
      `没有行政区划代码 ${code}，请从区划列表中选择办理所在地。`,
      { errors: [{ field: '/region', message: '请从区划列表中选择' }] },
    );
  }
}

export const alreadySubmitted = (caseNumber: string) =>
  conflict('draft-already-submitted', `这份草稿已经提交，办件编号 ${caseNumber}。`, { caseNumber });

const draftChanged = (at: Date) =>
  conflict(
    'draft-changed',
    '这份草稿在另一个窗口或设备上改过。这里写的没有保存，也没有丢：请选择以哪一份为准。',
    { updatedAt: at.toISOString() },
  );

function draftNotFound() {
  return notFound('draft-not-found', '没有这份草稿，可能已删除。请从“我的草稿”中选择。');
}
