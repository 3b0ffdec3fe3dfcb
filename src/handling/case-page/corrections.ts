/** 补正: what the applicant corrects is checked before it becomes a command. */
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Json } from '../../../bpmn/engine/index.js';
import { checkForm } from '../../catalogue/index.js';
import type { Actor } from '../../people/index.js';
import { badRequest, unprocessable } from '../../platform/errors.js';
import { UUID } from '../../platform/http/index.js';
import {
  CaseCommands,
  type SupplementDto,
  type CommandResult,
  type HandedIn,
} from '../../cases/index.js';

@Injectable()
export class Corrections {
  constructor(
    private readonly dataSource: DataSource,
    private readonly commands: CaseCommands,
  ) {}

  /** @throws DomainError `form-invalid`, `file-not-yours`, and the command's own refusals */
  async supplement(
    caseNumber: string,
    actor: Actor,
    body: SupplementDto,
    key: string,
  ): Promise<CommandResult> {
    const form = body.form as Record<string, Json> | undefined;
    if (form) await this.checkMerged(caseNumber, form);
    const materials = handedIn(body.materials ?? {});
    await requireOwnFiles(this.dataSource, actor.personId, materials);
    return this.commands.supplement(
      caseNumber,
      actor,
      { opinion: body.opinion, form, materials },
      key,
    );
  }

  /** The corrected form must be as valid as one newly handed in. */
  private async checkMerged(caseNumber: string, form: Record<string, Json>): Promise<void> {
    const [row] = await this.dataSource.query<{ form: object; schema: string | null }[]>(
      `SELECT coalesce(p.form, c.form) AS form, coalesce(pi.data, ci.data) ->> 'form' AS schema
       FROM cases c
       JOIN item ci ON ci.code = c.item_code AND ci.version = c.item_version
       LEFT JOIN cases p ON p.number = c.parent_number
       LEFT JOIN item pi ON pi.code = p.item_code AND pi.version = p.item_version
       WHERE c.number = $1`,
      [caseNumber],
    );
    if (row?.schema) await checkForm(row.schema, { ...row.form, ...form });
  }
}

/** Material code → file ids, as a list. @throws DomainError `bad-materials` */
export function handedIn(materials: Record<string, unknown>): HandedIn[] {
  return Object.entries(materials).flatMap(([code, files]) => {
    if (!Array.isArray(files) || !files.every((id) => typeof id === 'string' && UUID.test(id))) {
      throw badRequest('bad-materials', `材料 ${code} 应为文件编号的列表；请先上传文件。`, {
        errors: [{ field: `/materials/${code}`, message: '应为文件编号的列表' }],
      });
    }
    return (files as string[]).map((fileId) => ({ code, fileId, source: 'upload' as const }));
  });
}

/** @throws DomainError `file-not-yours` naming the materials */
export async function requireOwnFiles(
  dataSource: DataSource,
  personId: string,
  materials: HandedIn[],
): Promise<void> {
  const ids = materials.flatMap(({ fileId }) => fileId ?? []);
  if (ids.length === 0) return;
  const rows = await dataSource.query<{ id: string }[]>(
    `SELECT id FROM stored_file WHERE id = ANY($1::uuid[]) AND owner_person = $2`,
    [ids, personId],
  );
  const own = new Set(rows.map(({ id }) => id));
  const foreign = materials.filter(({ fileId }) => fileId && !own.has(fileId.toLowerCase()));
  if (foreign.length === 0) return;
  throw unprocessable('file-not-yours', '有材料引用的文件不存在或不是您上传的，请重新上传。', {
    errors: foreign.map(({ code }) => ({
      field: `/materials/${code}`,
      message: '文件不存在或不是您上传的，请重新上传',
    })),
  });
}
