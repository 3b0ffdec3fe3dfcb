import { ChineseDate, PostId, Shown, Text } from '../../platform/http/index.js';

export class DeputyDto {
  @Shown.uuid()
  id: string;

  @Shown.text()
  personId: string;

  @Shown.text()
  personName: string;

  @Shown.text()
  deputyId: string;

  @Shown.text()
  deputyName: string;

  @Shown.text({ nullable: true })
  postId: string | null;

  @Shown.text({ nullable: true })
  postTitle: string | null;

  @Shown.day()
  from: string;

  @Shown.day()
  to: string;

  @Shown.text()
  reason: string;

  @Shown.flag('今天有效')
  active: boolean;
}

export class NewDeputyDto {
  @Text({ max: 200, description: '代理人的岗位' })
  deputy: string;

  @PostId({ optional: true, description: '只代理我的这个岗位；不填为全部' })
  post?: string;

  @ChineseDate({ description: '第一天' })
  from: string;

  @ChineseDate({ description: '最后一天' })
  to: string;

  @Text({ max: 200, optional: true })
  reason?: string;
}
