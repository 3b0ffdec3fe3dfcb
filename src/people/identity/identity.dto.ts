import { CITY_LEVELS, type CityLevel } from '../../../bpmn/model/vocabulary.js';
import { PostId, Shown, Text } from '../../platform/http/index.js';

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

export class SessionDto {
  @Shown.one(PersonDto)
  person: PersonDto;

  @Shown.list(PostDto)
  posts: PostDto[];

  @Shown.text({ nullable: true, description: '当前岗位的编号；空为以申请人身份办事' })
  post: string | null;
}

export class ChoosePostDto {
  @PostId({ nullable: true, description: '岗位编号；空为以申请人身份办事' })
  post: string | null;
}

export class SignInQuery {
  @Text({ max: 500, optional: true, description: '登录后回到的站内地址' })
  returnTo?: string;
}
