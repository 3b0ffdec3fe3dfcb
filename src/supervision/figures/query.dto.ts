import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';

const text = (description: string) => ApiPropertyOptional({ description });

/** What figures are narrowed to. */
export class FilterQuery {
  @ApiPropertyOptional({
    enum: ['territory', 'line'],
    default: 'territory',
    description: '按块（垂管单位不计入区县）或按条（垂管单位计在所在区县）',
  })
  @IsOptional()
  @IsIn(['territory', 'line'])
  by?: 'territory' | 'line';

  @text('区县代码或开发区；vertical = 垂管单位')
  @IsOptional()
  @IsString()
  @MaxLength(64)
  county?: string;

  @text('乡镇街道代码；own = 区县本级')
  @IsOptional()
  @IsString()
  @MaxLength(64)
  township?: string;

  @text('条线')
  @IsOptional()
  @IsString()
  @MaxLength(64)
  line?: string;

  @text('部门')
  @IsOptional()
  @IsString()
  @MaxLength(64)
  department?: string;

  @text('事项')
  @IsOptional()
  @IsString()
  @MaxLength(64)
  item?: string;

  @text('事项类型')
  @IsOptional()
  @IsString()
  @MaxLength(16)
  type?: string;

  @text('环节')
  @IsOptional()
  @IsString()
  @MaxLength(128)
  step?: string;

  @text('经办人；空 = 待领取')
  @IsOptional()
  @IsString()
  @MaxLength(64)
  handler?: string;
}

/** From when on something is soon, too long, too often. */
export class MomentsQuery {
  @ApiPropertyOptional({ type: 'integer', default: 5, description: '几个工作日内到期' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(90)
  days?: number;

  @ApiPropertyOptional({ type: 'integer', default: 30, description: '停办多少天以上算过久' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(1000)
  pausedDays?: number;

  @ApiPropertyOptional({ type: 'integer', default: 2, description: '退回补正多少次以上算过多' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  returns?: number;
}

const DATE = /^\d{4}-\d{2}-\d{2}$/;
export const FORMATS = ['csv', 'xlsx'] as const;

export class PeriodQuery {
  @ApiProperty({ description: '起，含当日', example: '2026-01-01' })
  @Matches(DATE)
  from: string;

  @ApiProperty({ description: '止，含当日', example: '2026-12-31' })
  @Matches(DATE)
  to: string;
}
