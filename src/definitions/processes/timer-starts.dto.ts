import { ApiProperty } from '@nestjs/swagger';
import { IsString, Matches, MaxLength, MinLength } from 'class-validator';

export class TimerStartSettingDto {
  @ApiProperty({ description: '在哪个区域开办件：区划代码' })
  @Matches(/^\d{6,12}$/)
  region: string;

  @ApiProperty({ description: '以谁为申请人：登录账号' })
  @IsString()
  @MinLength(1)
  @MaxLength(100)
  applicant: string;
}

export class TimerStartDto {
  @ApiProperty()
  process: string;

  @ApiProperty()
  processName: string;

  @ApiProperty({ description: '流程图中的开始事件' })
  element: string;

  @ApiProperty({
    type: String,
    nullable: true,
    description: '流程图中写的时间；null = 由表达式得出',
  })
  timer: string | null;

  @ApiProperty({
    type: String,
    nullable: true,
    format: 'date-time',
    description: 'null = 不再启动',
  })
  nextAt: string | null;

  @ApiProperty({ type: String, nullable: true })
  region: string | null;

  @ApiProperty({ type: String, nullable: true })
  applicant: string | null;

  @ApiProperty({ type: String, nullable: true })
  applicantName: string | null;

  @ApiProperty({ type: String, nullable: true, description: '最近一次启动的办件' })
  lastCase: string | null;

  @ApiProperty({ type: String, nullable: true, description: '最近一次没有启动成的原因' })
  problem: string | null;
}

export class TimerStartListDto {
  @ApiProperty({ type: [TimerStartDto] })
  items: TimerStartDto[];

  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}
