import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Matches, MaxLength, MinLength } from 'class-validator';

export class NewEntryDto {
  @ApiProperty({ description: '事项编码' })
  @IsString()
  @Matches(/^[0-9A-Z]{1,40}$/)
  item: string;

  @ApiProperty({ description: '办理所在地的行政区划代码；可以不是本窗口所在地（异地代收）' })
  @IsString()
  @Matches(/^\d{6,12}$/)
  region: string;

  @ApiProperty({ enum: ['natural', 'legal'] })
  @IsIn(['natural', 'legal'])
  kind: 'natural' | 'legal';

  @ApiProperty({ description: '身份证号码，或者统一社会信用代码' })
  @IsString()
  @Matches(/^[0-9A-Z]{18}$/)
  idNumber: string;

  @ApiProperty()
  @IsString()
  @MinLength(2)
  @MaxLength(100)
  name: string;

  @ApiProperty({ required: false, format: 'date', description: '收到纸质材料的日期；不写就是今天' })
  @IsOptional()
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  receivedOn?: string;

  @ApiProperty({ required: false, maxLength: 20, description: '排队号' })
  @IsOptional()
  @IsString()
  @MaxLength(20)
  queueNumber?: string;
}
