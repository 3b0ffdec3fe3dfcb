/** Fields that an item has in several places. */
import { Flag, Pattern, Text } from '../../../platform/http/index.js';

const SLUG = /^[a-z][a-z0-9-]{0,63}$/;

/** A code of ours or of the province's: `business-licence`. */
export const Slug = (description?: string) => Pattern(SLUG, { description });
export const OptionalSlug = (description?: string) =>
  Pattern(SLUG, { optional: true, description });

/** A line of text that is there. */
export const Line = (description?: string) => Text({ min: 1, max: 500, description });
export const OptionalLine = (description?: string) =>
  Text({ optional: true, min: 1, max: 500, description });

/** Where it is from, what is special about it. */
export const Note = () => Text({ optional: true, max: 500, description: '说明' });

/** FEEL over `form`. */
export const Condition = (description: string) => Text({ min: 1, max: 1000, description });
export const OptionalCondition = (description: string) =>
  Text({ optional: true, min: 1, max: 1000, description });

/** False while it still has to be checked against the law or the province's list. */
export const Verified = () => Flag({ description: '数据是否已核实；否则页面标“待核实”' });
export const OptionalVerified = () =>
  Flag({ optional: true, description: '数据是否已核实；否则页面标“待核实”' });
