import { ApiProperty } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsObject,
  IsOptional,
  IsString,
  MaxLength,
} from 'class-validator';

export class BulkDto {
  @ApiProperty({ type: [String], description: '任务编号，最多 100 个' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @IsString({ each: true })
  ids: string[];
}

export class BulkCompletionDto extends BulkDto {
  @ApiProperty({ required: false })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  outcome?: string;

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

export class BulkOutcomeDto {
  @ApiProperty()
  id: string;

  @ApiProperty({ enum: ['done', 'pending', 'refused'], description: 'pending：已提交，正在处理' })
  state: 'done' | 'pending' | 'refused';

  @ApiProperty({ type: String, nullable: true, description: '为什么不行，怎么办' })
  message: string | null;
}
