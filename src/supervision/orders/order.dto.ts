import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsISO8601,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
} from 'class-validator';
import { ActBodyDto, SupervisionActDto } from '../cards/card.dto.js';
import { FilterQuery } from '../figures/query.dto.js';
import type { OrderState } from './orders.js';

const STATES = ['issued', 'replied', 'returned', 'accepted', 'withdrawn'] as const;
const nullableText = () => ApiProperty({ type: String, nullable: true });

export class OrderQueryDto extends FilterQuery {
  @ApiPropertyOptional({ enum: [...STATES, 'open'], description: 'open = 未了结的' })
  @IsOptional()
  @IsIn([...STATES, 'open'])
  state?: OrderState | 'open';

  @ApiPropertyOptional({ description: '只看本单位的' })
  @IsOptional()
  @Transform(({ value }) => value === true || value === 'true')
  @IsBoolean()
  own?: boolean;

  @ApiPropertyOptional({ description: '办件编号' })
  @IsOptional()
  @IsString()
  @MaxLength(64)
  case?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(400)
  cursor?: string;
}

export class OrderDto {
  @ApiProperty()
  id: string;

  @ApiProperty({ description: '督办编号' })
  number: string;

  @ApiProperty()
  title: string;

  @ApiProperty()
  text: string;

  @nullableText()
  caseNumber: string | null;

  @nullableText()
  cardId: string | null;

  @ApiProperty()
  department: string;

  @ApiProperty()
  departmentName: string;

  @ApiProperty()
  deadline: Date;

  @ApiProperty({ description: '到期未答复' })
  late: boolean;

  @ApiProperty({ enum: STATES })
  state: OrderState;

  @ApiProperty({ type: String, nullable: true, description: '已报的上级机关' })
  escalatedTo: string | null;

  @nullableText()
  issuedBy: string | null;

  @ApiProperty()
  issuedAt: Date;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  closedAt: Date | null;
}

export class OrderListDto {
  @ApiProperty({ type: [OrderDto] })
  items: OrderDto[];

  @nullableText()
  next: string | null;
}

export class OrderDetailDto extends OrderDto {
  @ApiProperty({ type: [SupervisionActDto] })
  acts: SupervisionActDto[];
}

export class NewOrderDto {
  @ApiProperty()
  @IsString()
  @IsNotEmpty()
  @MaxLength(120)
  title: string;

  @ApiProperty()
  @IsString()
  @IsNotEmpty()
  @MaxLength(4000)
  text: string;

  @ApiProperty({ description: '被督办的单位' })
  @IsString()
  @MaxLength(64)
  department: string;

  @ApiProperty({ format: 'date-time' })
  @IsISO8601({ strict: true })
  deadline: string;

  @ApiPropertyOptional({ description: '办件编号' })
  @IsOptional()
  @IsString()
  @MaxLength(64)
  caseNumber?: string;

  @ApiPropertyOptional({ description: '由哪张牌引起' })
  @IsOptional()
  @IsUUID()
  cardId?: string;
}

export class IssuedOrderDto {
  @ApiProperty()
  id: string;

  @ApiProperty()
  number: string;
}

export class OrderReturnDto extends ActBodyDto {
  @ApiPropertyOptional({ format: 'date-time', description: '新的期限' })
  @IsOptional()
  @IsISO8601({ strict: true })
  deadline?: string;
}

export class OrderStateDto {
  @ApiProperty()
  id: string;

  @ApiProperty({ enum: STATES })
  state: OrderState;
}
