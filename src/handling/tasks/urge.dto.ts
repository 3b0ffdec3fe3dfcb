import { Shown, Text } from '../../platform/http/index.js';

export class UrgeDto {
  @Text({ max: 200, optional: true, description: '想对承办人说的话' })
  note?: string;
}

export class UrgedDto {
  @Shown.whole('催办了几个环节')
  tasks: number;
}
