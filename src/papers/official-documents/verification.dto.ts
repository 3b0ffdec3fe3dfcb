/** What anybody may learn of a document they were shown. */
import { SentFile, Shown } from '../../platform/http/index.js';

export class VerifiedDto {
  @Shown.text()
  name: string;

  @Shown.text({ nullable: true })
  number: string | null;

  @Shown.text()
  organisation: string;

  @Shown.day({ nullable: true })
  dated: string | null;

  @Shown.oneOf(['valid', 'void'])
  state: 'valid' | 'void';

  @Shown.text({ nullable: true })
  voidReason: string | null;

  @Shown.text('脱敏的申请人姓名')
  applicant: string;

  @Shown.text()
  item: string;

  @Shown.text('SM3')
  digest: string;

  @Shown.text()
  sealName: string;

  @Shown.instant()
  signedAt: string;

  @Shown.flag('签名与摘要、公钥是否相符')
  sealGood: boolean;

  @Shown.flag({ nullable: true, description: '平台保存的原件是否仍是这个摘要；空的表示暂时读不到' })
  intact: boolean | null;
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
