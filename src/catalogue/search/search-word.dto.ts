import { Shown, Text, Texts } from '../../platform/http/index.js';

export class SearchWordDto {
  @Shown.text('群众的说法')
  word: string;

  @Shown.texts('目录中的说法')
  means: string[];

  @Shown.text()
  changedBy: string;

  @Shown.instant()
  changedAt: string | Date;
}

export class SearchMissDto {
  @Shown.text('没有找到的搜索')
  text: string;

  @Shown.whole('搜了几次')
  times: number;

  @Shown.instant()
  lastAt: string | Date;
}

export class SearchWordListDto {
  @Shown.list(SearchWordDto)
  words: SearchWordDto[];

  @Shown.list(SearchMissDto, '没有找到的搜索，多的在前')
  misses: SearchMissDto[];
}

export class SetSearchWordDto {
  @Text({ min: 2, max: 30, description: '群众的说法' })
  word: string;

  @Texts({ most: 20, min: 1, max: 50, description: '目录中的说法，任一即可' })
  means: string[];
}

export class RemoveSearchWordDto {
  @Text({ min: 1, max: 30, description: '群众的说法' })
  word: string;
}
