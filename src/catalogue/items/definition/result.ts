import { Nested, OneOf, Pattern, Whole } from '../../../platform/http/index.js';
import { Line, Note, OptionalLine, OptionalSlug, OptionalVerified } from './words.js';

const LENGTH = /^\d{1,4}(wd|d)$/;

/** How a licence is renewed (行政许可法 50); what is left out is the permit law's. */
export class ItemRenewal {
  @Pattern(/^[1-9]\d{0,3}[ymd]$/, {
    optional: true,
    description: '延续多久：5y、3m、90d；不填为有效年数，再没有则为原来的长度',
  })
  term?: string;

  @Pattern(LENGTH, { optional: true, description: '最早在届满前多久提出：90wd、60d' })
  notBefore?: string;

  /** By article 50 thirty days. */
  @Pattern(LENGTH, { optional: true, description: '最迟在届满前多久提出' })
  notAfter?: string;

  @OptionalLine('依据')
  basis?: string;

  @Note()
  note?: string;

  @OptionalVerified()
  verified?: boolean;
}

/** 办理结果. */
export class ItemResult {
  @Line('结果名称')
  name: string;

  @OptionalLine('结果样本')
  sample?: string;

  @OneOf(['licence', 'document', 'receipt', 'none'], { description: '结果类型' })
  kind: 'licence' | 'document' | 'receipt' | 'none';

  @OptionalSlug('证照种类')
  licenceType?: string;

  @OptionalLine('证号的样式')
  numberPattern?: string;

  @Whole({ optional: true, min: 1, max: 100, description: '有效几年' })
  validYears?: number;

  @Nested(ItemRenewal, { optional: true, description: '延续' })
  renewal?: ItemRenewal;
}
