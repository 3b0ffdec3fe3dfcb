/** What lint finds in a process or a decision, as the API tells it. */
import { ApiProperty } from '@nestjs/swagger';

export class FindingDto {
  @ApiProperty({ enum: ['error', 'warning', 'info'] })
  severity: string;

  @ApiProperty()
  rule: string;

  @ApiProperty({ required: false, description: '元素的编号' })
  element?: string;

  @ApiProperty()
  message: string;

  @ApiProperty({ required: false, description: '文件中的属性或扩展元素' })
  attribute?: string;

  @ApiProperty({ required: false, description: '那里写的内容' })
  text?: string;

  @ApiProperty({ required: false, description: '该怎么做' })
  advice?: string;
}

export class FindingListDto {
  @ApiProperty({ type: [FindingDto] })
  findings: FindingDto[];
}
