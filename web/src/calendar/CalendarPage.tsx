/** 工作日历: a year as a picture, its draft, its versions, and what a publication moved. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Select, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { api } from '../api/endpoints.js';
import type { CalendarYear, ForeseenMoves, Replanning } from '../api/model.js';
import { momentText } from '../shared/time.js';
import { Empty, ErrorNotice, Loading, Notice } from '../shared/ui.js';
import type { MadeFrom, Reviewed } from '../shared/versions/made-from.js';
import { PublishButton } from '../shared/versions/PublishButton.js';
import { useChain } from '../shared/versions/useChain.js';
import { YearPicture } from './YearPicture.js';
import '../workbench/workbench.css';

/** Every weekday works: where the draft of a year without data begins. */
function weekdays(year: number): string {
  let days = '';
  const day = new Date(Date.UTC(year, 0, 1));
  for (; day.getUTCFullYear() === year; day.setUTCDate(day.getUTCDate() + 1))
    days += day.getUTCDay() % 6 === 0 ? '0' : '1';
  return days;
}

const flipped = (days: string, index: number): string =>
  days.slice(0, index) + (days[index] === '1' ? '0' : '1') + days.slice(index + 1);

/** The draft goes on, else one is made from the newest version. */
const madeFrom = ({ draft, version }: CalendarYear): MadeFrom =>
  draft ? { replaces: draft.revision } : { replaces: null, madeFromVersion: version ?? 0 };

function Editor({ shown }: { shown: CalendarYear }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { year } = shown;
  const [days, setDays] = useState(shown.draft?.days ?? shown.days ?? weekdays(year));
  const [source, setSource] = useState('');
  const settled = () => queries.invalidateQueries({ queryKey: ['calendar'] });
  const chain = useChain<string>(madeFrom(shown), async (drawn, from) => {
    const { draft } = await api.saveCalendarDraft(year, drawn, from);
    return { revision: draft?.revision ?? null };
  });
  const keep = () => chain.send(days);
  const save = useMutation({
    mutationFn: keep,
    onSettled: settled,
  });
  const drop = useMutation({
    mutationFn: (revision: string) => api.dropCalendarDraft(year, revision),
    onSuccess: () => {
      setDays(shown.days ?? weekdays(year));
      chain.begin({ replaces: null, madeFromVersion: shown.version ?? 0 });
    },
    onSettled: settled,
  });
  const foreseen = useMutation({ mutationFn: () => api.previewCalendar(year) });
  const publish = useMutation({
    mutationFn: (reviewed: Reviewed) => api.publishCalendar(year, source, reviewed),
    onSettled: settled,
  });
  const working = [...days].filter((day) => day === '1').length;
  const changed = days !== shown.days;
  return (
    <>
      <p className="muted">
        {shown.version === null
          ? t('calendar.no-data', { year })
          : t('calendar.version', {
              version: shown.version,
              source: shown.versions[0]?.source,
            })}{' '}
        {t('calendar.working', { count: working })}
      </p>
      <ErrorNotice error={save.error ?? drop.error} />
      {publish.data && <Moved replanning={publish.data} />}
      <YearPicture
        year={year}
        days={days}
        before={shown.days}
        onToggle={(index) => setDays(flipped(days, index))}
      />
      <p className="small muted">{t('calendar.legend')}</p>
      <div className="row">
        <Button
          disabled={!changed}
          loading={save.isPending}
          onClick={() => save.mutate()}
          data-testid="save-draft"
        >
          {t('calendar.save')}
        </Button>
        {shown.draft && (
          <Button loading={drop.isPending} onClick={() => drop.mutate(shown.draft!.revision)}>
            {t('calendar.drop')}
          </Button>
        )}
        <PublishButton
          kind="calendar"
          definition={String(year)}
          keep={keep}
          look={() => foreseen.mutateAsync().catch(() => undefined)}
          publish={publish.mutateAsync}
          disabled={!changed}
          ready={source.trim().length >= 4}
          testId="publish-calendar"
          terms={
            <>
              <p>{t('calendar.sure')}</p>
              <Foreseen {...foreseen} />
              <Input
                value={source}
                maxLength={200}
                aria-label={t('calendar.source')}
                placeholder={t('calendar.source')}
                onChange={({ target }) => setSource(target.value)}
              />
            </>
          }
        />
      </div>
    </>
  );
}

