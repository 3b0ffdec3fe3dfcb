import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, Matches } from 'class-validator';

export class RegionDto {
  @ApiProperty({ example: '210381003' })
  code: string;

  @ApiProperty()
  name: string;

  @ApiProperty({ enum: ['city', 'county', 'township', 'village'] })
  level: string;

  @ApiProperty({ type: String, nullable: true })
  parent: string | null;
}

export class RegionListDto {
  @ApiProperty({ type: [RegionDto] })
  items: RegionDto[];

  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}

export class RegionQuery {
  @ApiProperty({ required: false, description: '上级的行政区划代码；不填为市' })
  @IsOptional()
  @Matches(/^\d{6,12}$/)
  parent?: string;
}
