import { ApiProperty } from '@nestjs/swagger';
import { IsObject, IsString, Matches } from 'class-validator';

const MATERIALS = {
  type: 'object' as const,
  description: '材料：材料编码 → 文件编号',
  additionalProperties: { type: 'array' as const, items: { type: 'string', format: 'uuid' } },
};

export class NewDraftDto {
  @ApiProperty({ description: '事项编码' })
  @IsString()
  @Matches(/^[0-9A-Z]{1,40}$/)
  item: string;

  @ApiProperty({ description: '办理所在地的行政区划代码' })
  @IsString()
  @Matches(/^\d{6,12}$/)
  region: string;
}

export class DraftContentDto {
  @ApiProperty({ type: Object, additionalProperties: true })
  @IsObject()
  form: Record<string, unknown>;

  @ApiProperty(MATERIALS)
  @IsObject()
  materials: Record<string, string[]>;
}

export class DraftDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ description: '事项编码' })
  item: string;

  @ApiProperty()
  itemName: string;

  @ApiProperty()
  region: string;

  @ApiProperty()
  regionName: string;

  @ApiProperty({ type: Object, additionalProperties: true })
  form: Record<string, unknown>;

  @ApiProperty(MATERIALS)
  materials: Record<string, string[]>;

  @ApiProperty({ format: 'date-time' })
  updatedAt: string;
}

export class DraftListDto {
  @ApiProperty({ type: [DraftDto] })
  items: DraftDto[];

  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}
