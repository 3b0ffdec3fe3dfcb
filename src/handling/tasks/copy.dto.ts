import { ApiProperty } from '@nestjs/swagger';

export class CopyDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  taskId: string;

  @ApiProperty()
  taskName: string;

  @ApiProperty()
  caseNumber: string;

  @ApiProperty()
  itemName: string;

  @ApiProperty()
  byName: string;

  @ApiProperty()
  note: string;

  @ApiProperty({ type: String, format: 'date-time' })
  at: Date;

  @ApiProperty({ type: String, nullable: true, format: 'date-time', description: '看过的时间' })
  readAt: Date | null;
}
