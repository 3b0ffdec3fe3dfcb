import { POST_ROLES } from '../../people/index.js';
import {
  ChineseDate,
  Cursor,
  Flag,
  OneOf,
  PostId,
  Shown,
  Text,
} from '../../platform/http/index.js';

const ID = { max: 200 } as const;
const Title = () => Text({ min: 2, max: 60, description: '岗位名称' } as const);
const CERTIFICATE = { max: 40, optional: true, nullable: true, description: '执法证号' } as const;

export class NewStaffDto {
  @Text({ min: 2, max: 40 })
  name: string;

  @Text({ min: 15, max: 18, description: '居民身份证号码：只用来识别，不保存' })
  idNumber: string;
}

export class ReasonGivenDto {
  @Text({ min: 1, max: 500 })
  reason: string;
}

export class NewPostDto {
  @Text({ min: 1, ...ID })
  organisation: string;

  @OneOf(POST_ROLES)
  role: (typeof POST_ROLES)[number];

  @Title()
  title: string;

  @Text(CERTIFICATE)
  certificate?: string | null;

  @ChineseDate({ optional: true, description: '从哪天起任职；不填为今天' })
  validFrom?: string;

  @ChineseDate({ optional: true, nullable: true, description: '从哪天起不再任职' })
  validTo?: string | null;
}

export class ChangedPostDto {
  @Text({ min: 2, max: 60, optional: true })
  title?: string;

  @Text(CERTIFICATE)
  certificate?: string | null;
}

export class EndedPostDto extends ReasonGivenDto {
  @ChineseDate({ optional: true, description: '从哪天起不再任职；不填为今天，即时生效' })
  validFrom?: string;

  @PostId({ optional: true, description: '手上的任务交给哪个岗位；不填为退回待领取' })
  successor?: string;
}

export class PostLineDto {
  @Shown.text()
  id: string;

  @Shown.text()
  person: string;

  @Shown.text()
  personName: string;

  @Shown.flag('账号已锁定')
  locked: boolean;

  @Shown.text()
  organisation: string;

  @Shown.text()
  organisationName: string;

  @Shown.text({ example: 'handler' })
  role: string;

  @Shown.text()
  title: string;

  @Shown.text({ nullable: true })
  certificate: string | null;

  @Shown.day()
  validFrom: string;

  @Shown.text({ nullable: true, description: '从哪天起不再任职' })
  validTo: string | null;

  @Shown.flag('今天在任')
  held: boolean;
}

export class PostLineListDto {
  @Shown.list(PostLineDto)
  items: PostLineDto[];

  @Shown.text({ nullable: true })
  next: string | null;
}

export class StaffMemberDto {
  @Shown.text()
  id: string;

  @Shown.text()
  name: string;

  @Shown.instant({ nullable: true })
  lockedAt: Date | string | null;

  @Shown.text({ nullable: true })
  lockedBy: string | null;

  @Shown.text({ nullable: true })
  lockReason: string | null;

  @Shown.whole('手上没有办完的任务')
  tasks: number;

  @Shown.list(PostLineDto)
  posts: PostLineDto[];

  @Shown.texts('已离任、手上还有任务的岗位：须再办交接')
  unfinished: string[];
}

export class StaffQuery {
  @Text({ ...ID, optional: true, description: '哪个机构的' })
  organisation?: string;

  @Text({ max: 60, optional: true, description: '姓名或岗位名称中的字' })
  q?: string;

  @Flag({ inQuery: true, optional: true, description: '也列出已离任的' })
  past?: boolean;

  @Cursor()
  cursor?: string;
}

export class HandOverQuery {
  @ChineseDate({ optional: true, description: '从哪天起不再任职；不填为今天' })
  from?: string;
}

class HeldTaskDto {
  @Shown.text()
  task: string;

  @Shown.text()
  caseNumber: string;

  @Shown.text()
  name: string;

  @Shown.instant({ nullable: true })
  dueAt: Date | string | null;

  @Shown.flag('点名由本人办理：须选择接手的人')
  personal: boolean;
}

class ColleagueDto {
  @Shown.text()
  post: string;

  @Shown.text()
  person: string;

  @Shown.text()
  personName: string;

  @Shown.text()
  title: string;
}

export class HandOverPreviewDto {
  @Shown.list(HeldTaskDto)
  tasks: HeldTaskDto[];

  @Shown.whole('其中点名由本人办理的')
  personal: number;

  @Shown.whole('同样岗位待领取的任务')
  waiting: number;

  @Shown.whole('还没有轮到的加签')
  signOffs: number;

  @Shown.whole('委派给别人、等交回的')
  delegations: number;

  @Shown.list(ColleagueDto, '同一机构同样岗位、那天在任的人')
  colleagues: ColleagueDto[];
}
