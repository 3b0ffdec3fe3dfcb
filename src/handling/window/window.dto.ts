import {
  ChineseDate,
  ItemCode,
  OneOf,
  Pattern,
  RegionCode,
  Text,
} from '../../platform/http/index.js';

export class NewEntryDto {
  @ItemCode({ description: '事项编码' })
  item: string;

  @RegionCode({ description: '办理所在地的行政区划代码；可以不是本窗口所在地（异地代收）' })
  region: string;

  @OneOf(['natural', 'legal'])
  kind: 'natural' | 'legal';

  @Pattern(/^[0-9A-Z]{18}$/, { description: '身份证号码，或者统一社会信用代码' })
  idNumber: string;

  @Text({ min: 2, max: 100 })
  name: string;

  @ChineseDate({ optional: true, description: '收到纸质材料的日期；不写就是今天' })
  receivedOn?: string;

  @Text({ max: 20, optional: true, description: '排队号' })
  queueNumber?: string;
}
