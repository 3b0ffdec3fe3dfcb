import { RETENTION_PERIODS, type RetentionPeriod } from '../../../../workflows/item-types/index.js';
import { OneOf } from '../../../platform/http/index.js';
import { Line, OptionalVerified } from './words.js';

/** 保管期限 of an item's cases, where it is not its type's. */
export class ItemRetention {
  @OneOf(RETENTION_PERIODS, { description: '保管期限：永久、30年、10年' })
  period: RetentionPeriod;

  @Line('依据')
  source: string;

  @OptionalVerified()
  verified?: boolean;
}
