import { CITY_LEVELS, type CityLevel } from '../../../bpmn/model/vocabulary.js';
import { RegionCode, Shown } from '../../platform/http/index.js';

export class RegionDto {
  @Shown.text({ example: '210381003' })
  code: string;

  @Shown.text()
  name: string;

  @Shown.oneOf(CITY_LEVELS)
  level: CityLevel;

  @Shown.text({ nullable: true })
  parent: string | null;
}

export class RegionListDto {
  @Shown.list(RegionDto)
  items: RegionDto[];

  @Shown.text({ nullable: true })
  next: string | null;
}

export class RegionQuery {
  @RegionCode({ optional: true, description: '上级的行政区划代码；不填为市' })
  parent?: string;
}
