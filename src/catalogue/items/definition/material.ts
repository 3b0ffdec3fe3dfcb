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
  @Slug('材料编码')
  code: string;

  @Line('材料名称')
  name: string;

  @OneOf(['certificate', 'application', 'other'], { description: '材料类型' })
  kind: 'certificate' | 'application' | 'other';

  @OneOf(['paper', 'electronic', 'both'], { description: '材料形式' })
  form: 'paper' | 'electronic' | 'both';

  @OneOf(['required', 'optional', 'deferrable'], { description: '必要性' })
  need: 'required' | 'optional' | 'deferrable';

  @Whole({ min: 0, max: 20, description: '份数' })
  copies: number;

  @OneOf(['government', 'self', 'intermediary'], { description: '来源渠道' })
  source: 'government' | 'self' | 'intermediary';

  @OptionalSlug('可以代替它的证照种类或共享数据，有了就免提交')
  heldAs?: string;

  @OptionalCondition('什么情形下需要；不填为总是')
  when?: string;

  @Pattern(CHILD_KEY, { optional: true, description: '属于一件事中的哪个事项' })
  child?: string;

  @OptionalLine('受理标准')
  acceptance?: string;

  @OptionalLine('空白表格')
  blank?: string;

  @OptionalLine('示范文本')
  filled?: string;

  @OptionalLine('文件格式和大小的要求')
  format?: string;

  @Note()
  note?: string;

  @Verified()
  verified: boolean;
}
