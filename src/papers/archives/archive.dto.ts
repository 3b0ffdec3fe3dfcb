import { type Property, PROPERTIES } from './properties.js';
import { RETENTION_PERIODS, type RetentionPeriod } from '../../../workflows/item-types/index.js';
import { CaseNumber, Cursor, OneOf, Shown } from '../../platform/http/index.js';

const STATES = ['due', 'packed', 'checked', 'handed-over', 'received', 'failed'];

export class ArchiveFindingDto {
  @Shown.text()
  code: string;

  @Shown.text()
  message: string;
}

export class PropertyCheckDto {
  @Shown.oneOf(PROPERTIES, '真实性、完整性、可用性、安全性')
  property: Property;

  @Shown.flag()
  passed: boolean;

  @Shown.texts('哪里不符合')
  reasons: string[];
}

export class RetentionDto {
  @Shown.oneOf(RETENTION_PERIODS, '保管期限')
  period: RetentionPeriod;

  @Shown.text('依据')
  source: string;
}

export class FollowedPackageDto {
  @Shown.uuid()
  id: string;

  @Shown.text({ nullable: true, description: '接收回执号' })
  receiptNumber: string | null;
}

export class PackagePartDto {
  @Shown.text()
  caseNumber: string;

  @Shown.text()
  itemName: string;

  @Shown.oneOf(STATES, { nullable: true, description: '空 = 还没有申请归档' })
  state: string | null;

  @Shown.text({ nullable: true, description: '接收回执号' })
  receiptNumber: string | null;
}

export class ArchivePackageDto {
  @Shown.uuid()
  id: string;

  @Shown.text()
  caseNumber: string;

  @Shown.text()
  itemName: string;

  @Shown.text('立档单位')
  department: string;

  @Shown.oneOf(STATES)
  state: string;

  @Shown.instant()
  requestedAt: Date;

  @Shown.whole({ nullable: true, description: '字节数' })
  size: number | null;

  @Shown.text({ nullable: true, description: 'SM3' })
  digest: string | null;

  @Shown.whole('文件数')
  files: number;

  @Shown.list(ArchiveFindingDto, '检测发现的问题')
  findings: ArchiveFindingDto[];

  @Shown.one(RetentionDto, { nullable: true, description: '保管期限；空 = 还没有封装' })
  retention: RetentionDto | null;

  @Shown.list(PropertyCheckDto, {
    nullable: true,
    description: '封装后的四性检测；空 = 还没有检测',
  })
  made: PropertyCheckDto[] | null;

  @Shown.list(PropertyCheckDto, {
    nullable: true,
    description: '电子档案系统接收时的四性检测；空 = 还没有答复',
  })
  taken: PropertyCheckDto[] | null;

  @Shown.instant({ nullable: true })
  packedAt: Date | null;

  @Shown.instant({ nullable: true })
  checkedAt: Date | null;

  @Shown.instant({ nullable: true })
  handedOverAt: Date | null;

  @Shown.instant({ nullable: true })
  receivedAt: Date | null;

  @Shown.text({ nullable: true, description: '接收回执号' })
  receiptNumber: string | null;

  @Shown.one(FollowedPackageDto, { nullable: true, description: '所接续的前一归档包' })
  follows: FollowedPackageDto | null;

  @Shown.list(PackagePartDto, '一件事的归档包所含各事项的归档包')
  parts: PackagePartDto[];

  @Shown.flag('接收之后办件又有新的行为或文书，应当重新归档')
  outdated: boolean;

  @Shown.text({ nullable: true, description: '为什么还没有往下走；平台会继续尝试' })
  problem: string | null;
}

export class ArchiveListDto {
  @Shown.list(ArchivePackageDto)
  items: ArchivePackageDto[];

  @Shown.text({ nullable: true })
  next: string | null;
}

export class ArchiveQuery {
  @OneOf(STATES, { optional: true })
  state?: string;

  @CaseNumber({ optional: true, description: '办件编号' })
  case?: string;

  @Cursor()
  cursor?: string;
}

export class ArchiveRequestDto {
  @CaseNumber({ description: '办件编号' })
  case: string;
}
