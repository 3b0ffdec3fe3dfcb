/** Which step of paying out is whose; the server decides again on every call. */
import type { Post } from '../api/model.js';

const isCashierOf = (post: Post | null, line: string) =>
  post?.role === 'cashier' && post.organisation.line === line;

export const mayMakeLists = (post: Post | null) =>
  post?.role === 'admin' || isCashierOf(post, 'civil');
export const mayApprove = (post: Post | null) => isCashierOf(post, 'finance');
export const mayCorrect = (post: Post | null) => post?.role === 'agent-desk';
