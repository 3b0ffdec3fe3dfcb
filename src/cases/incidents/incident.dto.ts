import { CaseNumber, OneOf, Shown, Texts } from '../../platform/http/index.js';

export class IncidentDto {
  @Shown.text()
  id: string;

  @Shown.text()
  caseNumber: string;

  @Shown.text()
  itemName: string;

  @Shown.text()
  element: string;

  @Shown.text({ nullable: true })
  elementName: string | null;

  @Shown.text()
  code: string;

  @Shown.text('出了什么问题、怎么处理')
  message: string;

  @Shown.oneOf(['open', 'resolved'])
  state: 'open' | 'resolved';

  @Shown.instant()
  openedAt: Date;

  @Shown.instant({ nullable: true })
  resolvedAt: Date | null;
}

export class IncidentListDto {
  @Shown.list(IncidentDto)
  items: IncidentDto[];

  @Shown.text({ nullable: true })
  next: string | null;
}

export class IncidentQuery {
  @OneOf(['open', 'resolved'], { optional: true, default: 'open' })
  state?: 'open' | 'resolved';

  @CaseNumber({ optional: true })
  case?: string;
}

/** One incident with what the case knew when it went wrong. */
export class IncidentDetailDto extends IncidentDto {
  @Shown.open('流程变量')
  variables: Record<string, unknown>;
}

export class BulkRetryDto {
  @Texts({ least: 1, most: 200, max: 200, description: '要重试的异常，最多 200 个' })
  ids: string[];
}

export class RetryOutcomeDto {
  @Shown.text()
  id: string;

  @Shown.oneOf(
    ['resolved', 'running', 'open', 'pending', 'refused'],
    '已排除；对方系统还没有答复；重试后又出现；还在处理；不能重试',
  )
  outcome: 'resolved' | 'running' | 'open' | 'pending' | 'refused';

  @Shown.text('给人看的话')
  message: string;
}

export class BulkRetryAnswerDto {
  @Shown.list(RetryOutcomeDto)
  items: RetryOutcomeDto[];
}
