/** What whoever looks supervises, by name: 鞍山市, 海城市, 鞍山市 · 市场监管. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../api/endpoints.js';
import { nameOf } from './names.js';

/** Empty until it is known. */
export function useScopeName(): string {
  const { t } = useTranslation();
  const { data } = useQuery({
    queryKey: ['supervised-scope'],
    queryFn: () => api.supervisedScope(),
    staleTime: Infinity,
  });
  if (!data) return '';
  const { place, line } = data;
  if (place === null) return t('supervision.nothing-supervised');
  return line === null ? place : `${place} · ${nameOf(t, 'line', line, line)}`;
}
