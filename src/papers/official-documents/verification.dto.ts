/** What anybody may learn of a document they were shown. */
import { SentFile, Shown } from '../../platform/http/index.js';
import { RegulationDto } from '../regulation/index.js';
import { LIVES } from './licence-life.js';
import { CHECKS, OUTCOMES, type CheckName, type CheckOutcome } from './seal-checks.js';

export class LifeDto {
  @Shown.oneOf([...LIVES], '有效、尚未生效、已过期、已变更、已延续、已补证、已撤销、已注销、已作废')
  state: (typeof LIVES)[number];

  @Shown.day({ nullable: true, description: '从哪天起不再有效' })
  since: string | null;

  @Shown.text({ nullable: true, description: '作出决定的机关' })
  by: string | null;

  @Shown.text({ nullable: true, description: '依据的条款' })
  article: string | null;

  @Shown.text({ nullable: true, description: '理由；只凭证号或者标识核验的不告知' })
  reason: string | null;
}

export class NextVersionDto {
  @Shown.text('新版本的电子证照标识')
  identifier: string;

  @Shown.text({
    nullable: true,
    description: '新版本的核验码；还没有用印，或者只凭证号或者标识核验的为空',
  })
  code: string | null;
}

export class LicenceLifeDto extends LifeDto {
  @Shown.text('电子证照标识')
  identifier: string;

  @Shown.text('证号')
  number: string;

  @Shown.text()
  name: string;

  @Shown.day()
  validFrom: string;

  @Shown.day({ nullable: true, description: '空的表示长期有效' })
  validTo: string | null;

  @Shown.one(NextVersionDto, { nullable: true })
  next: NextVersionDto | null;

  @Shown.one(RegulationDto, { nullable: true, description: '审管联动：监管部门签收和检查的情况' })
  regulation: RegulationDto | null;
}

export class CheckDto {
  @Shown.oneOf(
    [...CHECKS],
    '印章系统有这枚印章；印章属于作出机关；用印时印章有效；签名与摘要相符；保存的原件没有改动',
  )
  check: CheckName;

  @Shown.oneOf([...OUTCOMES], '通过、不通过、暂时核实不了')
  outcome: CheckOutcome;
}

/** A number can be guessed, the code in a QR cannot. */
const ONLY_BY_CODE = '；只告知持有核验码的人';

export class VerifiedDto {
  @Shown.text()
  name: string;

  @Shown.text({ nullable: true })
  number: string | null;

  @Shown.text()
  organisation: string;

  @Shown.day({ nullable: true })
  dated: string | null;

  @Shown.one(LifeDto, '文书连同所载证照现在的效力')
  life: LifeDto;

  @Shown.one(LicenceLifeDto, { nullable: true, description: '所载的证照' })
  licence: LicenceLifeDto | null;

  @Shown.text({ nullable: true, description: `脱敏的申请人姓名${ONLY_BY_CODE}` })
  applicant: string | null;

  @Shown.text({ nullable: true, description: `事项${ONLY_BY_CODE}` })
  item: string | null;

  @Shown.text({ nullable: true, description: `核验码${ONLY_BY_CODE}` })
  code: string | null;

  @Shown.text({ nullable: true, description: `SM3${ONLY_BY_CODE}` })
  digest: string | null;

  @Shown.text()
  sealName: string;

  @Shown.instant()
  signedAt: string;

  @Shown.list(CheckDto, '逐项核验的结果')
  checks: CheckDto[];
}

export class ComparisonDto {
  @Shown.flag('与原件是否逐字节相同')
  same: boolean;

  @Shown.text('所传文件的 SM3')
  digest: string;
}

export class FileDto {
  @SentFile('不超过 20 MB')
  file: unknown;
}
