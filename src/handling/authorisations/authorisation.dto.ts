import {
  ChineseDate,
  ItemCode,
  Nested,
  OneOf,
  Pattern,
  Patterns,
  Shown,
  Text,
  Uuid,
} from '../../platform/http/index.js';

/** Items that one authorisation names at most. */
export const MOST_ITEMS = 20;
const ID_NUMBER = /^\d{17}[0-9X]$/;

export class NamedPersonDto {
  @Pattern(ID_NUMBER, { description: '身份证号码' })
  idNumber: string;

  @Text({ min: 2, max: 100 })
  name: string;
}

export class PrincipalNamedDto {
  @OneOf(['natural', 'legal'])
  kind: 'natural' | 'legal';

  @Pattern(/^[0-9A-Z]{18}$/, {
    description: '身份证号码，或者统一社会信用代码',
  })
  idNumber: string;

  @Text({ min: 2, max: 100 })
  name: string;
}

/** 民法典 165: who, for what, with which power, from when to when; signed by the principal. */
export class NewAuthorisationDto {
  @Nested(NamedPersonDto, { description: '代办人' })
  agent: NamedPersonDto;

  @Patterns(/^[0-9A-Z]{12}$/, {
    ...{ optional: true, least: 1, most: MOST_ITEMS },
    description: '委托办理的事项编码；不给就是不限事项',
  })
  items?: string[];

  @ChineseDate({ description: '第一天' })
  from: string;

  @ChineseDate({ description: '最后一天' })
  to: string;

  @Text({ max: 100, description: '签名：委托人的姓名或者名称' })
  signedName: string;
}

export class PaperAuthorisationDto extends NewAuthorisationDto {
  @Nested(PrincipalNamedDto, { description: '委托人' })
  principal: PrincipalNamedDto;

  @Uuid({ description: '委托人签名（盖章）的授权委托书' })
  paper: string;
}

export class AuthorisedItemDto {
  @ItemCode()
  code: string;

  @Shown.text()
  name: string;
}

export class AuthorisationDto {
  @Shown.uuid()
  id: string;

  @Shown.text('委托人')
  principalName: string;

  @Shown.text('代办人')
  agentName: string;

  @Shown.list(AuthorisedItemDto, {
    nullable: true,
    description: '委托办理的事项；空为不限事项',
  })
  items: AuthorisedItemDto[] | null;

  @Shown.day()
  from: string;

  @Shown.day()
  to: string;

  @Shown.instant()
  givenAt: string;

  @Shown.text({
    nullable: true,
    description: '在哪个窗口登记的；网上委托的为空',
  })
  window: string | null;

  @Shown.uuid({ nullable: true, description: '窗口收的授权委托书' })
  paper: string | null;

  @Shown.oneOf(['coming', 'counts', 'over', 'revoked'])
  state: 'coming' | 'counts' | 'over' | 'revoked';

  @Shown.instant({ nullable: true })
  revokedAt: string | null;

  @Shown.whole('已经据此提交的办件数')
  cases: number;
}

export class AuthorisationListDto {
  @Shown.list(AuthorisationDto, '我委托别人的')
  given: AuthorisationDto[];

  @Shown.list(AuthorisationDto, '别人委托我的')
  received: AuthorisationDto[];
}
