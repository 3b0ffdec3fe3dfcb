import { Shown } from '../../../platform/http/index.js';

/** What is said of an item while it is written. */
export class ItemFindingDto {
  @Shown.oneOf(['error', 'warning', 'info'])
  severity: 'error' | 'warning' | 'info';

  @Shown.text('规则的代码')
  rule: string;

  @Shown.text({ optional: true, description: '在哪里：JSON 指针' })
  element?: string;

  @Shown.text()
  message: string;

  @Shown.text({ optional: true })
  messageInEnglish?: string;
}

export class ItemFindingsDto {
  @Shown.list(ItemFindingDto)
  findings: ItemFindingDto[];
}
