/** What lint finds in a process or a decision, as the API tells it. */
import { Shown } from '../../platform/http/index.js';

export class FindingDto {
  @Shown.oneOf(['error', 'warning', 'info'])
  severity: 'error' | 'warning' | 'info';

  @Shown.text()
  rule: string;

  @Shown.text({ optional: true, description: '元素的编号' })
  element?: string;

  @Shown.text()
  message: string;

  @Shown.text({ optional: true, description: '文件中的属性或扩展元素' })
  attribute?: string;

  @Shown.text({ optional: true, description: '那里写的内容' })
  text?: string;

  @Shown.text({ optional: true, description: '该怎么做' })
  advice?: string;
}

export class FindingListDto {
  @Shown.list(FindingDto)
  findings: FindingDto[];
}
