import { Flag, Shown } from '../../platform/http/index.js';

export class CopyQuery {
  @Flag({ inQuery: true, optional: true, description: '只看没有看过的' })
  unread?: boolean;
}

export class CopyDto {
  @Shown.uuid()
  id: string;

  @Shown.text()
  taskId: string;

  @Shown.text()
  taskName: string;

  @Shown.text()
  caseNumber: string;

  @Shown.text()
  itemName: string;

  @Shown.text()
  byName: string;

  @Shown.text()
  note: string;

  @Shown.instant()
  at: Date;

  @Shown.instant({ nullable: true, description: '看过的时间' })
  readAt: Date | null;
}

/** A copy as the one who sent it sees it. */
export class SentCopyDto {
  @Shown.uuid()
  id: string;

  @Shown.text({ description: '抄送给谁' })
  name: string;

  @Shown.text({ description: '发出的人' })
  byId: string;

  @Shown.instant()
  at: Date;

  @Shown.instant({ nullable: true, description: '看过的时间' })
  readAt: Date | null;
}
