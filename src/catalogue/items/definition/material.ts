import { OneOf, Pattern, Whole } from '../../../platform/http/index.js';
import { CHILD_KEY } from './parts.js';
import {
  Line,
  Note,
  OptionalCondition,
  OptionalLine,
  OptionalSlug,
  Slug,
  Verified,
} from './words.js';

/** 申请材料. */
export class Material {
  @Slug()
  code: string;

  @Line()
  name: string;

  @OneOf(['certificate', 'application', 'other'])
  kind: 'certificate' | 'application' | 'other';

  @OneOf(['paper', 'electronic', 'both'])
  form: 'paper' | 'electronic' | 'both';

  @OneOf(['required', 'optional', 'deferrable'])
  need: 'required' | 'optional' | 'deferrable';

  @Whole({ min: 0, max: 20 })
  copies: number;

  @OneOf(['government', 'self', 'intermediary'])
  source: 'government' | 'self' | 'intermediary';

  @OptionalSlug('可以代替它的证照种类或共享数据，有了就免提交')
  heldAs?: string;

  @OptionalCondition('什么情形下需要；不填为总是')
  when?: string;

  @Pattern(CHILD_KEY, { optional: true, description: '属于一件事中的哪个事项' })
  child?: string;

  @OptionalLine('受理标准')
  acceptance?: string;

  @Note()
  note?: string;

  @Verified()
  verified: boolean;
}
