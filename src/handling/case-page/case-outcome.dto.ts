/** What a case costs, and what it yields. */
import { Shown } from '../../platform/http/index.js';

export class PaymentDto {
  @Shown.text()
  id: string;

  @Shown.whole()
  amountCents: number;

  @Shown.whole({
    nullable: true,
    description: '按事项收费规则重新计算的金额，分；只给办理人员看，null = 尚未计算或没有规则',
  })
  ruleCents: number | null;

  @Shown.oneOf(['ordered', 'paid', 'refused', 'refunded'])
  state: 'ordered' | 'paid' | 'refused' | 'refunded';

  @Shown.text({ nullable: true })
  payUrl: string | null;

  @Shown.text()
  itemName: string;

  @Shown.text('属于哪个办件')
  caseNumber: string;

  @Shown.instant({ nullable: true })
  paidAt: Date | null;
}

export class LicenceDto {
  @Shown.text('电子证照标识')
  identifier: string;

  @Shown.text()
  name: string;

  @Shown.text('证号')
  number: string;

  @Shown.text()
  issuedOn: string;

  @Shown.text({ nullable: true })
  validTo: string | null;

  @Shown.text()
  issuer: string;

  @Shown.text('属于哪个办件')
  caseNumber: string;

  @Shown.text('属于哪个事项')
  itemName: string;
}
