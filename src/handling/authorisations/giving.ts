/**
 * Giving an authorisation (民法典 165): signed on by the principal, or on paper that a window takes in. Who both
 * are the registers say; nobody is named who is not known so.
 */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { publishedItem } from '../../catalogue/index.js';
import { tell } from '../../notifications/index.js';
import { actorOf, audit, errandOf, residentOf, type Session } from '../../people/index.js';
import { CONFIG, type Config } from '../../platform/config.js';
import { conflict, forbidden, unprocessable } from '../../platform/errors.js';
import { PROVINCE } from '../../platform/nest-tokens.js';
import { sealedText } from '../../platform/sealing/index.js';
import type { ProvinceDoor } from '../../province/index.js';
import { verifyIdentity } from '../window/index.js';
import type { NewAuthorisationDto, PaperAuthorisationDto } from './authorisation.dto.js';

/** Of one principal, at one time. */
const MOST = 50;
/** The longest that one is given for, years: then it is thought over again. */
const YEARS = 3;

interface Given {
  id: string;
  principal: string;
  /** Of whom a window has verified; null = who signed on. */
  principalNumber: string | null;
  paper: string | null;
}

@Injectable()
export class Giving {
  private readonly digestKey: string;

  constructor(
    private readonly dataSource: DataSource,
    @Inject(CONFIG) config: Config,
    @Inject(PROVINCE) private readonly province: ProvinceDoor,
  ) {
    this.digestKey = config.digestKey;
  }

  /**
   * By who is signed on, for themselves or for the firm that signed on.
   * @throws DomainError 403 `staff-authorise-nobody`; 422 `signature-mismatch`, as `verifyIdentity` and `give`
   */
  async online(session: Session, asked: NewAuthorisationDto, id: string): Promise<void> {
    if (session.post || session.actingFor)
      throw forbidden(
        'not-as-oneself',
        '只能以自己的名义委托：请先切换为以申请人身份、为自己办事。受托人不能再转委托。',
      );
    if (await this.isGiven(id)) return;
    requireSignature(asked, session.person.name);
    await this.verifyAgent(session, asked, id);
    const principal = session.person.id;
    await this.give(session, asked, {
      id,
      principal,
      principalNumber: null,
      paper: null,
    });
  }

  /**
   * At a window, with the paper that the principal signed.
   * @throws DomainError 403 `not-a-window`; 422 `file-not-yours`, and as `online`
   */
  async onPaper(session: Session, asked: PaperAuthorisationDto, id: string): Promise<void> {
    if (session.post?.role !== 'window')
      throw forbidden('not-a-window', '只有综合窗口的岗位可以登记授权委托书。');
    if (await this.isGiven(id)) return;
    const { principal: named, paper } = asked;
    requireSignature(asked, named.name);
    await this.requireOwnPaper(session, paper);
    const act = 'authorisation.record';
    const at = '/principal';
    await verifyIdentity(this.dataSource, this.errand(session, id), session, {
      ...named,
      act,
      at,
    });
    await this.verifyAgent(session, asked, id);
    const { manager } = this.dataSource;
    const principal = await residentOf(manager, named, this.digestKey, named.kind);
    await this.give(session, asked, {
      id,
      principal,
      principalNumber: named.idNumber,
      paper,
    });
  }

  private errand(session: Session, id: string) {
    return this.province.on(
      errandOf(actorOf(session), {
        ...{
          matter: `authorisation:${id}`,
          applicant: null,
          purpose: '核验委托人、代办人的身份',
        },
      }),
    );
  }

  private async isGiven(id: string): Promise<boolean> {
    const rows = await this.dataSource.query<unknown[]>(
      `SELECT 1 FROM authorisation WHERE id = $1`,
      [id],
    );
    return rows.length > 0;
  }

  private verifyAgent(session: Session, { agent }: NewAuthorisationDto, id: string): Promise<void> {
    return verifyIdentity(this.dataSource, this.errand(session, id), session, {
      ...agent,
      ...{ kind: 'natural', act: 'authorisation.give', at: '/agent' },
    });
  }

