/** How the body that regulates was told of what was granted, and what it found. */
import { Shown } from '../../platform/http/index.js';
import { FINDINGS, type RegulatorFinding } from './finding.js';

export class RegulationDto {
  @Shown.text('监管部门')
  regulator: string;

  @Shown.day('作出决定、移交监管的日期')
  handedOverOn: string;

  @Shown.day({ nullable: true, description: '监管平台签收的日期' })
  receivedOn: string | null;

  @Shown.day({ nullable: true, description: '监管部门签收的日期' })
  claimedOn: string | null;

  @Shown.day({ nullable: true, description: '监管部门签收的期限；日历没有数据时为空' })
  claimUntil: string | null;

  @Shown.oneOf([...FINDINGS], {
    nullable: true,
    description: '监管检查的结果：未发现问题、责令改正、建议撤销许可；空 = 尚未反馈',
  })
  finding: RegulatorFinding | null;

  @Shown.day({ nullable: true })
  foundOn: string | null;

  @Shown.text({ nullable: true, description: '检查情况；只凭证号或者标识核验的不告知' })
  text: string | null;
}
