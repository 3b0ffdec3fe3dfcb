/** 邮寄 and 自取: each step by who decided or by the window, once; at the end the act in law, 送达. */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { audit, type Session } from '../../people/index.js';
import {
  CommandDispatcher,
  insertCommand,
  requireCase,
  type CommandRow,
} from '../../cases/index.js';
import { tell, toldCase } from '../../notifications/index.js';
import { resultsUnderWay } from '../../papers/index.js';
import { badRequest, conflict, DomainError, unprocessable } from '../../platform/errors.js';
import { goesTogether } from './each-delivered.js';
import { parcelsAt, parcelsOf, type PaperWay, type Parcel } from './parcels.js';

/** Who took the papers, and by which paper they showed who they are. */
export interface Signature {
  receiver: string;
  paperKind?: string;
  /** What they drew, as the path of an SVG. */
  signature?: string;
}

/** Lines from point to point, and nothing else an SVG could do. */
const DRAWN = /^(?:[ML]\d{1,4} \d{1,4})+$/;

@Injectable()
export class Delivering {
  constructor(
    private readonly dataSource: DataSource,
    private readonly dispatcher: CommandDispatcher,
  ) {}

  /** The parcel is on its way. @throws DomainError 403, 404, 409 */
  async send(
    session: Session,
    caseNumber: string,
    { courier, trackingNumber }: { courier: string; trackingNumber: string },
  ): Promise<void> {
    await this.step(session, caseNumber, 'send', async (manager, parcel) => {
      if (parcel.way !== 'post') {
        throw conflict('not-by-post', '申请人选择到窗口领取，不邮寄。');
      }
      if (parcel.sentAt) throw conflict('already-sent', '已经寄出，请等待签收后登记送达。');
      await manager.query(
        `INSERT INTO result_delivery (case_number, way, address, courier, tracking_number, sent_at,
                                      sent_by, sent_post)
         VALUES ($1, 'post', $2, $3, $4, now(), $5, $6)`,
        [
          caseNumber,
          parcel.address,
          courier,
          trackingNumber,
          session.person.id,
          session.post?.id ?? null,
        ],
      );
      await tellSent(manager, caseNumber, { courier, trackingNumber });
      return [];
    });
  }

  /**
   * One envelope with several results, entered once; each case's sending is its own, and what cannot be
   * sent is told.
   * @throws DomainError 422 `not-one-envelope` before anything is done
   */
  async sendTogether(
    session: Session,
    cases: readonly string[],
    envelope: { courier: string; trackingNumber: string },
  ): Promise<{ caseNumber: string; state: 'done' | 'refused'; message: string | null }[]> {
    const outcomes: { caseNumber: string; state: 'done' | 'refused'; message: string | null }[] =
      [];
    const numbers = [...new Set(cases)];
    await this.requireOneReceiver(session, numbers);
    for (const caseNumber of numbers) {
      try {
        await this.send(session, caseNumber, envelope);
        outcomes.push({ caseNumber, state: 'done', message: null });
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        outcomes.push({ caseNumber, state: 'refused', message: error.message });
      }
    }
    return outcomes;
  }

  /** Of what the caller has to deliver; of anything else `send` itself says why not. */
  private async requireOneReceiver(session: Session, numbers: readonly string[]): Promise<void> {
    const own = (await parcelsAt(this.dataSource.manager, session)).filter(({ caseNumber }) =>
      numbers.includes(caseNumber),
    );
    const receivers = new Set(own.map((one) => `${one.applicantName}/${one.address ?? ''}`));
    if (receivers.size <= 1) return;
    throw unprocessable(
      'not-one-envelope',
      '只有同一申请人、同一地址的结果可以装进一个信封，请重新选择。',
      { field: 'cases' },
    );
  }

