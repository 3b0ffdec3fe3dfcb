import { type Operation, OPERATIONS } from './standing.js';
import { OneOf, Shown } from '../../platform/http/index.js';

export class LicenceOperationDto {
  @Shown.oneOf(OPERATIONS, '延续、变更、补证、注销')
  operation: Operation;

  @Shown.text({ nullable: true, description: '现在为什么不能办；可以办时为空' })
  barred: string | null;
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

  @Shown.oneOf(['valid', 'revoked', 'cancelled', 'replaced'])
  state: 'valid' | 'revoked' | 'cancelled' | 'replaced';

  @Shown.text({ nullable: true, description: '正在办理它的办件' })
  openCase: string | null;

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
