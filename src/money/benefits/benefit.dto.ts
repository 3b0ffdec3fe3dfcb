import type { LineState, ListState } from './lists.js';
import { ItemCode, Pattern, Shown } from '../../platform/http/index.js';

export class NewBenefitListDto {
  @ItemCode({ description: '事项编码', example: '210511001000' })
  item: string;

  @Pattern(/^\d{4}-(0[1-9]|1[0-2])$/, { description: '发放月份', example: '2026-12' })
  month: string;

  @Pattern(/^\d{6}$/, {
    optional: true,
    description: '县（市、区）代码；默认为当前岗位所在的县',
    example: '210381',
  })
  region?: string;
}

export class AccountCorrectionDto {
  @Pattern(/^\d{16,19}$/, {
    description: '更正后的社会保障卡金融账户',
    example: '6217990000000012345',
  })
  account: string;
}

export class BenefitLineDto {
  @Shown.text()
  id: string;

  @Shown.text()
  caseNumber: string;

  @Shown.text()
  name: string;

  @Shown.whole('分')
  amountCents: number;

  @Shown.text()
  accountMasked: string;

  @Shown.oneOf(['listed', 'sent', 'paid', 'failed', 'corrected'])
  state: LineState;

  @Shown.text({ nullable: true, description: '银行回盘的失败原因' })
  reason: string | null;
}

export class BenefitListSummaryDto {
  @Shown.text()
  id: string;

  @Shown.text()
  item: string;

  @Shown.text({ example: '2026-12' })
  month: string;

  @Shown.text({ example: '210381' })
  region: string;

  @Shown.text({ example: '海城市' })
  regionName: string;

  @Shown.oneOf(['prepared', 'approved', 'returned', 'closed'])
  state: ListState;

  @Shown.whole('人数')
  lines: number;

  @Shown.whole('等待更正的失败记录数')
  failed: number;

  @Shown.whole('分')
  totalCents: number;
}

export class BenefitListsDto {
  @Shown.list(BenefitListSummaryDto)
  items: BenefitListSummaryDto[];

  @Shown.text({ nullable: true })
  next: string | null;
}

export class BenefitListDto {
  @Shown.text()
  id: string;

  @Shown.text()
  item: string;

  @Shown.text({ example: '2026-12' })
  month: string;

  @Shown.text({ example: '210381' })
  region: string;

  @Shown.oneOf(
    ['prepared', 'approved', 'returned', 'closed'],
    '已造册、已核拨（银行处理中）、已回盘（有失败）、全部发放',
  )
  state: ListState;

  @Shown.whole('分')
  totalCents: number;

  @Shown.list(BenefitLineDto)
  lines: BenefitLineDto[];
}