  /** The parcel has come: that is the delivery. @throws DomainError 403, 404, 409 */
  async arrive(session: Session, caseNumber: string, receiver?: string): Promise<void> {
    await this.step(session, caseNumber, 'arrive', async (manager, parcel) => {
      if (!parcel.sentAt) throw conflict('not-sent', '还没有寄出，不能登记签收。');
      const name = receiver ?? parcel.applicantName;
      await manager.query(
        `UPDATE result_delivery SET receiver = $2, delivered_at = now(), delivered_by = $3,
                delivered_post = $4 WHERE case_number = $1`,
        [caseNumber, name, session.person.id, session.post?.id ?? null],
      );
      return this.deliver(manager, session, parcel, 'post', name);
    });
  }

  /**
   * Handed out at the counter against a signature; also what was to be posted, as long as it was not.
   * @throws DomainError 403, 404, 409
   */
  async handOut(session: Session, caseNumber: string, signature: Signature): Promise<void> {
    const { receiver, paperKind, signature: drawn } = signature;
    if (drawn !== undefined && !DRAWN.test(drawn)) {
      throw badRequest('signature-unreadable', '签名没有读懂，请清除后重新签。');
    }
    await this.step(session, caseNumber, 'hand-out', async (manager, parcel) => {
      if (parcel.sentAt) throw conflict('already-sent', '已经寄出，请等待签收后登记送达。');
      await manager.query(
        `INSERT INTO result_delivery (case_number, way, receiver, paper_kind, delivered_at,
                                      delivered_by, delivered_post, signature)
         VALUES ($1, 'window', $2, $3, now(), $4, $5, $6)`,
        [
          ...[caseNumber, receiver, paperKind ?? null],
          ...[session.person.id, session.post?.id ?? null, drawn ?? null],
        ],
      );
      return this.deliver(manager, session, parcel, 'window', receiver);
    });
  }

  /** Checks and does a step in one transaction, two at once one after the other; then sends its commands. */
  private async step(
    session: Session,
    caseNumber: string,
    act: string,
    write: (manager: EntityManager, parcel: Parcel) => Promise<CommandRow[]>,
  ): Promise<void> {
    // Before the transaction, which would take the note of a refusal back with it.
    const mayDeliver = await requireDelivery(this.dataSource.manager, session, caseNumber);
    const rows = await this.dataSource.transaction(async (manager) => {
      await manager.query(`SELECT 1 FROM cases WHERE number = $1 FOR UPDATE`, [caseNumber]);
      const parcel = requireOne(await parcelsOf(manager, caseNumber), caseNumber);
      // What the lock changes is the parcel: parts that were not in it a moment ago.
      for (const { caseNumber: part } of parcel.parts)
        if (!mayDeliver.has(part)) await requireCase(manager, session, part, 'case.deliver');
      if (parcel.waitingFor.length > 0) {
        throw conflict(
          'results-not-complete',
          `申请人选择统一领取，还有事项没有办结：${parcel.waitingFor.join('、')}。`,
        );
      }
      await requireNotDelivered(manager, caseNumber);
      await requireSealed(manager, parcel);
      await audit(manager, {
        ...{ person: session.person.id, post: session.post?.id, act: `delivery.${act}` },
        ...{ target: `case:${caseNumber}`, outcome: 'done' },
      });
      return write(manager, parcel);
    });
    // The matter's own step comes first: its 送达回证 lists what was delivered together.
    for (const row of rows) await this.dispatcher.dispatch(row);
  }

  private async deliver(
    manager: EntityManager,
    session: Session,
    parcel: Parcel,
    way: PaperWay,
    receiver: string,
  ): Promise<CommandRow[]> {
    const { trackingNumber } = parcel;
    const data = { way, receiver, ...(trackingNumber && { trackingNumber }) };
    const actor = { personId: session.person.id, postId: session.post?.id ?? null };
    const rows: CommandRow[] = [];
    const handOver = parcel.together ? await takeHandOver(manager, parcel.caseNumber, actor) : null;
    if (handOver) {
      rows.push(
        await insertCommand(manager, {
          ...{ id: randomUUID(), caseNumber: parcel.caseNumber, taskId: handOver.id, actor },
          kind: 'complete',
          payload: { taskKey: handOver.key, outcome: handOver.outcome, form: data },
        }),
      );
    }
    for (const { caseNumber } of parcel.parts) {
      const payload = { act: 'deliver', data };
      const command = { id: randomUUID(), caseNumber, kind: 'legal' as const, actor, payload };
      rows.push(await insertCommand(manager, command));
    }
    return rows;
  }
}

