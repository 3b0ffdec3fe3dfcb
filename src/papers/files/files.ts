/** Files people hand in: taken, kept, and given to those who may see them. */
import { createHash, randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ABOVE } from '../../../workflows/law/index.js';
import { audit, type Session, peopleOf } from '../../people/index.js';
import { requireCase, requireOneCase } from '../../cases/index.js';
import type { Computing } from '../../platform/compute/index.js';
import { CONFIG, type Config } from '../../platform/config.js';
import { badRequest, DomainError, notFound, unprocessable } from '../../platform/errors.js';
import type { StoredFileDto } from './file.dto.js';
import { FileAccess } from './file-access.js';
import { fileNameOf } from './file-name.js';
import { FILE_COMPUTING, type FileTasks } from './inspection/index.js';
import { STORAGE, type Storage } from './storage.js';
import { scanForViruses } from './virus-scanner.js';

/** What the multipart reader hands over. */
export interface ReceivedFile {
  originalname: string;
  buffer: Buffer;
}

interface FileRow extends StoredFileDto {
  owner: string;
  storageKey: string;
  /** Cases it was handed in with, and parts of a matter whose item needs it, or all of them do. */
  cases: string[];
  /** Whether it came with a task of those who handle the case: its applicant does not see it. */
  internal: boolean;
}

/** SQL: case `k` and those it was sent up to (转报), which share what it shares. */
const WITH_ABOVE = `
  WITH RECURSIVE up AS (
    SELECT k.number
    UNION SELECT a.number FROM cases a
      JOIN up ON a.parent_number = up.number AND a.parent_occurrence = '${ABOVE}')
  SELECT number FROM up`;

@Injectable()
export class Files {
  private readonly logger = new Logger('files');

