import { ApiProperty } from '@nestjs/swagger';
import { IsDateString, IsOptional, IsString, MaxLength } from 'class-validator';

export class DeputyDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  personId: string;

  @ApiProperty()
  personName: string;

  @ApiProperty()
  deputyId: string;

  @ApiProperty()
  deputyName: string;

  @ApiProperty({ type: String, nullable: true })
  postId: string | null;

  @ApiProperty({ type: String, nullable: true })
  postTitle: string | null;

  @ApiProperty({ format: 'date' })
  from: string;

  @ApiProperty({ format: 'date' })
  to: string;

  @ApiProperty()
  reason: string;

  @ApiProperty({ description: '今天有效' })
  active: boolean;
}

export class NewDeputyDto {
  @ApiProperty({ description: '代理人的岗位' })
  @IsString()
  @MaxLength(200)
  deputy: string;

  @ApiProperty({ required: false, description: '只代理我的这个岗位；不填为全部' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  post?: string;

  @ApiProperty({ format: 'date', description: '第一天' })
  @IsDateString({ strict: true })
  from: string;

  @ApiProperty({ format: 'date', description: '最后一天' })
  @IsDateString({ strict: true })
  to: string;

  @ApiProperty({ required: false })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  reason?: string;
}
