import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength, MinLength } from 'class-validator';

/** What most verbs ask for. */
export class ReasonDto {
  @ApiProperty({ description: '理由；留在任务的操作记录里' })
  @IsString()
  @MinLength(1)
  @MaxLength(500)
  reason: string;
}