/** The applicant hears that it is on its way, and by which number to look for it. */
async function tellSent(
  manager: EntityManager,
  caseNumber: string,
  parcel: { courier: string; trackingNumber: string },
): Promise<void> {
  const { item, people: persons } = await toldCase(manager, caseNumber);
  await tell(manager, [
    {
      ...{ occasion: 'delivery-sent', key: `${caseNumber}/${parcel.trackingNumber}`, persons },
      ...{ caseNumber, about: { kind: 'delivery', id: caseNumber } },
      facts: { item, case: caseNumber, ...parcel },
    },
  ]);
}

/**
 * Whoever sees the case and may deliver each part of what is delivered with it; itself where that is nothing.
 * @returns the parts
 */
async function requireDelivery(
  manager: EntityManager,
  session: Session,
  caseNumber: string,
): Promise<ReadonlySet<string>> {
  await requireCase(manager, session, caseNumber, 'case.read-whole');
  const [first] = await parcelsOf(manager, caseNumber);
  const parts = (first?.parts ?? [{ caseNumber }]).map((part) => part.caseNumber);
  for (const part of parts) await requireCase(manager, session, part, 'case.deliver');
  return new Set(parts);
}

/** What is delivered in one go. @throws DomainError `nothing-to-deliver`, `results-together`, `results-separate` */
function requireOne(parcels: Parcel[], caseNumber: string): Parcel {
  const [first] = parcels;
  if (!first) {
    throw conflict('nothing-to-deliver', '没有待送达的纸质结果：还没有决定，或者已经送达。');
  }
  if (first.caseNumber !== caseNumber) {
    throw first.together
      ? goesTogether(first)
      : conflict('results-separate', '申请人选择随办随领，请在各事项的办件中分别办理。');
  }
  return first;
}

async function requireNotDelivered(manager: EntityManager, caseNumber: string): Promise<void> {
  const rows = await manager.query<unknown[]>(
    `SELECT 1 FROM result_delivery WHERE case_number = $1 AND delivered_at IS NOT NULL`,
    [caseNumber],
  );
  if (rows.length > 0) throw conflict('already-delivered', '已经送达，不需要重复登记。');
}

/** What has no seal yet can be given to nobody. */
async function requireSealed(manager: EntityManager, { parts }: Parcel): Promise<void> {
  const numbers = parts.map(({ caseNumber }) => caseNumber);
  const names = await resultsUnderWay(manager, numbers);
  if (names.length === 0) return;
  throw conflict('result-not-sealed', `结果文书还没有用印，不能送达：${names.join('、')}。`);
}

interface HandOver {
  id: string;
  key: string;
  /** Null when the task has but one way out. */
  outcome: string | null;
}

/** 统一出件 of the matter's own diagram, if it waits: it is done with the handing out. */
async function takeHandOver(
  manager: EntityManager,
  caseNumber: string,
  actor: { personId: string; postId: string | null },
): Promise<HandOver | null> {
  const [rows] = await manager.query<[HandOver[], number]>(
    `UPDATE task SET state = 'completing', assignee_person = $2, assignee_post = $3,
            claimed_at = coalesce(claimed_at, now())
      WHERE case_number = $1 AND act = 'hand-over' AND state = 'open' AND origin = 'diagram'
     RETURNING id, key, outcomes #>> '{0,id}' AS outcome`,
    [caseNumber, actor.personId, actor.postId],
  );
  return rows[0] ?? null;
}
