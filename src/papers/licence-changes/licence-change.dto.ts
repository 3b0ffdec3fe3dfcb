import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { type Operation, OPERATIONS } from './standing.js';

export class LicenceOperationDto {
  @ApiProperty({ enum: OPERATIONS, description: '延续、变更、补证、注销' })
  operation: Operation;

  @ApiProperty({ type: String, nullable: true, description: '现在为什么不能办；可以办时为空' })
  barred: string | null;
}

export class HeldLicenceDto {
  @ApiProperty({ description: '电子证照标识' })
  identifier: string;

  @ApiProperty()
  name: string;

  @ApiProperty({ description: '证号' })
  number: string;

  @ApiProperty()
  issuer: string;

  @ApiProperty({ format: 'date' })
  issuedOn: string;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  validTo: string | null;

  @ApiProperty({ enum: ['valid', 'revoked', 'cancelled', 'replaced'] })
  state: 'valid' | 'revoked' | 'cancelled' | 'replaced';

  @ApiProperty({ type: String, nullable: true, description: '正在办理它的办件' })
  openCase: string | null;

  @ApiProperty({ type: [LicenceOperationDto] })
  operations: LicenceOperationDto[];
}

export class HeldLicencesDto {
  @ApiProperty({ type: [HeldLicenceDto] })
  items: HeldLicenceDto[];

  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}

export class NewLicenceChangeDto {
  @ApiProperty({ enum: OPERATIONS })
  @IsIn(OPERATIONS)
  operation: Operation;
}

export class OpenedDraftDto {
  @ApiProperty({ format: 'uuid', description: '草稿的编号' })
  draft: string;
}
