/** What keys without a name of their own are called: lines, the city's own bodies, vertical ones. */
import type { TFunction } from 'i18next';

export function nameOf(t: TFunction, dimension: string, key: string, name: string): string {
  if (key === 'vertical') return t('supervision.vertical');
  if (dimension === 'township' && key === 'own') return t('supervision.own-bodies');
  if (dimension === 'county' && key === '210300') return t('supervision.city-bodies');
  if (dimension === 'line')
    return key ? t(`line.${key}`, { defaultValue: key }) : t('supervision.no-line');
  if (dimension === 'level') return t(`level.${key}`, { defaultValue: key });
  if (dimension === 'handler' && !key) return t('supervision.unclaimed');
  if (dimension === 'type') return t(`supervision.type-${key}`, { defaultValue: key });
  return name || key;
}

export const percent = (rate: number | null | undefined): string =>
  rate === null || rate === undefined ? '—' : `${(rate * 100).toFixed(1)}%`;
export const decimal = (value: number | null | undefined): string =>
  value === null || value === undefined ? '—' : value.toFixed(1);