/** How many cases would move, and to when, before any does. */
function Foreseen({
  data,
  error,
  isPending,
}: {
  data: ForeseenMoves | undefined;
  error: unknown;
  isPending: boolean;
}) {
  const { t } = useTranslation();
  if (error) return <ErrorNotice error={error} />;
  if (isPending || !data) return <Loading lines={2} />;
  const { cases, earlier, later, becameKnown, pending, moved } = data;
  return (
    <section data-testid="foreseen">
      <p>{t('calendar.foreseen', { cases, earlier, later, becameKnown, pending })}</p>
      {moved.length > 0 && (
        <Table<ForeseenMoves['moved'][number]>
          rowKey="caseNumber"
          size="small"
          dataSource={moved}
          pagination={{ pageSize: 8, hideOnSinglePage: true }}
          columns={[
            { title: t('calendar.case'), dataIndex: 'caseNumber' },
            { title: t('calendar.item'), dataIndex: 'itemName' },
            {
              title: t('calendar.promised'),
              key: 'promised',
              render: (_: unknown, { promisedAt, newPromisedAt }) =>
                t('calendar.from-to', {
                  from: momentText(promisedAt),
                  to: momentText(newPromisedAt),
                }),
            },
            {
              title: t('calendar.due'),
              key: 'due',
              render: (_: unknown, { dueAt, newDueAt }) =>
                t('calendar.from-to', { from: momentText(dueAt), to: momentText(newDueAt) }),
            },
          ]}
        />
      )}
    </section>
  );
}

function Moved({ replanning }: { replanning: Replanning }) {
  const { t } = useTranslation();
  const { cases, earlier, later, becameKnown, pending } = replanning;
  return (
    <Notice tone="success" title={t('calendar.published')} testId="calendar-published">
      <p>{t('calendar.moved', { cases, earlier, later, becameKnown, pending })}</p>
    </Notice>
  );
}

function Replannings({ items }: { items: Replanning[] }) {
  const { t } = useTranslation();
  const names = ['cases', 'earlier', 'later', 'becameKnown', 'pending'] as const;
  return (
    <Table<Replanning>
      rowKey="id"
      size="small"
      scroll={{ x: 'max-content' }}
      dataSource={items}
      pagination={false}
      locale={{ emptyText: <Empty title={t('calendar.none-replanned')} /> }}
      columns={[
        { title: t('calendar.at'), dataIndex: 'at', render: momentText },
        {
          title: t('calendar.year'),
          key: 'year',
          render: (_: unknown, { year, version }) => `${year}.${version}`,
        },
        ...names.map((name) => ({ title: t(`calendar.${name}`), dataIndex: name })),
        {
          title: t('calendar.told'),
          key: 'told',
          render: (_: unknown, { told, toTell }: Replanning) => `${told} / ${toTell}`,
        },
      ]}
    />
  );
}

export default function CalendarPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { year: named } = useParams();
  const year = Number(named ?? new Date().getFullYear());
  const calendar = useQuery({ queryKey: ['calendar'], queryFn: api.calendar });
  const shown = useQuery({
    queryKey: ['calendar', year],
    queryFn: () => api.calendarYear(year),
  });
  const thisYear = new Date().getFullYear();
  const years = [
    ...new Set([...(calendar.data?.years ?? []).map((one) => one.year), thisYear, thisYear + 1]),
  ].sort((a, b) => a - b);
  return (
    <div className="staff-page">
      <h1>{t('calendar.title')}</h1>
      <p className="muted">{t('calendar.why')}</p>
      <p className="row">
        <Link to="/clock-rules">{t('clock-rule.title')}</Link>
        <Link to="/bringing-over">{t('bringing-over.title')}</Link>
      </p>
      <ErrorNotice
        error={calendar.error ?? shown.error}
        retry={() => {
          void calendar.refetch();
          void shown.refetch();
        }}
      />
      <Select
        value={year}
        style={{ width: '8rem' }}
        aria-label={t('calendar.year')}
        options={years.map((one) => ({ value: one, label: String(one) }))}
        onChange={(one: number) => void navigate(`/calendar/${one}`)}
      />
      {shown.isPending ? <Loading /> : null}
      {shown.data && <Editor key={`${year}.${shown.data.version}`} shown={shown.data} />}
      <h2>{t('calendar.replannings')}</h2>
      <Replannings items={calendar.data?.replannings ?? []} />
    </div>
  );
}
