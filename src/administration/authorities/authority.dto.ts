import { CITY_LEVELS, type CityLevel } from '../../../bpmn/model/vocabulary.js';
import { ChineseDate, ItemCode, OneOf, Pattern, Shown, Text } from '../../platform/http/index.js';

const LINE = /^[a-z][a-z-]{1,39}$/;
const BODY = { max: 200, optional: true, nullable: true } as const;

export class AuthorityKeyDto {
  @ItemCode()
  item: string;

  @Text({ min: 1, max: 200, description: '区划代码（其全境），或开发区的编号' })
  area: string;

  @Pattern(LINE, { description: '流程里的条线' })
  replacesLine: string;

  @OneOf(CITY_LEVELS, { description: '流程里的层级' })
  replacesLevel: CityLevel;

  @ChineseDate({ optional: true, description: '从哪天起；不填为今天' })
  validFrom?: string;
}

export class NewAuthorityDto extends AuthorityKeyDto {
  @Text({ ...BODY, description: '由哪个机构办理' })
  organisation?: string | null;

  @Pattern(LINE, { optional: true, nullable: true, description: '或者：由哪条线' })
  line?: string | null;

  @OneOf(CITY_LEVELS, { optional: true, nullable: true, description: '哪一级的机构办理' })
  level?: CityLevel | null;

  @Text({ ...BODY, description: '受委托的：以哪个机关的名义和印章' })
  inNameOf?: string | null;

  @Text({ ...BODY, description: '审批局办理的：结果推送给哪个行业主管部门（审管联动）' })
  regulator?: string | null;

  @Text({ max: 500, optional: true, description: '依据或说明' })
  note?: string;
}

export class AuthorityRowDto {
  @Shown.text()
  item: string;

  @Shown.text({ nullable: true })
  itemName: string | null;

  @Shown.text()
  area: string;

  @Shown.text({ nullable: true })
  areaName: string | null;

  @Shown.text()
  replacesLine: string;

  @Shown.text()
  replacesLevel: string;

  @Shown.text({ nullable: true })
  line: string | null;

  @Shown.text({ nullable: true })
  level: string | null;

  @Shown.text({ nullable: true })
  organisation: string | null;

  @Shown.text({ nullable: true })
  organisationName: string | null;

  @Shown.text({ nullable: true })
  inNameOf: string | null;

  @Shown.text({ nullable: true })
  inNameOfName: string | null;

  @Shown.text({ nullable: true })
  regulator: string | null;

  @Shown.text({ nullable: true })
  regulatorName: string | null;

  @Shown.text()
  note: string;

  @Shown.flag('是否归您管理')
  kept: boolean;
}

export class AuthorityListDto {
  @Shown.list(AuthorityRowDto)
  items: AuthorityRowDto[];
}

class ChangedOutcomeDto {
  @Shown.text()
  area: string;

  @Shown.text()
  areaName: string;

  @Shown.text({ nullable: true, description: '现在由谁办理；空 = 没有' })
  before: string | null;

  @Shown.text({ nullable: true })
  after: string | null;
}

export class AuthorityPreviewDto {
  @Shown.list(ChangedOutcomeDto, '办理机构会变的地方')
  changed: ChangedOutcomeDto[];

  @Shown.whole('这些地方在办的办件：仍由现在的机构办完')
  running: number;
}

class AuthorityGapDto {
  @Shown.text()
  item: string;

  @Shown.text()
  itemName: string;

  @Shown.text()
  area: string;

  @Shown.text()
  areaName: string;

  @Shown.text()
  line: string;

  @Shown.oneOf(CITY_LEVELS)
  level: CityLevel;
}

export class AuthorityGapListDto {
  @Shown.list(AuthorityGapDto)
  items: AuthorityGapDto[];
}

export class AuthorityQuery {
  @ItemCode({ optional: true })
  item?: string;

  @Text({ max: 200, optional: true, description: '提到某个机构的' })
  organisation?: string;
}
