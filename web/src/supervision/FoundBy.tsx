/** Searching a list: words, and from which day to which. What is typed stands in the address when it is left or entered. */
import { Input } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParamsState } from './filter.js';

/** What the address asks for; empty parts are left out. */
export const foundByIn = (params: URLSearchParams) => ({
  q: params.get('q') || undefined,
  since: params.get('since') || undefined,
  until: params.get('until') || undefined,
});

export function FoundBy() {
  const { t } = useTranslation();
  const [params, change] = useParamsState();
  const asked = params.get('q') ?? '';
  const [words, setWords] = useState(asked);
  useEffect(() => setWords(asked), [asked]);
  const ask = (value: string) => change({ q: value.trim() || undefined });
  const day = (name: 'since' | 'until') => (
    <label className="row small">
      {t(`supervision.${name}`)}
      <input
        type="date"
        className="date-field"
        value={params.get(name) ?? ''}
        onChange={(event) => change({ [name]: event.target.value || undefined })}
      />
    </label>
  );
  return (
    <span className="row no-print" role="search">
      <Input.Search
        size="small"
        allowClear
        style={{ width: '15rem' }}
        maxLength={64}
        aria-label={t('supervision.search')}
        placeholder={t('supervision.search')}
        value={words}
        onChange={(event) => setWords(event.target.value)}
        onSearch={ask}
        data-testid="list-search"
      />
      {day('since')}
      {day('until')}
    </span>
  );
}
