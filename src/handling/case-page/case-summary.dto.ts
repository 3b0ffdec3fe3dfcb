/** A case in lists, and as a part of 一件事. */
import type { CaseState } from '../../../workflows/contracts/case.js';
import { STATES } from '../../../workflows/law/index.js';
import { Shown } from '../../platform/http/index.js';

export class ItemReferenceDto {
  @Shown.text()
  code: string;

  @Shown.text()
  name: string;
}

export class CaseSummaryDto {
  @Shown.text()
  number: string;

  @Shown.one(ItemReferenceDto)
  item: ItemReferenceDto;

  @Shown.oneOf(STATES)
  state: CaseState;

  @Shown.text()
  stateName: string;

  @Shown.text()
  region: string;

  @Shown.text()
  regionName: string;

  @Shown.instant()
  submittedAt: string;

  @Shown.instant({ nullable: true, description: '法定期限届满' })
  dueAt: string | null;

  @Shown.instant({ nullable: true, description: '承诺期限届满' })
  promisedDueAt: string | null;

  @Shown.flag()
  ended: boolean;

  @Shown.flag('等申请人做事：补正、缴费')
  waitsForApplicant: boolean;

  @Shown.instant({ nullable: true, description: '等申请人处理的，最迟何时' })
  applicantDueAt: string | null;

  @Shown.text({ nullable: true, description: '现在等哪个部门办理' })
  awaitedOf: string | null;

  @Shown.text({ nullable: true, description: '由代办人申请的：为谁申请' })
  appliedFor: string | null;
}

export class CaseListDto {
  @Shown.list(CaseSummaryDto)
  items: CaseSummaryDto[];

  @Shown.text({ nullable: true })
  next: string | null;
}

export class ChildCaseDto {
  @Shown.text()
  number: string;

  @Shown.text()
  itemName: string;

  @Shown.oneOf(STATES)
  state: CaseState;

  @Shown.text()
  stateName: string;

  @Shown.text({ nullable: true, description: '在一件事中的编号：A、B …' })
  key: string | null;

  @Shown.instant({ nullable: true })
  dueAt: Date | null;

  @Shown.text({ nullable: true })
  leadDepartment: string | null;

  @Shown.flag()
  ended: boolean;

  @Shown.flag('转报后由上级机关决定的办件')
  above: boolean;
}
