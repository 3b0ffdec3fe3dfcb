import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsString, MaxLength, MinLength } from 'class-validator';
import { WORK_KINDS, type WorkKind } from '../../../bpmn/compiler/index.js';
import { ADAPTERS } from '../../../bpmn/model/vocabulary.js';

export class AdapterChoiceDto {
  @ApiProperty({ enum: ADAPTERS, description: '本平台的适配器' })
  @IsIn(ADAPTERS)
  adapter: string;
}

export class NewAdapterBindingDto extends AdapterChoiceDto {
  @ApiProperty({ enum: WORK_KINDS, description: '外部程序在流程文件里的写法' })
  @IsIn(WORK_KINDS)
  kind: WorkKind;

  @ApiProperty({ description: '主题、类名、表达式或任务类型，与文件中一字不差' })
  @IsString()
  @MinLength(1)
  @MaxLength(500)
  name: string;
}

export class AdapterBindingDto extends NewAdapterBindingDto {
  @ApiProperty({ type: 'integer' })
  id: number;

  @ApiProperty()
  updatedBy: string;

  @ApiProperty({ format: 'date-time' })
  updatedAt: string;
}

export class AdapterBindingListDto {
  @ApiProperty({ type: [AdapterBindingDto] })
  items: AdapterBindingDto[];

  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}
