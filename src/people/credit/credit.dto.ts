import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsString, MaxLength, MinLength } from 'class-validator';

export class CreditRequestDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ enum: ['objection', 'repair'] })
  kind: 'objection' | 'repair';

  @ApiProperty()
  statement: string;

  @ApiProperty({ enum: ['open', 'granted', 'refused'] })
  state: 'open' | 'granted' | 'refused';

  @ApiProperty({ format: 'date-time', type: String })
  askedAt: string;

  @ApiProperty({ format: 'date-time', type: String, nullable: true })
  decidedAt: string | null;

  @ApiProperty({ type: String, nullable: true, description: '处理理由' })
  reason: string | null;
}

export class CreditRecordDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  fact: string;

  @ApiProperty({ description: '失信事实' })
  factName: string;

  @ApiProperty()
  description: string;

  @ApiProperty({ description: '依据' })
  basis: string;

  @ApiProperty({ description: '来源办件' })
  caseNumber: string;

  @ApiProperty({ description: '作出记录的部门' })
  department: string;

  @ApiProperty({ enum: ['gaps', 'promise'], isArray: true, description: '限制：容缺、告知承诺' })
  bars: ('gaps' | 'promise')[];

  @ApiProperty({ format: 'date-time', type: String })
  recordedAt: Date;

  @ApiProperty({ description: '失效日期' })
  expiresOn: string;

  @ApiProperty({ enum: ['valid', 'expired', 'withdrawn', 'repaired'] })
  state: 'valid' | 'expired' | 'withdrawn' | 'repaired';

  @ApiProperty({ type: [CreditRequestDto] })
  requests: CreditRequestDto[];
}

export class DepartmentCreditRecordDto extends CreditRecordDto {
  @ApiProperty({ description: '当事人' })
  subject: string;
}

export class ProvinceCreditDto {
  @ApiProperty()
  reason: string;
}

export class BarredDto {
  @ApiProperty({ type: String, required: false, description: '不适用容缺受理的原因' })
  gaps?: string;

  @ApiProperty({ type: String, required: false, description: '不适用告知承诺的原因' })
  promise?: string;
}

export class CreditStatusDto {
  @ApiProperty({ type: [CreditRecordDto] })
  records: CreditRecordDto[];

  @ApiProperty({ type: [ProvinceCreditDto], description: '省信用信息共享平台的记录' })
  province: ProvinceCreditDto[];

  @ApiProperty({ description: '省信用平台此刻是否连得上' })
  provinceAsked: boolean;

  @ApiProperty({ type: BarredDto })
  barred: BarredDto;
}

export class DepartmentCreditDto {
  @ApiProperty({ type: [DepartmentCreditRecordDto] })
  items: DepartmentCreditRecordDto[];

  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}

export class NewCreditRequestDto {
  @ApiProperty({ enum: ['objection', 'repair'], description: '异议，或者信用修复' })
  @IsIn(['objection', 'repair'])
  kind: 'objection' | 'repair';

  @ApiProperty({ minLength: 5, maxLength: 2000, description: '事实和理由，或者已经采取的改正措施' })
  @IsString()
  @MinLength(5)
  @MaxLength(2000)
  statement: string;
}

export class CreditDecisionDto {
  @ApiProperty({ description: '异议成立，或者同意修复' })
  @IsBoolean()
  grant: boolean;

  @ApiProperty({ minLength: 2, maxLength: 2000 })
  @IsString()
  @MinLength(2)
  @MaxLength(2000)
  reason: string;
}
