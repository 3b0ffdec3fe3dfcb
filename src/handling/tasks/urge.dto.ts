import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength } from 'class-validator';

export class UrgeDto {
  @ApiProperty({ required: false, description: '想对承办人说的话' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  note?: string;
}

export class UrgedDto {
  @ApiProperty({ type: 'integer', description: '催办了几个环节' })
  tasks: number;
}
