import { FindingListDto } from '../findings/index.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength, MinLength } from 'class-validator';

export class ProcessDto {
  @ApiProperty()
  id: string;

  @ApiProperty()
  name: string;

  @ApiProperty({ type: 'integer', nullable: true, description: '新办件所用的版本' })
  publishedVersion: number | null;

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  publishedAt: string | null;

  @ApiProperty()
  hasDraft: boolean;

  @ApiProperty({ type: 'integer' })
  runningCases: number;
}

export class ProcessListDto {
  @ApiProperty({ type: [ProcessDto] })
  items: ProcessDto[];

  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}

export class VersionDto {
  @ApiProperty({ type: 'integer' })
  version: number;

  @ApiProperty({ enum: ['draft', 'published', 'retired'] })
  state: string;

  @ApiProperty()
  name: string;

  @ApiProperty({ type: String, nullable: true })
  hash: string | null;

  @ApiProperty()
  createdBy: string;

  @ApiProperty({ format: 'date-time' })
  updatedAt: string;

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  publishedAt: string | null;

  @ApiProperty({ type: 'integer', description: '仍在这个版本上办理的件数' })
  runningCases: number;
}

export class VersionListDto {
  @ApiProperty({ type: [VersionDto] })
  items: VersionDto[];

  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}

export class XmlDto {
  @ApiProperty({ description: 'BPMN XML' })
  @IsString()
  @MinLength(1)
  @MaxLength(8_000_000)
  xml: string;
}

export class DraftProcessDto extends XmlDto {
  @ApiProperty({ description: '流程名称' })
  @IsString()
  @MinLength(1)
  @MaxLength(100)
  name: string;
}

export class ImportedProcessDto {
  @ApiProperty()
  id: string;

  @ApiProperty()
  name: string;
}

export class ImportDto extends FindingListDto {
  @ApiProperty({ type: [ImportedProcessDto], description: '可以保存的流程，最该办的在前' })
  processes: ImportedProcessDto[];

  @ApiProperty({ description: 'BPMN XML，没有图形的已排版' })
  xml: string;

  @ApiProperty({ description: '图形由本平台排版' })
  laidOut: boolean;
}

export class SavedVersionDto extends FindingListDto {
  @ApiProperty({ type: 'integer' })
  version: number;

  @ApiProperty({ enum: ['draft', 'published'] })
  state: string;

  @ApiProperty({ type: String, nullable: true })
  hash: string | null;
}
