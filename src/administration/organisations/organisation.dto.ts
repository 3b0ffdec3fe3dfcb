import { CITY_LEVELS, type CityLevel } from '../../../bpmn/model/vocabulary.js';
import {
  ChineseDate,
  Flag,
  OneOf,
  Pattern,
  Patterns,
  RegionCode,
  Shown,
  Text,
  Texts,
} from '../../platform/http/index.js';

export const ORGANISATION_KINDS = [
  'government',
  'department',
  'branch',
  'service-centre',
  'enforcement-team',
  'station',
  'window',
  'zone',
] as const;
type Kind = (typeof ORGANISATION_KINDS)[number];

/** A line (条), as diagrams name it. */
const LINE = /^[a-z][a-z-]{1,39}$/;
const ID = { max: 200 } as const;
const CREDIT_CODE = /^[0-9A-HJ-NPQRTUWXY]{18}$/;

export class ChangedOrganisationDto {
  @Text({ min: 2, max: 100, optional: true })
  name?: string;

  @OneOf(ORGANISATION_KINDS, { optional: true })
  kind?: Kind;

  @Pattern(LINE, { optional: true, nullable: true, description: '条线的代码，如 market' })
  line?: string | null;

  @Patterns(LINE, { most: 40, optional: true, description: '还承担哪些条线' })
  alsoLines?: string[];

  @OneOf(CITY_LEVELS, { optional: true })
  level?: CityLevel;

  @RegionCode({ optional: true, nullable: true, description: '派出机构和开发区没有' })
  region?: string | null;

  @Text({ ...ID, optional: true, nullable: true, description: '上级机构的编号' })
  parent?: string | null;

  @Flag({ optional: true, description: '垂直管理：隶属于上级同一条线' })
  vertical?: boolean;

  @Texts({ most: 100, max: 12, min: 6, optional: true, description: '派出机构服务的区划代码' })
  serviceArea?: string[];

  @Pattern(CREDIT_CODE, { optional: true, nullable: true, description: '统一社会信用代码' })
  creditCode?: string | null;

  @Text({ ...ID, optional: true, nullable: true, description: '受谁委托、以谁的名义和印章办理' })
  inNameOf?: string | null;

  @ChineseDate({ optional: true, description: '从哪天起；不填为今天' })
  validFrom?: string;
}

export class NewOrganisationDto extends ChangedOrganisationDto {
  @Text({ min: 2, max: 100 })
  declare name: string;

  @OneOf(ORGANISATION_KINDS)
  declare kind: Kind;

  @OneOf(CITY_LEVELS)
  declare level: CityLevel;
}

export class ClosingDto {
  @ChineseDate({ optional: true, description: '从哪天起撤销；不填为今天' })
  validFrom?: string;
}

export class OrganisationRowDto {
  @Shown.text()
  id: string;

  @Shown.text()
  name: string;

  @Shown.text()
  kind: string;

  @Shown.text({ nullable: true })
  line: string | null;

  @Shown.oneOf(CITY_LEVELS)
  level: CityLevel;

  @Shown.text({ nullable: true })
  region: string | null;

  @Shown.text({ nullable: true })
  parent: string | null;

  @Shown.flag()
  vertical: boolean;

  @Shown.day()
  validFrom: string;

  @Shown.text({ nullable: true, description: '从哪天起撤销' })
  validTo: string | null;

  @Shown.whole('直接下级的个数')
  below: number;

  @Shown.flag('是否归您管理')
  kept: boolean;
}

export class OrganisationListDto {
  @Shown.list(OrganisationRowDto)
  items: OrganisationRowDto[];
}

export class AboveDto {
  @Shown.text()
  id: string;

  @Shown.text()
  name: string;
}

export class OrganisationDetailDto extends OrganisationRowDto {
  @Shown.texts()
  alsoLines: string[];

  @Shown.texts()
  serviceArea: string[];

  @Shown.texts()
  serviceAreaNames: string[];

  @Shown.text({ nullable: true })
  regionName: string | null;

  @Shown.text({ nullable: true })
  creditCode: string | null;

  @Shown.text({ nullable: true })
  inNameOf: string | null;

  @Shown.text({ nullable: true })
  inNameOfName: string | null;

  @Shown.list(AboveDto, '从最上级起')
  above: AboveDto[];

  @Shown.whole()
  posts: number;

  @Shown.whole()
  openTasks: number;

  @Shown.whole()
  runningCases: number;

  @Shown.whole('职权分工中提到它的条数')
  powers: number;
}

export class FaultDto {
  @Shown.text()
  code: string;

  @Shown.text()
  message: string;
}

export class FaultListDto {
  @Shown.list(FaultDto)
  items: FaultDto[];
}

export class ClosingQuery {
  @ChineseDate({ optional: true, description: '从哪天起撤销；不填为今天' })
  from?: string;
}

export class OrganisationQuery {
  @Text({ ...ID, optional: true, description: '上级机构；不填为没有上级的' })
  parent?: string;

  @Text({ max: 60, optional: true, description: '名称中的字、信用代码或编号的开头' })
  q?: string;

  @Flag({ inQuery: true, optional: true, description: '也列出已撤销的' })
  closed?: boolean;
}

export class NewRegionDto {
  @RegionCode()
  code: string;

  @Text({ min: 2, max: 60 })
  name: string;

  @OneOf(CITY_LEVELS)
  level: CityLevel;

  @RegionCode({ nullable: true })
  parent: string | null;

  @ChineseDate({ optional: true })
  validFrom?: string;
}

export class ChangedRegionDto {
  @Text({ min: 2, max: 60, optional: true })
  name?: string;

  @Flag({ optional: true, description: '从生效日期起撤销' })
  ended?: boolean;

  @ChineseDate({ optional: true })
  validFrom?: string;
}
