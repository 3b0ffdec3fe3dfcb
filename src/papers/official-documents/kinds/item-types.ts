/** Which items a kind of document is for. */
import { typesWith } from '../../../../workflows/item-types/index.js';

/** 行政权力. */
export const POWERS = typesWith(({ power }) => power);

/** 公共服务. */
export const PUBLIC_SERVICES = typesWith(({ power }) => !power);

/** Powers whose grant is a decision of its own. */
export const DECIDED = typesWith(({ grantedBy }) => grantedBy === 'decision');

/** What is granted by a 给付告知书. */
export const BENEFITS = typesWith(({ grantedBy }) => grantedBy === 'benefit-notice');
