import { ApiProperty } from '@nestjs/swagger';
import { IsObject, IsOptional, IsString, MaxLength } from 'class-validator';

export class CompanionDto {
  @ApiProperty({ description: '岗位编号' })
  post: string;

  @ApiProperty()
  name: string;

  @ApiProperty()
  title: string;

  @ApiProperty({ description: '执法证号' })
  certificate: string;
}

export class LatestInspectionDto {
  @ApiProperty({ enum: ['waiting', 'confirmed', 'refused', 'withdrawn'] })
  state: string;

  @ApiProperty({ description: '同行核查人' })
  companion: string;

  @ApiProperty({ type: String, nullable: true, description: '退回的理由' })
  reason: string | null;

  @ApiProperty({ format: 'date-time' })
  proposedAt: Date;
}

export class InspectionDto {
  @ApiProperty({ type: String, nullable: true, description: '要求两人核查的条款；空的表示不需要' })
  article: string | null;

  @ApiProperty({ type: String, nullable: true, description: '您当前岗位的执法证号' })
  certificate: string | null;

  @ApiProperty({ type: [CompanionDto], description: '可以同行的持证人员' })
  companions: CompanionDto[];

  @ApiProperty({ type: LatestInspectionDto, nullable: true, description: '最近一份笔录' })
  latest: LatestInspectionDto | null;
}

export class ProposalDto {
  @ApiProperty({ description: '同行核查人的岗位编号' })
  @IsString()
  @MaxLength(100)
  companion: string;

  @ApiProperty({ description: '核查结论' })
  @IsString()
  @MaxLength(100)
  outcome: string;

  @ApiProperty({ required: false })
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  opinion?: string;

  @ApiProperty({ type: Object, additionalProperties: true, required: false })
  @IsOptional()
  @IsObject()
  form?: Record<string, unknown>;
}
