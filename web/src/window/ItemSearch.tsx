/** Finding an item by how people call it; arrows and Enter choose, as everywhere at the counter. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/endpoints.js';
import type { ItemSummary } from '../api/model.js';
import { ErrorNotice } from '../shared/ui.js';

interface Props {
  id: string;
  value: string;
  /** What stands there at first: the name of an item that is chosen already. */
  name?: string;
  onChange: (code: string) => void;
}

const SHOWN = 8;

export function ItemSearch({ id, value, name = '', onChange }: Props) {
  const { t } = useTranslation();
  const [words, setWords] = useState(name);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const asked = useDeferredValue(words.trim());
  const found = useQuery({
    queryKey: ['items', asked],
    queryFn: () => api.items(asked),
    placeholderData: keepPreviousData,
  });
  const items = (found.data?.items ?? []).slice(0, SHOWN);
  const choose = (item: ItemSummary) => {
    onChange(item.code);
    setWords(item.name);
    setOpen(false);
  };
  const keyed: Record<string, () => void> = {
    ArrowDown: () => (open ? setActive((active + 1) % Math.max(items.length, 1)) : setOpen(true)),
    ArrowUp: () => setActive((active - 1 + items.length) % Math.max(items.length, 1)),
    Enter: () => items[active] && choose(items[active]),
    Escape: () => setOpen(false),
  };
  return (
    <div className="item-search">
      <input
        id={id}
        className="form-control"
        role="combobox"
        autoFocus
        autoComplete="off"
        aria-expanded={open}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        {...(open && items[active] && { 'aria-activedescendant': `${id}-${items[active].code}` })}
        placeholder={t('window.item-search')}
        maxLength={60}
        value={words}
        onFocus={() => setOpen(value === '')}
        onBlur={() => setOpen(false)}
        onChange={(event) => {
          setWords(event.target.value);
          setActive(0);
          setOpen(true);
          if (value) onChange('');
        }}
        onKeyDown={(event) => {
          const act = keyed[event.key];
          if (!act || (event.key === 'Enter' && !open)) return;
          event.preventDefault();
          act();
        }}
      />
      <ul id={`${id}-list`} role="listbox" aria-label={t('window.item')} hidden={!open}>
        {items.map((item, index) => (
          <li
            key={item.code}
            id={`${id}-${item.code}`}
            role="option"
            aria-selected={index === active}
            // The field keeps the focus, and what is pressed is chosen before it would leave it.
            onMouseDown={(event) => {
              event.preventDefault();
              choose(item);
            }}
          >
            {item.name}
          </li>
        ))}
        {items.length === 0 && !found.isPending && (
          <li className="muted" role="option" aria-selected={false} aria-disabled>
            {t('window.no-item')}
          </li>
        )}
      </ul>
      <ErrorNotice error={found.error} />
    </div>
  );
}
