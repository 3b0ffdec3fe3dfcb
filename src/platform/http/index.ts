/** HTTP as all modules of the API use it. */
export { bodyDigestOf, jsonBody, TakesOneFile } from './body.js';
export { withCommonProblems } from './common-problems.js';
export { holdConnections } from './connections.js';
export { LARGE_BODIES, ReadsLargeBodies, ROOMS } from './large-bodies.js';
export { answerUnreadable } from './unreadable.js';
export { PUBLIC_ROOM } from './upload-room.js';
export { decodeCursor, encodeCursor, FIRST_PAGE, type PageKey } from './cursor.js';
export { CsrfGuard } from './csrf.guard.js';
export {
  ApiKeyed,
  IdempotencyKey,
  keyOf,
  SignedByMachine,
  SIGNED_BY_MACHINE,
  takesKey,
  UUID,
} from './decorators.js';
export {
  CaseNumber,
  ChineseDate,
  Cursor,
  Decimal,
  Flag,
  Instant,
  ItemCode,
  ListOf,
  MaterialFiles,
  MOST_INTEGER,
  Nested,
  OneOf,
  OpenObject,
  Pattern,
  Plain,
  Patterns,
  Period,
  Periods,
  PostId,
  RegionCode,
  SentFile,
  Shown,
  Text,
  Texts,
  Uuid,
  Uuids,
  Whole,
} from './fields/index.js';
export { addressOf } from './address.js';
export { isLoopback } from './network.js';
export { ApiFile, fileAnswer } from './file-answer.js';
export { ProblemFilter } from './problem.filter.js';
export { ApiProblems, ProblemDto } from './problem.dto.js';
export type { Problem, ProblemItem } from './problem.js';
export { addressRateLimit, AddressRateLimitGuard, PersonRateLimitGuard } from './rate-limit.js';
export { requestTrace } from './request-trace.js';
export { securityHeaders } from './security.js';
export { shapeFaults, validationPipe } from './validation.js';
export { serveWeb } from './web.js';