  constructor(
    private readonly dataSource: DataSource,
    @Inject(STORAGE) private readonly storage: Storage,
    private readonly access: FileAccess,
    @Inject(FILE_COMPUTING) private readonly computing: Computing<FileTasks>,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * The one way in for files: from applicants, windows, handlers and older systems.
   * @throws DomainError `file-missing`, what an inspection refuses, `file-infected`,
   *   `virus-scan-unavailable`; then nothing is kept
   */
  async take(session: Session, file: ReceivedFile | undefined): Promise<StoredFileDto> {
    if (!file) {
      throw badRequest(
        'file-missing',
        '没有收到文件。请用 multipart/form-data 的 file 字段上传一个文件。',
      );
    }
    const name = fileNameOf(file.originalname);
    const mime = await this.inspected(name, file.buffer);
    const scan = await scanForViruses(this.config.virusScanner, name, file.buffer);
    const id = randomUUID();
    const sha256 = createHash('sha256').update(file.buffer).digest('hex');
    const storageKey = `${id.slice(0, 2)}/${id}`;
    await this.storage.put(storageKey, file.buffer);
    await this.dataSource.transaction(async (manager) => {
      await manager.query(
        `INSERT INTO stored_file (id, owner_person, name, mime, size, sha256, storage_key)
         VALUES ($1, $2, $3, $4, $5, $6, $7)`,
        [id, session.person.id, name, mime, file.buffer.length, sha256, storageKey],
      );
      await audit(manager, {
        ...{ person: session.person.id, post: session.post?.id, act: 'file.upload' },
        ...{
          target: `file:${id}`,
          outcome: 'done',
          detail: { mime, size: file.buffer.length, scan },
        },
      });
    });
    return { id, name, mime, size: file.buffer.length, sha256 };
  }

  /** The file's media type. @throws DomainError 422 with the reason, `file-too-complex` */
  private async inspected(name: string, bytes: Buffer): Promise<string> {
    const inspected = await this.computing.run('inspectFile', name, bytes).catch((error) => {
      if (error instanceof DomainError && error.code === 'computation-too-costly')
        throw unprocessable(
          'file-too-complex',
          `文件“${name}”太复杂，无法检查，没有保存。请精简或重新导出后再上传。`,
        );
      throw error;
    });
    if ('mime' in inspected) return inspected.mime;
    if (inspected.fault) this.logger.error(`inspection: ${inspected.fault}`);
    const { code, message } = inspected.refusal;
    throw unprocessable(code, `文件“${name}”${message}。`);
  }

  /** The file and its bytes. @throws DomainError `file-not-found`, and the case's own refusals */
  async open(session: Session, id: string): Promise<{ file: StoredFileDto; bytes: Readable }> {
    const [row] = await this.dataSource.query<FileRow[]>(
      `SELECT f.id, f.name, f.mime, f.size, f.sha256, f.owner_person AS owner,
              f.storage_key AS "storageKey",
              ARRAY(SELECT m.case_number FROM case_material m WHERE m.file_id = f.id
                    UNION SELECT shared.number FROM case_material m
                      JOIN cases p ON p.number = m.case_number
                      JOIN item pi ON pi.code = p.item_code AND pi.version = p.item_version
                      JOIN cases k ON k.parent_number = p.number
                      JOIN item ki ON ki.code = k.item_code AND ki.version = k.item_version,
                      LATERAL (${WITH_ABOVE}) shared
                     WHERE m.file_id = f.id AND EXISTS (
                       SELECT 1 FROM jsonb_array_elements(ki.data -> 'materials') d
                        WHERE d ->> 'code' = m.material_code
                       UNION ALL SELECT 1 FROM jsonb_array_elements(pi.data -> 'materials') d
                        WHERE d ->> 'code' = m.material_code AND d ->> 'child' IS NULL
                       UNION ALL SELECT 1 WHERE form_field(pi.data ->> 'form', p.form_version,
                         m.material_code) ->> 'x-kind' = 'file')) AS cases,
              NOT EXISTS (SELECT 1 FROM case_material m LEFT JOIN task t ON t.id = m.task_id
                           WHERE m.file_id = f.id AND (t.id IS NULL OR t.role = 'applicant'))
                AS internal
       FROM stored_file f WHERE f.id = $1`,
      [id],
    );
    if (!row) throw fileNotFound();
    if (await this.isTheirs(session, row)) await this.noteOfPost(session, row);
    else await this.requireThroughCase(session, row);
    return { file: row, bytes: await this.storage.get(row.storageKey, row.size) };
  }

  /**
   * A file is its uploader's until it is handed in, and its applicant's after: who took in other people's
   * papers sees them with the case, as everybody.
   */
  private async isTheirs({ person }: Session, { owner, cases }: FileRow): Promise<boolean> {
    if (owner !== person.id) return false;
    if (cases.length === 0) return true;
    const rows = await this.dataSource.query<unknown[]>(
      `SELECT 1 FROM cases WHERE number = ANY ($1) AND $2 = ANY (${peopleOf('cases')}) LIMIT 1`,
      [cases, person.id],
    );
    return rows.length > 0;
  }

  /** Under a post somebody looks at papers, not at their own: that is noted. */
  private async noteOfPost({ person, post }: Session, { id }: FileRow): Promise<void> {
    if (!post) return;
    await audit(this.dataSource.manager, {
      ...{ person: person.id, post: post.id, act: 'file.read' },
      ...{ target: `file:${id}`, outcome: 'done' },
    });
  }

  /** A file is seen by those who may see the case it belongs to, or for a reason of the wing it belongs to. */
  private async requireThroughCase(session: Session, file: FileRow): Promise<void> {
    const { manager } = this.dataSource;
    if (file.cases.length === 0 && (await this.access.mayRead(manager, session, file.id))) {
      await audit(manager, {
        ...{ person: session.person.id, post: session.post?.id, act: 'file.read' },
        ...{ target: `file:${file.id}`, outcome: 'done' },
      });
      return;
    }
    if (file.cases.length > 0) {
      const caseNumber = await this.requireCaseOf(session, file);
      await audit(manager, {
        person: session.person.id,
        post: session.post?.id,
        act: 'file.read',
        target: `file:${file.id}`,
        outcome: 'done',
        detail: { caseNumber },
      });
      return;
    }
    await audit(manager, {
      person: session.person.id,
      post: session.post?.id,
      act: 'file.read',
      target: `file:${file.id}`,
      outcome: 'refused',
    });
    throw fileNotFound();
  }

  /** @returns the number of the case through which the file is seen */
  private async requireCaseOf(session: Session, { cases, internal }: FileRow): Promise<string> {
    const { manager } = this.dataSource;
    const number = await requireOneCase(manager, session, cases, 'file.read', fileNotFound());
    if (!internal) return number;
    const { sees } = await requireCase(manager, session, number, 'file.read', fileNotFound());
    if (sees === 'own') throw fileNotFound();
    return number;
  }
}

function fileNotFound() {
  return notFound('file-not-found', '没有这个文件，可能已删除或不属于您。');
}
