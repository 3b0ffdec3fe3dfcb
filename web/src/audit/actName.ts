/** What an act of the audit log is called. */
import type { TFunction } from 'i18next';
import '../shared/locales/audit.js';

/** Acts on a task and acts of the law have their names where they are done. */
const ELSEWHERE: Record<string, string> = { task: 'operation', case: 'law.act' };

/** @returns the act's name; the act itself where it has none */
export function actName(t: TFunction, act: string): string {
  const [object = '', ...rest] = act.split('.');
  const own = `audit.act-${act.replaceAll('.', '-')}`;
  const place = ELSEWHERE[object];
  return t(place ? [own, `${place}.${rest.join('.')}`] : own, { defaultValue: act });
}
