import { SituationDto } from '../../catalogue/index.js';
import {
  ItemCode,
  MaterialFiles,
  Nested,
  OpenObject,
  RegionCode,
  Shown,
  Text,
  Uuid,
} from '../../platform/http/index.js';

export class NewDraftDto {
  @ItemCode({ description: '事项编码' })
  item: string;

  @RegionCode({ description: '办理所在地的行政区划代码' })
  region: string;
}

export class SignatureDto {
  @Text({ max: 100, description: '签名：登录人（或者窗口前申请人）的姓名' })
  signedName: string;
}

/** Ways the applicant chose, each with the signature under its letter. */
export class ChosenWaysDto {
  @Nested(SignatureDto, { optional: true, description: '容缺受理' })
  gaps?: SignatureDto;

  @Nested(SignatureDto, { optional: true, description: '告知承诺' })
  promise?: SignatureDto;
}

export class DraftContentDto {
  @Uuid({ optional: true, description: '改自哪次保存（草稿的 revision）；不给则不比较' })
  replaces?: string;

  @Uuid({ optional: true, description: '这次保存的标识：重发同一次保存用同一个；不给则另起' })
  revision?: string;

  @OpenObject()
  form: Record<string, unknown>;

  @MaterialFiles({ description: '材料：材料编码 → 文件编号' })
  materials: Record<string, string[]>;

  @Nested(ChosenWaysDto, { optional: true, description: '选择的办理方式；不给则不变' })
  ways?: ChosenWaysDto;
}

export class LetterDto {
  @Shown.text()
  title: string;

  @Shown.texts()
  lines: string[];
}

export class OfferDto {
  @Shown.one(LetterDto, '要签署的承诺书')
  letter: LetterDto;

  @Shown.text({ nullable: true, description: '为什么不能用、怎么办；可以用时为空' })
  barred: string | null;
}

export class GapMaterialDto {
  @Shown.text()
  code: string;

  @Shown.text()
  name: string;
}

export class GapsOfferDto extends OfferDto {
  @Shown.list(GapMaterialDto, '还没有、可以容缺后补的材料')
  materials: GapMaterialDto[];

  @Shown.text({ example: '10 个工作日' })
  within: string;
}

export class OffersDto {
  @Shown.one(GapsOfferDto, { nullable: true, description: '容缺受理；没有缺可容时为空' })
  gaps: GapsOfferDto | null;

  @Shown.one(OfferDto, { nullable: true, description: '告知承诺；没有选择时为空' })
  promise: OfferDto | null;
}

export class DraftFormDto {
  @OpenObject({ description: '目前已填的表单' })
  form: Record<string, unknown>;

  @MaterialFiles({ optional: true, description: '材料：材料编码 → 文件编号' })
  materials?: Record<string, string[]>;
}

export class ApplicationFeeDto {
  @Shown.text('收费项目')
  fee: string;

  @Shown.text('哪个事项的收费')
  item: string;

  @Shown.whole({ nullable: true, description: '应缴金额，分；null = 按所填内容算不出，不能提交' })
  amountCents: number | null;
}

export class DraftSituationDto extends SituationDto {
  @Shown.one(OffersDto)
  ways: OffersDto;

  @Shown.list(ApplicationFeeDto, '按所填内容应缴的费用；表单填对之后才有')
  fees: ApplicationFeeDto[];
}

export class EntryDto {
  @Shown.text('窗口前的申请人')
  applicantName: string;

  @Shown.instant('窗口收到材料的时间')
  receivedAt: string;

  @Shown.flag('收到材料的日期早于录入日期')
  late: boolean;

  @Shown.text({ nullable: true })
  queueNumber: string | null;
}

export class OnBehalfDto {
  @Shown.text('委托人')
  name: string;

  @Shown.oneOf(['natural', 'legal'])
  kind: 'natural' | 'legal';

  @Shown.day({ description: '委托的最后一天' })
  to: string;

  @Shown.flag('委托今天有效')
  counts: boolean;
}

export class DraftFileDto {
  @Shown.uuid()
  id: string;

  @Shown.text('上传时的文件名')
  name: string;

  @Shown.whole('字节')
  size: number;
}

export class DraftDto {
  @Shown.uuid()
  id: string;

  @Shown.uuid('最近一次保存的标识')
  revision: string;

  @Shown.text('事项编码')
  item: string;

  @Shown.text()
  itemName: string;

  @Shown.text()
  region: string;

  @Shown.text()
  regionName: string;

  @Shown.open()
  form: Record<string, unknown>;

  @MaterialFiles({ description: '材料：材料编码 → 文件编号' })
  materials: Record<string, string[]>;

  @Shown.list(DraftFileDto, '材料和表单中的文件')
  files: DraftFileDto[];

  @Shown.one(ChosenWaysDto)
  ways: ChosenWaysDto;

  @Shown.one(EntryDto, { nullable: true, description: '窗口代录；本人申请时为空' })
  entry: EntryDto | null;

  @Shown.one(OnBehalfDto, { nullable: true, description: '受谁委托申请；为自己申请时为空' })
  onBehalf: OnBehalfDto | null;

  @Shown.instant()
  updatedAt: string;
}

export class DeletedDraftDto extends DraftDto {
  @Shown.instant('在此之前可以恢复')
  restorableUntil: string;
}

export class DraftListDto {
  @Shown.list(DraftDto)
  items: DraftDto[];

  @Shown.list(DeletedDraftDto, '删除不久、还可以恢复的')
  deleted: DeletedDraftDto[];

  @Shown.text({ nullable: true })
  next: string | null;
}
