/** Which services an authorisation is for: any, or those that are looked up and added. */
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/endpoints.js';
import type { ItemSummary } from '../api/model.js';
import { useEnglish } from '../shared/english.js';

/** Found ones shown; the platform takes so many at most. */
const SHOWN = 6;
const MOST = 20;

export type Scope = 'all' | ItemSummary[];

export function ItemChoice({ scope, onChange }: { scope: Scope; onChange: (to: Scope) => void }) {
  const { t } = useTranslation();
  return (
    <fieldset className="field">
      <legend>{t('authorisation.scope')}</legend>
      <div className="choices">
        {(['all', 'some'] as const).map((one) => (
          <label className="choice" key={one}>
            <input
              type="radio"
              name="authorisation-scope"
              checked={(scope === 'all') === (one === 'all')}
              onChange={() => onChange(one === 'all' ? 'all' : [])}
            />
            <span>{t(`authorisation.${one}`)}</span>
          </label>
        ))}
      </div>
      {scope !== 'all' && <Chosen items={scope} onChange={onChange} />}
    </fieldset>
  );
}

function Chosen({ items, onChange }: { items: ItemSummary[]; onChange: (to: Scope) => void }) {
  const { t } = useTranslation();
  const say = useEnglish();
  const [text, setText] = useState('');
  const query = useDeferredValue(text.trim());
  const found = useQuery({
    queryKey: ['items', query],
    queryFn: () => api.items(query),
    enabled: query !== '',
  });
  const others = (found.data?.items ?? []).filter(
    ({ code }) => !items.some((one) => one.code === code),
  );
  return (
    <div className="stack">
      <ul className="plain-list" aria-label={t('authorisation.chosen')}>
        {items.length === 0 && <li className="muted">{t('authorisation.none-chosen')}</li>}
        {items.map((item) => (
          <li key={item.code} className="row between">
            <span>{say(item.name)}</span>
            <button
              type="button"
              className="button button-link button-small"
              aria-label={t('authorisation.remove', { name: say(item.name) })}
              onClick={() => onChange(items.filter(({ code }) => code !== item.code))}
            >
              {t('form.remove')}
            </button>
          </li>
        ))}
      </ul>
      <div className="field">
        <label htmlFor="authorisation-find">{t('authorisation.find')}</label>
        <input
          id="authorisation-find"
          type="search"
          className="form-control"
          autoComplete="off"
          placeholder={t('authorisation.find-hint')}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
      </div>
      <div className="row" aria-live="polite">
        {query !== '' &&
          others.slice(0, SHOWN).map((item) => (
            <button
              key={item.code}
              type="button"
              className="button button-quiet button-small"
              disabled={items.length >= MOST}
              onClick={() => {
                onChange([...items, item]);
                setText('');
              }}
            >
              {t('authorisation.add', { name: say(item.name) })}
            </button>
          ))}
      </div>
    </div>
  );
}
