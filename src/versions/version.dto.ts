import { Shown } from '../platform/http/index.js';

export class DifferenceDto {
  @Shown.oneOf(['added', 'removed', 'changed'])
  change: 'added' | 'removed' | 'changed';

  @Shown.text('何处：图元编号、日期、行号')
  place: string;

  @Shown.text('名称；没有名称的即其编号')
  name: string;

  @Shown.text({ nullable: true, description: '原来的内容；null = 原来没有，或要看图' })
  before: string | null;

  @Shown.text({ nullable: true, description: '现在的内容；null = 现在没有，或要看图' })
  after: string | null;
}

export class ReviewDto {
  @Shown.whole({ nullable: true, description: '与哪一版比较；null = 还没有发布过' })
  since: number | null;

  @Shown.whole('共有多少处不同')
  total: number;

  @Shown.list(DifferenceDto, '前面的若干处')
  differences: DifferenceDto[];
}
