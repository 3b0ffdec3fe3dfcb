/** Whom an address belongs to: IPv4 is one subscriber's, of IPv6 a subscriber has a /64 (RFC 6177). */
import { isIPv6 } from 'node:net';

/** The same for all addresses of one subscriber; empty when the connection is gone. */
export function network(address = ''): string {
  const [, mapped] = /^::ffff:([\d.]+)$/i.exec(address) ?? [];
  if (mapped) return mapped;
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.split('%')[0]!.split('::');
  const groups = (text: string): string[] => (text ? text.split(':') : []);
  const [before, after] = [groups(head), groups(tail ?? '')];
  const zeros = Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0');
  const all = tail === undefined ? before : [...before, ...zeros, ...after];
  return all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}

/** Whether a request comes from this very machine (RFC 6890). */
export const isLoopback = (address = ''): boolean =>
  address === '::1' || /^(::ffff:)?127\./i.test(address);
