import { ApiExtraModels, ApiProperty, getSchemaPath } from '@nestjs/swagger';
import { IsNumber, IsInt, Matches, Max, Min } from 'class-validator';

const Hours = (description: string) => (target: object, name: string) => {
  ApiProperty({ type: 'integer', description })(target, name);
  IsInt()(target, name);
  Min(1)(target, name);
  Max(720)(target, name);
};
const Points = (description: string, most: number) => (target: object, name: string) => {
  ApiProperty({ description })(target, name);
  IsNumber({ maxDecimalPlaces: 2 })(target, name);
  Min(0)(target, name);
  Max(most)(target, name);
};

export class UrgeLimitsDto {
  @Hours('申请人两次催办之间至少几小时')
  applicantHours: number;

  @Hours('监督人员两次催办之间至少几小时')
  supervisorHours: number;
}

export class AppraisalPointsDto {
  @Points('承诺时限内办结，分', 100)
  promised: number;

  @Points('法定时限内办结，分', 100)
  statutory: number;

  @Points('用时比法定时限缩短，分', 100)
  compression: number;

  @Points('一次受理，分', 100)
  firstTime: number;

  @Points('每张预警扣分', 20)
  warning: number;

  @Points('每张黄牌扣分', 20)
  yellow: number;

  @Points('每张红牌扣分', 20)
  red: number;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export class NewUrgeLimitsDto extends UrgeLimitsDto {
  @ApiProperty({ description: '从哪天起，YYYY-MM-DD' })
  @Matches(DAY)
  validFrom: string;
}

export class NewAppraisalPointsDto extends AppraisalPointsDto {
  @ApiProperty({ description: '从哪天起，YYYY-MM-DD' })
  @Matches(DAY)
  validFrom: string;
}

const KINDS = ['urges', 'appraisal'] as const;

@ApiExtraModels(UrgeLimitsDto, AppraisalPointsDto)
export class SettingVersionDto {
  @ApiProperty({ enum: KINDS })
  kind: 'urges' | 'appraisal';

  @ApiProperty({ type: 'integer' })
  version: number;

  @ApiProperty({
    oneOf: [{ $ref: getSchemaPath(UrgeLimitsDto) }, { $ref: getSchemaPath(AppraisalPointsDto) }],
  })
  content: UrgeLimitsDto | AppraisalPointsDto;

  @ApiProperty()
  validFrom: string;

  @ApiProperty()
  createdAt: Date;

  @ApiProperty({ type: String, nullable: true, description: '空 = 随平台' })
  createdBy: string | null;

  @ApiProperty({ description: '今天是否有效' })
  current: boolean;
}

export class SettingListDto {
  @ApiProperty({ type: [SettingVersionDto] })
  items: SettingVersionDto[];
}

export class SettingSetDto {
  @ApiProperty({ enum: KINDS })
  kind: 'urges' | 'appraisal';

  @ApiProperty({ type: 'integer' })
  version: number;
}
