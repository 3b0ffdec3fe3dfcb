import { CITY_LEVELS, type CityLevel } from '../../../bpmn/model/vocabulary.js';
import { PostId, Shown, Text, Uuid } from '../../platform/http/index.js';

export class PersonDto {
  @Shown.text()
  id: string;

  @Shown.text()
  name: string;

  @Shown.text({ example: '210381********1234' })
  idNumberMasked: string;

  @Shown.oneOf(['natural', 'legal', 'staff'])
  kind: 'natural' | 'legal' | 'staff';
}

export class OrganisationDto {
  @Shown.text()
  id: string;

  @Shown.text()
  name: string;

  @Shown.text({ nullable: true })
  line: string | null;

  @Shown.oneOf(CITY_LEVELS)
  level: CityLevel;

  @Shown.text({ nullable: true })
  region: string | null;
}

export class PostDto {
  @Shown.text()
  id: string;

  @Shown.text({ example: 'window' })
  role: string;

  @Shown.text()
  title: string;

  @Shown.one(OrganisationDto)
  organisation: OrganisationDto;
}

export class PrincipalDto {
  @Shown.text()
  id: string;

  @Shown.text()
  name: string;

  @Shown.oneOf(['natural', 'legal'])
  kind: 'natural' | 'legal';
}

export class ActingForDto {
  @Shown.uuid('委托的编号')
  authorisation: string;

  @Shown.one(PrincipalDto, '委托人')
  person: PrincipalDto;

  @Shown.texts({ nullable: true, description: '委托办理的事项编码；空为不限事项' })
  items: string[] | null;

  @Shown.day({ description: '最后一天' })
  to: string;
}

export class SessionDto {
  @Shown.one(PersonDto)
  person: PersonDto;

  @Shown.list(PostDto)
  posts: PostDto[];

  @Shown.text({ nullable: true, description: '当前岗位的编号；空为以申请人身份办事' })
  post: string | null;

  @Shown.list(ActingForDto, '今天可以代谁办事')
  principals: ActingForDto[];

  @Shown.one(ActingForDto, { nullable: true, description: '正在代谁办事；空为为自己办事' })
  actingFor: ActingForDto | null;
}

export class ActForDto {
  @Uuid({ nullable: true, description: '委托的编号；空为为自己办事' })
  authorisation: string | null;
}

export class ChoosePostDto {
  @PostId({ nullable: true, description: '岗位编号；空为以申请人身份办事' })
  post: string | null;
}

export class SignInQuery {
  @Text({ max: 500, optional: true, description: '登录后回到的站内地址' })
  returnTo?: string;
}
