/** 快速前往, by Ctrl+K: a page by its name, a task by its applicant, a case by its number. */
import { useQuery } from '@tanstack/react-query';
import { useState, type KeyboardEvent as Press } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api } from '../api/endpoints.js';
import type { TaskSummary } from '../api/model.js';
import { usePlaces } from '../shared/shell/Header.js';
import './day.css';

interface Way {
  to: string;
  name: string;
  about: string;
}

const VIEWS = ['mine', 'pool'] as const;
/** A case's number is longer; its beginning finds tasks. */
const NUMBER = /^\d{12,30}$/;

/** Tasks of one's own and of the department's pool that the words find. */
function useFound(words: string): Way[] {
  const { t } = useTranslation();
  const { data = [] } = useQuery({
    queryKey: ['tasks', 'palette', words],
    queryFn: async () => {
      const pages = await Promise.all(VIEWS.map((view) => api.tasks({ view, q: words })));
      return pages.flatMap(({ items }, at) =>
        items.slice(0, 5).map((task) => ({ task, view: VIEWS[at]! })),
      );
    },
    enabled: words.length > 1,
  });
  const wayTo = ({ task, view }: { task: TaskSummary; view: string }): Way => ({
    to: `/workbench/${view}/${encodeURIComponent(task.id)}`,
    name: `${task.name} · ${task.applicantName}`,
    about: `${t(`bench.${view}`)} ${task.caseNumber}`,
  });
  return words.length > 1 ? data.map(wayTo) : [];
}

function useWays(typed: string): Way[] {
  const { t } = useTranslation();
  const words = typed.trim();
  const found = useFound(words);
  const places = usePlaces().map(({ to, key }) => ({ to, name: t(key), about: t('day.page') }));
  const named = places.filter(({ name }) => name.toLowerCase().includes(words.toLowerCase()));
  const number: Way[] = NUMBER.test(words)
    ? [{ to: `/workbench/cases/${words}`, name: words, about: t('day.case') }]
    : [];
  return [...number, ...named, ...found];
}

export default function Ways({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const ways = useWays(typed);
  const chosen = Math.min(at, ways.length - 1);
  const go = (way: Way | undefined) => {
    if (!way) return;
    onClose();
    void navigate(way.to);
  };
  const press = (event: Press) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setAt((chosen + step + ways.length) % Math.max(1, ways.length));
    }
    // What an input method is still composing is not meant yet.
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) go(ways[chosen]);
  };
  return (
    <>
      <input
        // It is asked for by a key, and is all that is asked.
        autoFocus
        role="combobox"
        aria-expanded="true"
        aria-controls="palette-ways"
        aria-activedescendant={ways[chosen] && `palette-${chosen}`}
        aria-label={t('day.palette')}
        placeholder={t('day.palette-hint')}
        autoComplete="off"
        data-testid="palette"
        value={typed}
        onKeyDown={press}
        onChange={({ target }) => {
          setTyped(target.value);
          setAt(0);
        }}
      />
      <ul id="palette-ways" role="listbox" aria-label={t('day.palette')}>
        {ways.map((way, index) => (
          <li
            key={way.to}
            id={`palette-${index}`}
            role="option"
            aria-selected={index === chosen}
            onClick={() => go(way)}
          >
            <span>{way.name}</span>
            <span className="small muted">{way.about}</span>
          </li>
        ))}
      </ul>
      {ways.length === 0 && <p role="status">{t('day.palette-none')}</p>}
    </>
  );
}
