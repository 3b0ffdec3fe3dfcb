/** The way of a draft: whose turn it is, what it changes in the version in force, what is said at its elements. */
import { Collapse } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ItemEntry } from '../api/model.js';
import { Differences } from '../shared/versions/Differences.js';
import { momentText } from '../shared/time.js';
import { ErrorNotice, Loading, Notice } from '../shared/ui.js';
import { Comments } from './EntryComments.js';
import { useEntry } from './useEntry.js';
import '../shared/locales/entry.js';

interface Props {
  code: string;
  /** Beside a task: the item's own page is a link away. */
  beside?: boolean;
  /** Opens the section of an element. */
  onOpen?: (place: string) => void;
}

export default function EntryPanel({ code, beside = false, onOpen }: Props) {
  const { t } = useTranslation();
  const query = useEntry(code);
  const [place, setPlace] = useState<string | null>(null);
  const entry = query.data;
  if (!entry) return query.error ? <ErrorNotice error={query.error} /> : <Loading lines={3} />;
  const { running, entries } = entry;
  const nothing = !running && (beside || (!entry.byWay && entries.length === 0));
  if (nothing && !beside) return null;
  return (
    <section className="card stack" data-testid="entry" aria-label={t('entry.title')}>
      <Standing entry={entry} beside={beside} />
      {beside && <Link to={`/catalogue/${code}`}>{t('entry.open-item')}</Link>}
      {running && (
        <>
          <Comments code={code} entry={entry} place={place} setPlace={setPlace} onOpen={onOpen} />
          <h3>{t('entry.differences')}</h3>
          <Differences
            compared={{ before: entry.since, after: (entry.since ?? 0) + 1, ...entry }}
            onPlace={entry.mayComment ? setPlace : onOpen}
          />
        </>
      )}
      {!beside && entries.length > 0 && <Past entries={entries} />}
    </section>
  );
}

function Standing({ entry, beside }: { entry: ItemEntry; beside: boolean }) {
  const { t } = useTranslation();
  const { running, task, byWay } = entry;
  if (!running) return byWay && !beside ? <Notice tone="info">{t('entry.only-way')}</Notice> : null;
  const said = running.step
    ? t('entry.at', { step: running.step, department: running.departmentName ?? '' })
    : t('entry.moving');
  return (
    <Notice tone={running.withAuthor ? 'warning' : 'info'} testId="entry-standing">
      <p>{running.withAuthor ? t('entry.returned') : said}</p>
      {!beside && (
        <p>
          {task ? (
            <Link to={`/workbench/pool/${task.id}`} data-testid="entry-task">
              {t('entry.task', { name: task.name })}
            </Link>
          ) : (
            <Link to={`/workbench/cases/${running.caseNumber}`}>
              {t('entry.case', { number: running.caseNumber })}
            </Link>
          )}
        </p>
      )}
    </Notice>
  );
}

function Past({ entries }: { entries: ItemEntry['entries'] }) {
  const { t } = useTranslation();
  const children = (
    <ul className="plain-list">
      {entries.map(({ caseNumber, handedInBy, handedInAt, ended, version }) => (
        <li key={caseNumber}>
          <Link to={`/workbench/cases/${caseNumber}`} className="number">
            {caseNumber}
          </Link>{' '}
          {t('entry.past-line', { name: handedInBy })} · {momentText(handedInAt)} ·{' '}
          {version !== null
            ? t('entry.became', { version })
            : t(ended ? 'entry.nothing' : 'entry.runs')}
        </li>
      ))}
    </ul>
  );
  return <Collapse size="small" items={[{ key: 'past', label: t('entry.past'), children }]} />;
}
