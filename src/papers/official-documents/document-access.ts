/** Documents through their cases: who may see the case sees them; only what is issued is the applicant's. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { audit, abilityOf, type Session } from '../../people/index.js';
import { CommandDispatcher, ownsCase, requireCase } from '../../cases/index.js';
import { type Storage, STORAGE } from '../files/index.js';
import { CONFIG, type Config } from '../../platform/config.js';
import { conflict, notFound, unprocessable } from '../../platform/errors.js';
import { deliverDocuments } from './delivery.js';
import { readReceipt } from './read-receipt.js';
import {
  documentsWaiting,
  wholeDocument,
  type DocumentView,
  type WholeDocument,
} from './documents.js';
import type { DeliveryDto } from './document.dto.js';
import { readAll } from './reading.js';
import { verificationAddress } from './sealing.js';
import { wordsOfDocument } from './approval.js';
import type { FactsOf } from './facts.js';
import { writePdf } from './pdf/page.js';

export type ShownDocument = Omit<WholeDocument, 'fileKey' | 'code'> & { verifyAt: string | null };

@Injectable()
export class DocumentAccess {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(STORAGE) private readonly storage: Storage,
    @Inject(CONFIG) private readonly config: Config,
    private readonly dispatcher: CommandDispatcher,
  ) {}

  /** @throws DomainError `document-not-found`, and the case's own refusals */
  async read(session: Session, id: string): Promise<ShownDocument> {
    const { fileKey: _, code, ...document } = await this.require(session, id);
    const content = document.content ?? (await this.wordsSoFar(document));
    const verifyAt = document.signature ? verificationAddress(this.config.publicUrl, code) : null;
    return { ...document, content, verifyAt };
  }

  /** The issued PDF; to those who handle it a draft, marked as one. */
  async pdf(session: Session, id: string): Promise<{ name: string; bytes: Buffer }> {
    const document = await this.require(session, id);
    const name = `${document.name}${document.number ? `-${document.number}` : ''}.pdf`;
    if (document.fileKey && document.signature) {
      return { name, bytes: await readAll(await this.storage.get(document.fileKey)) };
    }
    const content = document.content ?? (await this.wordsSoFar(document));
    if (!content) {
      throw notFound('document-has-no-pdf', '这是电子证照，请在办件页中打开查看、打印。');
    }
    const bytes = await writePdf({
      content,
      number: document.number ?? '（文号待用印时编）',
      organisation: document.organisation,
      dated: new Date(),
      verifyAt: new URL('/verify/', this.config.publicUrl).href,
      watermark: '草稿，无效',
    });
    return { name: `草稿-${name}`, bytes };
  }

  /** @throws DomainError `tracking-number-missing`, `nothing-to-deliver`, and the case's own refusals */
  async deliver(session: Session, caseNumber: string, delivery: DeliveryDto): Promise<string[]> {
    const { way, trackingNumber } = delivery;
    await requireCase(this.dataSource.manager, session, caseNumber, 'document.deliver');
    if (way === 'post' && !trackingNumber?.trim()) {
      throw unprocessable('tracking-number-missing', '邮寄送达须填写邮寄单号。', {
        field: 'trackingNumber',
      });
    }
    return this.dataSource.transaction(async (manager) => {
      const by = { personId: session.person.id, postId: session.post?.id ?? null };
      const ids = await deliverDocuments(manager, {
        ...delivery,
        caseNumber,
        at: new Date(),
        by,
      });
      if (ids.length === 0) {
        throw conflict('nothing-to-deliver', '没有已出具而未送达的文书，无需登记。');
      }
      await this.note(manager, session, 'document.deliver', caseNumber, { way, documents: ids });
      return ids;
    });
  }

  /**
   * What waits for approval or its seal: of one's own body; everywhere for who manages documents; of the
   * caller's own cases nothing.
   */
  waiting(session: Session): Promise<DocumentView[]> {
    const all = abilityOf(session).can('manage', 'Document');
    const own = session.post?.organisation.id ?? '';
    return documentsWaiting(this.dataSource.manager, all ? null : own, session.person.id);
  }

  /** Tries the seal again at once. @throws DomainError `document-not-sealing` */
  async retry(session: Session, id: string): Promise<void> {
    const document = await this.require(session, id);
    if (!(await this.answersFor(session, document)))
      await requireCase(this.dataSource.manager, session, document.caseNumber, 'document.retry');
    const [, changed] = await this.dataSource.query<[unknown[], number]>(
      `UPDATE official_document SET next_attempt_at = now() WHERE id = $1 AND state = 'sealing'`,
      [id],
    );
    if (changed === 0) {
      throw conflict('document-not-sealing', '这份文书不在等待用印，无需重试。');
    }
    const { manager } = this.dataSource;
    await this.note(manager, session, 'document.retry', document.caseNumber, { document: id });
  }

  private async require(session: Session, id: string): Promise<WholeDocument> {
    const { manager } = this.dataSource;
    const document = await wholeDocument(manager, id);
    if (!document) throw documentNotFound();
    if (await this.answersFor(session, document)) {
      await this.note(manager, session, 'document.read', document.caseNumber, { document: id });
      return document;
    }
    const { caseNumber } = document;
    const unseen = documentNotFound();
    const { sees } = await requireCase(manager, session, caseNumber, 'document.read', unseen);
    if (sees !== 'own') return document;
    // An applicant learns nothing of drafts, not even that there are any.
    if (document.state !== 'issued') throw documentNotFound();
    await this.noteRead(session, document);
    return (await wholeDocument(manager, id))!;
  }

  /**
   * Who manages documents, and the body whose seal it is, read what they approve beside those who see the
   * case; never what is written about themselves.
   */
  private async answersFor(session: Session, { id, caseNumber }: WholeDocument): Promise<boolean> {
    if (await ownsCase(this.dataSource.manager, session, caseNumber)) return false;
    const ability = abilityOf(session);
    if (ability.can('manage', 'Document')) return true;
    if (!ability.can('read', 'Document')) return false;
    const rows = await this.dataSource.query<unknown[]>(
      `SELECT 1 FROM official_document WHERE id = $1 AND organisation_id = $2`,
      [id, session.post?.organisation.id ?? null],
    );
    return rows.length > 0;
  }

  /** 电子送达: the applicant opened it. The first time is the time of delivery, of the result in law too. */
  private async noteRead(session: Session, { id, caseNumber }: WholeDocument): Promise<void> {
    const { name, id: personId } = session.person;
    const command = await this.dataSource.transaction(async (manager) => {
      const by = { personId, postId: null };
      const read = { caseNumber, documents: [id], receiver: name, at: new Date(), by };
      await deliverDocuments(manager, { ...read, way: 'electronic' });
      return readReceipt(manager, id, { personId, name });
    });
    if (command) await this.dispatcher.dispatch(command);
  }

  /** What a draft would say today. */
  private async wordsSoFar(document: Omit<WholeDocument, 'fileKey' | 'code'>) {
    if (document.sealedText !== null) return null;
    const { manager } = this.dataSource;
    const [row] = await manager.query<(FactsOf & { kind: string })[]>(
      `SELECT kind, case_number AS "caseNumber", organisation_id AS "organisationId", act, amendments
         FROM official_document WHERE id = $1`,
      [document.id],
    );
    return (await wordsOfDocument(manager, row!, new Date(), '')).content;
  }

  private note(
    manager: DataSource['manager'],
    session: Session,
    act: string,
    caseNumber: string,
    detail: Record<string, unknown>,
  ): Promise<void> {
    return audit(manager, {
      person: session.person.id,
      post: session.post?.id,
      act,
      target: `case:${caseNumber}`,
      outcome: 'done',
      detail,
    });
  }
}

const documentNotFound = () => notFound('document-not-found', '没有这份文书，请从办件页中打开。');
