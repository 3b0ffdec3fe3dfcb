/** Messages and signals as they are published from outside. */
import { ApiProperty } from '@nestjs/swagger';
import {
  IsInt,
  IsNotEmpty,
  IsObject,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
} from 'class-validator';

/** A quarter: longer than any case waits for somebody else, s. */
const LONGEST_KEPT = 90 * 86_400;

export class PublishDto {
  @ApiProperty({ description: '消息名称，与流程图中的一致' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  name: string;

  @ApiProperty({ required: false, description: '关联键；与名称一起确定唯一的接收方' })
  @IsOptional()
  @IsString()
  @MaxLength(300)
  key?: string;

  @ApiProperty({ required: false, description: '指定接收的办件；不指定则按名称和关联键查找' })
  @IsOptional()
  @IsString()
  @MaxLength(60)
  caseNumber?: string;

  @ApiProperty({ type: Object, additionalProperties: true, required: false })
  @IsOptional()
  @IsObject()
  variables?: Record<string, unknown>;

  @ApiProperty({
    type: 'integer',
    required: false,
    description: '暂无办件等待时保留多少秒；不填用平台的设置',
  })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(LONGEST_KEPT)
  keepSeconds?: number;
}

export class ThrowDto {
  @ApiProperty({ description: '信号名称，与流程图中的一致' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  name: string;

  @ApiProperty({ type: Object, additionalProperties: true, required: false })
  @IsOptional()
  @IsObject()
  variables?: Record<string, unknown>;
}

export class MessageDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  name: string;

  @ApiProperty({
    enum: ['waiting', 'offered', 'taken', 'expired'],
    description: '保留中、送达中、已接收、已过期',
  })
  state: string;

  @ApiProperty({ type: String, nullable: true, description: '正在接收或已接收的办件' })
  receiver: string | null;

  @ApiProperty({ format: 'date-time' })
  expiresAt: string;
}

export class SignalDto {
  @ApiProperty({ format: 'uuid' })
  id: string;
}
