import { Flag, OneOf, Shown, Text } from '../../platform/http/index.js';

export class CreditRequestDto {
  @Shown.uuid()
  id: string;

  @Shown.oneOf(['objection', 'repair'])
  kind: 'objection' | 'repair';

  @Shown.text()
  statement: string;

  @Shown.oneOf(['open', 'granted', 'refused'])
  state: 'open' | 'granted' | 'refused';

  @Shown.instant()
  askedAt: string;

  @Shown.instant({ nullable: true })
  decidedAt: string | null;

  @Shown.text({ nullable: true, description: '处理理由' })
  reason: string | null;
}

export class CreditRecordDto {
  @Shown.uuid()
  id: string;

  @Shown.text()
  fact: string;

  @Shown.text('失信事实')
  factName: string;

  @Shown.text()
  description: string;

  @Shown.text('依据')
  basis: string;

  @Shown.text('来源办件')
  caseNumber: string;

  @Shown.text('作出记录的部门')
  department: string;

  @Shown.someOf(['gaps', 'promise'], '限制：容缺、告知承诺')
  bars: ('gaps' | 'promise')[];

  @Shown.instant()
  recordedAt: Date;

  @Shown.text('失效日期')
  expiresOn: string;

  @Shown.oneOf(['valid', 'expired', 'withdrawn', 'repaired'])
  state: 'valid' | 'expired' | 'withdrawn' | 'repaired';

  @Shown.list(CreditRequestDto)
  requests: CreditRequestDto[];
}

export class DepartmentCreditRecordDto extends CreditRecordDto {
  @Shown.text('当事人')
  subject: string;
}

export class ProvinceCreditDto {
  @Shown.text()
  reason: string;
}

export class BarredDto {
  @Shown.text({ optional: true, description: '不适用容缺受理的原因' })
  gaps?: string;

  @Shown.text({ optional: true, description: '不适用告知承诺的原因' })
  promise?: string;
}

export class CreditStatusDto {
  @Shown.list(CreditRecordDto)
  records: CreditRecordDto[];

  @Shown.list(ProvinceCreditDto, '省信用信息共享平台的记录')
  province: ProvinceCreditDto[];

  @Shown.flag('省信用平台此刻是否连得上')
  provinceAsked: boolean;

  @Shown.one(BarredDto)
  barred: BarredDto;
}

export class DepartmentCreditDto {
  @Shown.list(DepartmentCreditRecordDto)
  items: DepartmentCreditRecordDto[];

  @Shown.text({ nullable: true })
  next: string | null;
}

export class NewCreditRequestDto {
  @OneOf(['objection', 'repair'], { description: '异议，或者信用修复' })
  kind: 'objection' | 'repair';

  @Text({ min: 5, max: 2000, description: '事实和理由，或者已经采取的改正措施' })
  statement: string;
}

export class CreditDecisionDto {
  @Flag({ description: '异议成立，或者同意修复' })
  grant: boolean;

  @Text({ min: 2, max: 2000 })
  reason: string;
}
