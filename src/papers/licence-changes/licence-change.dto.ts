import { LICENCE_STATES, type LicenceState } from '../../province/index.js';
import { RegulationDto } from '../regulation/index.js';
import { ENDED_AS, type EndedAs } from '../licences/index.js';
import { type Operation, OPERATIONS } from './standing.js';
import { OneOf, Shown } from '../../platform/http/index.js';

export class LicenceOperationDto {
  @Shown.oneOf(OPERATIONS, '延续、变更、补证、注销')
  operation: Operation;

  @Shown.text({ nullable: true, description: '现在为什么不能办；可以办时为空' })
  barred: string | null;
}

export class QrDto {
  @Shown.whole('每边的格数')
  size: number;

  @Shown.text('SVG 路径，以格为单位')
  path: string;
}

export class HeldLicenceDto {
  @Shown.text('电子证照标识')
  identifier: string;

  @Shown.text()
  name: string;

  @Shown.text('证号')
  number: string;

  @Shown.text()
  issuer: string;

  @Shown.day()
  issuedOn: string;

  @Shown.day({ nullable: true })
  validTo: string | null;

  @Shown.oneOf([...LICENCE_STATES, 'voided'])
  state: LicenceState | 'voided';

  @Shown.text({ nullable: true, description: '正在办理它的办件' })
  openCase: string | null;

  @Shown.text('证照所在的办件')
  caseNumber: string;

  @Shown.uuid({ nullable: true, description: '证照文书；还没有用印时为空' })
  paper: string | null;

  @Shown.text({ nullable: true, description: '核验网址' })
  verifyAt: string | null;

  @Shown.one(QrDto, { nullable: true, description: '核验网址的二维码；已经失效的没有' })
  qr: QrDto | null;

  @Shown.day({ nullable: true, description: '从哪天起可以申请延续' })
  renewalFrom: string | null;

  @Shown.day({ nullable: true, description: '申请延续的最后一天' })
  renewalUntil: string | null;

  @Shown.day({ nullable: true, description: '从哪天起不再有效' })
  endedOn: string | null;

  @Shown.oneOf([...ENDED_AS], { nullable: true })
  endedAs: EndedAs | null;

  @Shown.text({ nullable: true })
  endedReason: string | null;

  @Shown.text({ nullable: true, description: '作出决定的机关' })
  endedBy: string | null;

  @Shown.text({ nullable: true, description: '依据的条款' })
  endedArticle: string | null;

  @Shown.one(RegulationDto, { nullable: true, description: '审管联动：监管部门签收和检查的情况' })
  regulation: RegulationDto | null;

  @Shown.list(LicenceOperationDto)
  operations: LicenceOperationDto[];
}

export class HeldLicencesDto {
  @Shown.list(HeldLicenceDto)
  items: HeldLicenceDto[];

  @Shown.text({ nullable: true })
  next: string | null;
}

export class NewLicenceChangeDto {
  @OneOf(OPERATIONS)
  operation: Operation;
}

export class OpenedDraftDto {
  @Shown.uuid('草稿的编号')
  draft: string;
}
