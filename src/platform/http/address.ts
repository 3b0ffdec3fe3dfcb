import type { Request } from 'express';

/** Whence a request comes, as people write it: an IPv4 address without the prefix that IPv6 gives it. */
export const addressOf = ({ ip }: Request): string | undefined => ip?.replace(/^::ffff:/i, '');
