import { FORMATS, PeriodQuery } from './query.dto.js';
import { MOST_INTEGER, OneOf, Shown, Text, Whole } from '../../platform/http/index.js';

export class HeatQuery extends PeriodQuery {
  @Text({ max: 64 })
  process: string;

  @Whole({ inQuery: true, min: 1, max: MOST_INTEGER })
  version: number;
}

export class HeatFileQuery extends HeatQuery {
  @OneOf(FORMATS)
  format: 'csv' | 'xlsx';
}

export class HeatVersionDto {
  @Shown.text()
  process: string;

  @Shown.text()
  name: string;

  @Shown.whole()
  version: number;

  @Shown.oneOf(['draft', 'published', 'retired'])
  state: 'draft' | 'published' | 'retired';

  @Shown.whole('在这一版本上的在办件')
  open: number;
}

export class HeatVersionListDto {
  @Shown.list(HeatVersionDto)
  items: HeatVersionDto[];
}

export class HeatElementDto {
  @Shown.text()
  element: string;

  @Shown.text()
  name: string;

  @Shown.whole()
  open: number;

  @Shown.whole()
  count: number;

  @Shown.number({ nullable: true })
  medianHours: number | null;

  @Shown.number({ nullable: true })
  p90Hours: number | null;

  @Shown.whole()
  late: number;
}

export class HeatDto {
  @Shown.text()
  xml: string;

  @Shown.list(HeatElementDto)
  elements: HeatElementDto[];
}