  private async requireOwnPaper({ person }: Session, paper: string): Promise<void> {
    const rows = await this.dataSource.query<unknown[]>(
      `SELECT 1 FROM stored_file WHERE id = $1 AND owner_person = $2`,
      [paper, person.id],
    );
    if (rows.length > 0) return;
    throw unprocessable('file-not-yours', '授权委托书不存在或不是您上传的，请重新上传。', {
      errors: [{ field: '/paper', message: '请重新上传' }],
    });
  }

  /** @throws DomainError 422 `authorisation-dates`, `agent-is-oneself`; 409 `authorisations-many` */
  private async give(
    session: Session,
    asked: NewAuthorisationDto,
    { id, principal, principalNumber, paper }: Given,
  ): Promise<void> {
    const { agent, items, from, to, signedName } = asked;
    const { person, post } = session;
    await this.dataSource.transaction(async (manager) => {
      // One at a time for one principal.
      await manager.query(`SELECT 1 FROM person WHERE id = $1 FOR UPDATE`, [principal]);
      await requireDates(manager, principal, asked);
      for (const code of items ?? []) await publishedItem(manager, code);
      const agentId = await residentOf(manager, agent, this.digestKey);
      if (agentId === principal)
        throw unprocessable('agent-is-oneself', '委托人和代办人不能是同一个人。', {
          errors: [{ field: '/agent/idNumber', message: '不能是委托人本人' }],
        });
      await manager.query(
        `INSERT INTO authorisation (id, principal_id, principal_number, agent_id, items, from_on, to_on,
           signed_name, organisation_id, recorded_by, paper)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
        [
          ...[id, principal, principalNumber && sealedText(manager, principalNumber), agentId],
          ...[items ?? null, from, to, signedName],
          ...(paper === null ? [null, null, null] : [post!.organisation.id, person.id, paper]),
        ],
      );
      await audit(manager, {
        ...{ person: person.id, post: post?.id, outcome: 'done' },
        act: paper === null ? 'authorisation.give' : 'authorisation.record',
        target: `person:${agentId}`,
        detail: {
          authorisation: id,
          principal,
          from,
          to,
          ...(items && { items }),
        },
      });
      const facts = { firstDay: from, lastDay: to };
      const about = { kind: 'authorisation', id } as const;
      await tell(manager, [
        {
          ...{
            occasion: 'authorised',
            key: id,
            persons: [agentId],
            facts,
            about,
          },
        },
        {
          ...{
            occasion: 'authorisation-given',
            key: id,
            persons: [principal],
            facts,
            about,
          },
        },
      ]);
    });
  }
}

/** @throws DomainError 422 `signature-mismatch` */
function requireSignature({ signedName }: NewAuthorisationDto, name: string): void {
  if (signedName.trim() === name) return;
  throw unprocessable('signature-mismatch', `签名应为委托人的姓名（名称）“${name}”。`, {
    errors: [{ field: '/signedName', message: '与委托人的姓名（名称）不一致' }],
  });
}

async function requireDates(
  manager: EntityManager,
  principal: string,
  { from, to }: NewAuthorisationDto,
): Promise<void> {
  const [row] = await manager.query<{ dates: boolean; standing: number }[]>(
    `SELECT $1::date <= $2::date AND $2::date < $1::date + make_interval(years => $3)
              AND $2::date >= (now() AT TIME ZONE 'Asia/Shanghai')::date AS dates,
            (SELECT count(*)::int FROM authorisation
              WHERE principal_id = $4 AND revoked_at IS NULL
                AND to_on >= (now() AT TIME ZONE 'Asia/Shanghai')::date) AS standing`,
    [from, to, YEARS, principal],
  );
  if (!row!.dates)
    throw unprocessable(
      'authorisation-dates',
      `结束日期不能早于开始日期，也不能早于今天；一次委托不超过 ${YEARS} 年。`,
      { errors: [{ field: '/to', message: '请核对委托的期限' }] },
    );
  if (row!.standing >= MOST)
    throw conflict('authorisations-many', `同时有效的委托已有 ${MOST} 项，请先撤销不再需要的。`);
}
