import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, Matches } from 'class-validator';
import type { LineState, ListState } from './lists.js';

export class NewBenefitListDto {
  @ApiProperty({ description: '事项编码', example: '210511001000' })
  @IsString()
  @Matches(/^[0-9A-Z]{12}$/, { message: '事项编码应为 12 位' })
  item: string;

  @ApiProperty({ description: '发放月份', example: '2026-12' })
  @Matches(/^\d{4}-(0[1-9]|1[0-2])$/, { message: '月份应写成 2026-12 这样的形式' })
  month: string;

  @ApiPropertyOptional({
    description: '县（市、区）代码；默认为当前岗位所在的县',
    example: '210381',
  })
  @IsOptional()
  @Matches(/^\d{6}$/, { message: '县（市、区）代码应为 6 位数字' })
  region?: string;
}

export class AccountCorrectionDto {
  @ApiProperty({ description: '更正后的社会保障卡金融账户', example: '6217990000000012345' })
  @Matches(/^\d{16,19}$/, { message: '账户应为 16 至 19 位数字' })
  account: string;
}

export class BenefitLineDto {
  @ApiProperty()
  id: string;

  @ApiProperty()
  caseNumber: string;

  @ApiProperty()
  name: string;

  @ApiProperty({ type: 'integer', description: '分' })
  amountCents: number;

  @ApiProperty()
  accountMasked: string;

  @ApiProperty({ enum: ['listed', 'sent', 'paid', 'failed', 'corrected'] })
  state: LineState;

  @ApiProperty({ type: String, nullable: true, description: '银行回盘的失败原因' })
  reason: string | null;
}

export class BenefitListSummaryDto {
  @ApiProperty()
  id: string;

  @ApiProperty()
  item: string;

  @ApiProperty({ example: '2026-12' })
  month: string;

  @ApiProperty({ example: '210381' })
  region: string;

  @ApiProperty({ example: '海城市' })
  regionName: string;

  @ApiProperty({ enum: ['prepared', 'approved', 'returned', 'closed'] })
  state: ListState;

  @ApiProperty({ type: 'integer', description: '人数' })
  lines: number;

  @ApiProperty({ type: 'integer', description: '等待更正的失败记录数' })
  failed: number;

  @ApiProperty({ type: 'integer', description: '分' })
  totalCents: number;
}

export class BenefitListsDto {
  @ApiProperty({ type: [BenefitListSummaryDto] })
  items: BenefitListSummaryDto[];

  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}

export class BenefitListDto {
  @ApiProperty()
  id: string;

  @ApiProperty()
  item: string;

  @ApiProperty({ example: '2026-12' })
  month: string;

  @ApiProperty({ example: '210381' })
  region: string;

  @ApiProperty({
    enum: ['prepared', 'approved', 'returned', 'closed'],
    description: '已造册、已核拨（银行处理中）、已回盘（有失败）、全部发放',
  })
  state: ListState;

  @ApiProperty({ type: 'integer', description: '分' })
  totalCents: number;

  @ApiProperty({ type: [BenefitLineDto] })
  lines: BenefitLineDto[];
}
