import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Session } from '../../people/index.js';

/** Whether the caller may open the file for a reason that its own wing knows. */
export type FileReason = (
  manager: EntityManager,
  session: Session,
  file: string,
) => Promise<boolean>;

/** Why others than its owner may open a file: each wing that keeps files beside its rows adds its reason. */
@Injectable()
export class FileAccess {
  private readonly reasons: FileReason[] = [];

  add(reason: FileReason): void {
    this.reasons.push(reason);
  }

  /** Whether any of the reasons holds. */
  async mayRead(manager: EntityManager, session: Session, file: string): Promise<boolean> {
    for (const reason of this.reasons) if (await reason(manager, session, file)) return true;
    return false;
  }
}
