import { MOST_INTEGER, Shown, Text, Uuid, Whole } from '../platform/http/index.js';

export class DifferenceDto {
  @Shown.oneOf(['added', 'removed', 'changed'])
  change: 'added' | 'removed' | 'changed';

  @Shown.text('何处：图元编号、日期、行号')
  place: string;

  @Shown.text('名称；没有名称的即其编号')
  name: string;

  @Shown.text({ nullable: true, description: '其中哪一项属性；null = 整个图元、日期、行' })
  property: string | null;

  @Shown.text({ nullable: true, description: '原来的内容；null = 原来没有，或要看图' })
  before: string | null;

  @Shown.text({ nullable: true, description: '现在的内容；null = 现在没有，或要看图' })
  after: string | null;
}

export class ComparedVersionsQuery {
  @Whole({ inQuery: true, min: 1, max: MOST_INTEGER, description: '与哪一版比较' })
  before: number;

  @Whole({
    ...{ inQuery: true, min: 1, max: MOST_INTEGER },
    description: '哪一版；草稿以其发布后的版本号',
  })
  after: number;
}

export class DifferenceListDto {
  @Shown.whole('共有多少处不同')
  total: number;

  @Shown.list(DifferenceDto, '前面的若干处')
  differences: DifferenceDto[];
}

export class ReviewDto extends DifferenceListDto {
  @Shown.whole({ nullable: true, description: '与哪一版比较；null = 还没有发布过' })
  since: number | null;

  @Shown.flag('在草稿开始之后又发布过（或者撤回过）：照此发布，会改回其中的内容')
  outdated: boolean;

  @Shown.uuid('所审核的草稿：发布时原样给出')
  revision: string;

  @Shown.flag('草稿由本人保存；按本市规定须由他人发布的，本人不能发布')
  needsSecondPerson: boolean;
}

/** Of a draft that is kept: which one it was made from, so that none is kept over another unseen. */
export const MadeFrom = () =>
  Uuid({
    optional: true,
    nullable: true,
    description:
      '改自哪一份草稿（版本列表给出，null = 没有草稿）：其后又有人另存的，拒绝保存，不覆盖',
  });

/** Of a draft that is kept: which version its writer knew, so that no newer one is undone unseen. */
export const MadeFromVersion = () =>
  Whole({
    ...{ optional: true, min: 0, max: MOST_INTEGER },
    description:
      '所依据的最新已发布版本（0 = 没有）：其后又发布过的，拒绝，不改回其中的内容；不填，以草稿开始时为准',
  });

/** What every publication names; kinds with terms of their own extend it. */
export class ReviewedDto {
  @MadeFromVersion()
  madeFromVersion?: number;

  @Uuid({
    optional: true,
    description:
      '所审核的草稿（GET review 给出）；之后又有人保存过的，拒绝发布。草稿由本人最后保存的，可以不填',
  })
  revision?: string;
}

/** A publication that says what it changed. */
export class NotedReviewDto extends ReviewedDto {
  @Text({ optional: true, max: 500, description: '这一版改了什么，为什么' })
  note?: string;
}

/** Which draft is not wanted any more. */
export class DroppedDraftQuery {
  @Uuid({ description: '要删去的草稿（版本列表给出）：其后又有人保存过的，拒绝删去' })
  replaces: string;
}
