import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsString, MaxLength } from 'class-validator';
import { FORMATS, PeriodQuery } from './query.dto.js';

export class HeatQuery extends PeriodQuery {
  @ApiProperty()
  @IsString()
  @MaxLength(64)
  process: string;

  @ApiProperty({ type: 'integer' })
  @Type(() => Number)
  @IsInt()
  version: number;
}

export class HeatFileQuery extends HeatQuery {
  @ApiProperty({ enum: FORMATS })
  @IsIn(FORMATS)
  format: 'csv' | 'xlsx';
}

const nullableNumber = () => ApiProperty({ type: Number, nullable: true });

export class HeatVersionDto {
  @ApiProperty()
  process: string;

  @ApiProperty()
  name: string;

  @ApiProperty({ type: 'integer' })
  version: number;

  @ApiProperty({ enum: ['draft', 'published', 'retired'] })
  state: string;

  @ApiProperty({ type: 'integer', description: '在这一版本上的在办件' })
  open: number;
}

export class HeatVersionListDto {
  @ApiProperty({ type: [HeatVersionDto] })
  items: HeatVersionDto[];
}

export class HeatElementDto {
  @ApiProperty()
  element: string;

  @ApiProperty()
  name: string;

  @ApiProperty({ type: 'integer' })
  open: number;

  @ApiProperty({ type: 'integer' })
  count: number;

  @nullableNumber()
  medianHours: number | null;

  @nullableNumber()
  p90Hours: number | null;

  @ApiProperty({ type: 'integer' })
  late: number;
}

export class HeatDto {
  @ApiProperty()
  xml: string;

  @ApiProperty({ type: [HeatElementDto] })
  elements: HeatElementDto[];
}
