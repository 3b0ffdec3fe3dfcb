import type { Request } from 'express';

/**
 * Whether a request is the API's, however its address is written: what watches, counts and limits must
 * never be narrower than what answers. Routes themselves heed the case (see `createApi`).
 */
export const isForApi = ({ path }: Pick<Request, 'path'>): boolean => /^\/api(\/|$)/i.test(path);

/** Whether a request's address is one of these or stands below it. */
export const isBelow = ({ path }: Pick<Request, 'path'>, addresses: readonly string[]): boolean =>
  addresses.some((address) => path === address || path.startsWith(`${address}/`));
