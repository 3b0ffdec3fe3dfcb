/** What people keep for themselves: views of the inbox, opinions they write often. */
import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength, MinLength, ValidateNested } from 'class-validator';
import { Type } from 'class-transformer';
import { TaskQuery } from './task.dto.js';

export class SavedViewDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  name: string;

  @ApiProperty({ type: TaskQuery })
  query: TaskQuery;

  @ApiProperty({ type: 'integer' })
  count: number;
}

export class NewViewDto {
  @ApiProperty()
  @IsString()
  @MinLength(1)
  @MaxLength(30)
  name: string;

  @ApiProperty({ type: TaskQuery })
  @ValidateNested()
  @Type(() => TaskQuery)
  query: TaskQuery;
}

export class OpinionTemplateDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  text: string;
}

export class NewOpinionTemplateDto {
  @ApiProperty()
  @IsString()
  @MinLength(1)
  @MaxLength(500)
  text: string;
}
