/** How a case stands in time. */
import { Shown } from '../../platform/http/index.js';

export class CaseClockDto {
  @Shown.oneOf(['green', 'warning', 'red', 'none'])
  light: 'green' | 'warning' | 'red' | 'none';

  @Shown.instant({ nullable: true, description: '受理的时刻' })
  acceptedAt: string | null;

  @Shown.instant({ nullable: true, description: '作出决定的时刻' })
  decidedAt: string | null;

  @Shown.text({ nullable: true, example: '20 个工作日' })
  statutory: string | null;

  @Shown.text({ nullable: true, example: '5 个工作日' })
  promised: string | null;

  @Shown.text('一天的长度被演示缩放时的说明，否则为空')
  note: string;
}
