/** What the catalogue says in Chinese, on English pages in English where it has a translation. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Say } from './english-words.js';

const asItIs: Say = (said) => said;

/**
 * Says a text of the catalogue, or all texts of a thing from it, in the page's language; the Chinese where
 * nobody translated it, and until the translations are there. Not for what people filled in.
 * @param code the item whose guide is shown; left out = only names, results and lines, of all items
 */
export function useEnglish(code?: string): Say {
  const english = useTranslation().i18n.language === 'en';
  const { data } = useQuery({
    queryKey: ['english', code ?? null],
    queryFn: async () => (await import('./english-words.js')).wordsOf(code),
    enabled: english,
    staleTime: 300_000,
  });
  return (english && data) || asItIs;
}
