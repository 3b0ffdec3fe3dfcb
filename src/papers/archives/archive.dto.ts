import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';

const STATES = ['due', 'packed', 'checked', 'handed-over', 'received', 'failed'];

export class ArchiveFindingDto {
  @ApiProperty()
  code: string;

  @ApiProperty()
  message: string;
}

export class ArchivePackageDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  caseNumber: string;

  @ApiProperty()
  itemName: string;

  @ApiProperty({ description: '立档单位' })
  department: string;

  @ApiProperty({ enum: STATES })
  state: string;

  @ApiProperty({ format: 'date-time' })
  requestedAt: Date;

  @ApiProperty({ type: 'integer', nullable: true, description: '字节数' })
  size: number | null;

  @ApiProperty({ type: String, nullable: true, description: 'SM3' })
  digest: string | null;

  @ApiProperty({ type: 'integer', description: '文件数' })
  files: number;

  @ApiProperty({ type: [ArchiveFindingDto], description: '检测发现的问题' })
  findings: ArchiveFindingDto[];

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  packedAt: Date | null;

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  checkedAt: Date | null;

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  handedOverAt: Date | null;

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  receivedAt: Date | null;

  @ApiProperty({ type: String, nullable: true, description: '接收回执号' })
  receiptNumber: string | null;

  @ApiProperty({ type: String, nullable: true, description: '为什么还没有往下走；平台会继续尝试' })
  problem: string | null;
}

export class ArchiveListDto {
  @ApiProperty({ type: [ArchivePackageDto] })
  items: ArchivePackageDto[];

  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}

export class ArchiveQuery {
  @ApiProperty({ enum: STATES, required: false })
  @IsOptional()
  @IsIn(STATES)
  state?: string;

  @ApiProperty({ required: false, description: '办件编号' })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  case?: string;

  @ApiProperty({ required: false, description: '上一页的 next' })
  @IsOptional()
  @IsString()
  @MaxLength(400)
  cursor?: string;
}

export class ArchiveRequestDto {
  @ApiProperty({ description: '办件编号' })
  @IsString()
  @MaxLength(40)
  case: string;
}
