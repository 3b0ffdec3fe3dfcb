/**
 * Who may publish what: an admin to any case, those with the right to their own department's, another
 * system what it was given to say. Each name has its owner: what the platform itself says after its own
 * checks (a payment, a department's system) and what diagrams say to each other nobody says for them.
 */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { CONFIG, type Config } from '../../platform/config.js';
import type { Variables } from '../../../bpmn/engine/index.js';
import { audit, abilityOf, type Session } from '../../people/index.js';
import { requireCase } from '../access/index.js';
import { conflict, forbidden, notFound, unprocessable } from '../../platform/errors.js';
import { Correlation } from './correlation.js';
import type { MessageDto, PublishDto, SignalDto, ThrowDto } from './message.dto.js';
import { findMessage, type MessageRow } from './messages.js';
import { isSaidByADiagram } from './message-flows.js';
import { isOfThePlatform } from './platform-names.js';
import { itemsStartedBy } from './starts.js';

@Injectable()
export class Publishing {
  constructor(
    private readonly dataSource: DataSource,
    private readonly correlation: Correlation,
    @Inject(CONFIG) private readonly settings: Pick<Config, 'peerMessages'>,
  ) {}

  /** @throws DomainError `message-of-the-platform`, `message-to-any-case`, `message-unaddressed`, those of the case's scope */
  async byPerson(session: Session, id: string, body: PublishDto): Promise<MessageDto> {
    if (!abilityOf(session).can('manage', 'Message')) {
      await this.requireOwnCase(session, body.caseNumber);
    }
    const { id: person } = session.person;
    return this.publish(`person:${person}`, id, body, { person, post: session.post?.id });
  }

  /**
   * Another system, known by its signature.
   * @param sender its code
   * @throws DomainError `message-of-another-system`, and those of a person's
   */
  async bySystem(sender: string, id: string, body: PublishDto): Promise<MessageDto> {
    requireOthersName(body.name);
    if (!this.settings.peerMessages.get(sender)?.has(body.name))
      throw forbidden(
        'message-of-another-system',
        `系统 ${sender} 没有获准发布消息“${body.name}”；请由平台管理员在 PEER_MESSAGES 中登记。`,
      );
    return this.publish(`system:${sender}`, id, body, { person: null });
  }

  private async publish(
    publisher: string,
    id: string,
    { name, key, caseNumber, variables, keepSeconds }: PublishDto,
    who: { person: string | null; post?: string },
  ): Promise<MessageDto> {
    requireOthersName(name);
    await requireNoDiagramsName(this.dataSource.manager, name);
    await this.requireAddress(name, key, caseNumber);
    const row = await this.correlation.publish(
      {
        id,
        name,
        key,
        caseNumber,
        variables: (variables ?? {}) as Variables,
        publisher,
        ...(keepSeconds !== undefined && { keptFor: keepSeconds * 1000 }),
      },
      (manager) =>
        audit(manager, {
          ...who,
          act: 'message.publish',
          target: caseNumber ? `case:${caseNumber}` : `message:${id}`,
          outcome: 'done',
          // Its key may be about a person: it stays in the message's row.
          detail: { message: id, name, publisher },
        }),
    );
    return messageDto(row);
  }

  /** Somebody must be able to take it: a case, who waits for its key, or a process it starts. */
  private async requireAddress(name: string, key?: string, caseNumber?: string): Promise<void> {
    const { manager } = this.dataSource;
    if (caseNumber) return requireOpenCase(manager, caseNumber);
    if (key || (await itemsStartedBy(manager, 'message', name)).length > 0) return;
    throw unprocessable(
      'message-unaddressed',
      `消息“${name}”既没有指定办件 caseNumber，也没有关联键 key，也没有流程由它启动。请至少给出一项。`,
    );
  }

  private async requireOwnCase(session: Session, caseNumber?: string): Promise<void> {
    if (!caseNumber) {
      throw forbidden(
        'message-to-any-case',
        '您只能向本部门办理的办件发布消息：请指定办件编号 caseNumber。',
      );
    }
    const { manager } = this.dataSource;
    await requireCase(manager, session, caseNumber, 'message.publish');
  }

  /** @throws DomainError `message-not-found` also when it is somebody else's */
  async read(session: Session, id: string): Promise<MessageDto> {
    const row = await findMessage(this.dataSource.manager, id);
    const own = row?.publisher === `person:${session.person.id}`;
    if (row && (own || abilityOf(session).can('manage', 'Message'))) return messageDto(row);
    throw notFound('message-not-found', `没有消息 ${id}。`);
  }

  async signal(session: Session, id: string, { name, variables }: ThrowDto): Promise<SignalDto> {
    requireOthersName(name);
    const { id: person } = session.person;
    await this.correlation.throwSignal(
      { id, name, variables: (variables ?? {}) as Variables, publisher: `person:${person}` },
      (manager) =>
        audit(manager, {
          person,
          post: session.post?.id,
          act: 'signal.throw',
          target: `signal:${id}`,
          outcome: 'done',
          detail: { name },
        }),
    );
    return { id };
  }
}

/** @throws DomainError 403 `message-of-a-diagram` */
async function requireNoDiagramsName(manager: EntityManager, name: string): Promise<void> {
  if (!(await isSaidByADiagram(manager, name))) return;
  throw forbidden(
    'message-of-a-diagram',
    `消息“${name}”由流程图之间的消息流传递，只由发出它的办件发布，不能由人员或其他系统发布。`,
  );
}

/** @throws DomainError 403 `message-of-the-platform` */
function requireOthersName(name: string): void {
  if (!isOfThePlatform(name)) return;
  throw forbidden(
    'message-of-the-platform',
    `消息“${name}”只由平台在核实后发出（缴款、部门系统、材料签收），不能由人员或其他系统发布。`,
  );
}

async function requireOpenCase(manager: EntityManager, caseNumber: string): Promise<void> {
  const [row] = await manager.query<{ ended: boolean }[]>(
    `SELECT ended FROM cases WHERE number = $1`,
    [caseNumber],
  );
  if (!row) throw notFound('case-not-found', `没有办件 ${caseNumber}。`);
  if (row.ended) throw conflict('already-ended', '办件已办结，不再接收消息。');
}

const messageDto = ({ id, name, state, receiver, expires_at }: MessageRow): MessageDto => ({
  id,
  name,
  state,
  receiver,
  expiresAt: expires_at.toISOString(),
});
