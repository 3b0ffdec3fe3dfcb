/** One decorator a field: what is asked, what is shown, and what means the same everywhere. */
export {
  Decimal,
  Flag,
  Instant,
  ListOf,
  Nested,
  OneOf,
  OpenObject,
  Pattern,
  Plain,
  Patterns,
  SentFile,
  Text,
  Texts,
  Uuid,
  Uuids,
  Whole,
} from './asked.js';
export {
  CaseNumber,
  ChineseDate,
  Cursor,
  ItemCode,
  MaterialFiles,
  MOST_INTEGER,
  Period,
  Periods,
  PostId,
  RegionCode,
} from './named.js';
export { Shown } from './shown.js';
