import { CollectionDto } from '../collection/index.js';
import { Shown } from '../../platform/http/index.js';

export class SignedPromiseDto {
  @Shown.oneOf(['gaps', 'promise'], '容缺受理、告知承诺')
  kind: 'gaps' | 'promise';

  @Shown.text()
  title: string;

  @Shown.texts('承诺书全文')
  lines: string[];

  @Shown.text('全文的 SM3 摘要')
  digest: string;

  @Shown.text('签名')
  signedName: string;

  @Shown.instant()
  signedAt: Date;
}

export class GapDto {
  @Shown.text('容缺的材料')
  code: string;

  @Shown.text()
  name: string;

  @Shown.flag('已经补交')
  handedIn: boolean;

  @Shown.instant({ nullable: true, description: '补齐的期限；受理之前没有' })
  dueAt: Date | null;

  @Shown.flag('现在可以由申请人补交')
  open: boolean;

  @Shown.text('所属办件')
  caseNumber: string;
}

export class WaysDto {
  @Shown.one(CollectionDto, { nullable: true, description: '窗口收件；网上申报的没有' })
  collection: CollectionDto | null;

  @Shown.list(SignedPromiseDto)
  promises: SignedPromiseDto[];

  @Shown.list(GapDto)
  gaps: GapDto[];
}
