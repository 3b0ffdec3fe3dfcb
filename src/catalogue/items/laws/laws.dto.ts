import { ChineseDate, OneOf, Shown, Text } from '../../../platform/http/index.js';
import { RANKS } from '../definition/index.js';

export class ArticleQuery {
  @Text({ max: 100, optional: true, description: '法律法规名称中的字词' })
  q?: string;
}

export class ArticleOfQuery {
  @Text({ min: 1, max: 500, description: '名称' })
  law: string;

  @Text({ max: 500, description: '第几条；没有的为空' })
  article: string;
}

export class ArticleRowDto {
  @Shown.text()
  law: string;

  @Shown.text()
  article: string;

  @Shown.text({ nullable: true, description: '效力层级' })
  rank: string | null;

  @Shown.text({ nullable: true, description: '今天的条文；null = 没有登记，或已废止' })
  text: string | null;

  @Shown.day({ nullable: true })
  validFrom: string | null;

  @Shown.day({ nullable: true, description: '自哪天起另有规定' })
  changesOn: string | null;

  @Shown.flag('已废止')
  repealed: boolean;

  @Shown.whole('以它为依据的事项')
  items: number;

  @Shown.whole('其中所引条文与今天不同的事项')
  differing: number;
}

export class ArticleListDto {
  @Shown.list(ArticleRowDto)
  items: ArticleRowDto[];

  @Shown.text({ nullable: true })
  next: string | null;
}

export class ArticleVersionDto {
  @Shown.day()
  validFrom: string;

  @Shown.text({ nullable: true, description: '条文；null = 废止' })
  text: string | null;

  @Shown.text()
  source: string;

  @Shown.text()
  notedBy: string;

  @Shown.instant()
  notedAt: Date;
}

export class TouchedItemDto {
  @Shown.text()
  code: string;

  @Shown.text()
  name: string;

  @Shown.text({ nullable: true, description: '事项所引的条文' })
  quotes: string | null;

  @Shown.flag('与今天的条文一致')
  agrees: boolean;
}

export class ArticleDto {
  @Shown.list(ArticleVersionDto, '从新到旧')
  versions: ArticleVersionDto[];

  @Shown.list(TouchedItemDto, '以它为依据的事项')
  items: TouchedItemDto[];
}

export class NewArticleDto {
  @Text({ min: 1, max: 500, description: '法律、法规、规章、文件的名称' })
  law: string;

  @Text({ max: 500, description: '第几条' })
  article: string;

  @OneOf(RANKS, { description: '效力层级' })
  rank: (typeof RANKS)[number];

  @Text({ min: 1, max: 5000, nullable: true, description: '条文；null = 废止' })
  text: string | null;

  @ChineseDate({ description: '自哪天起' })
  validFrom: string;

  @Text({ min: 2, max: 200, description: '公布它的文件' })
  source: string;
}
