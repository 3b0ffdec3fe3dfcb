/** 旧系统办件导入: template, dry run with its faults by line, run, progress. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Progress, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { newKey } from '../api/client.js';
import { api } from '../api/endpoints.js';
import { checkOlderCases, keepOlderFile } from '../api/files.js';
import type { BringingOverRun, LineOutcome } from '../api/model.js';
import { momentText } from '../shared/time.js';
import { Empty, ErrorNotice } from '../shared/ui.js';
import '../workbench/workbench.css';

const SOURCE = /^[A-Za-z0-9][A-Za-z0-9._-]{1,39}$/;
/** How often a run under way is looked at; ms. */
const LOOK = 1_500;

function Upload({ onChecked }: { onChecked: (id: string) => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [source, setSource] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const [papers, setPapers] = useState<File[]>([]);
  const check = useMutation({
    mutationFn: async () => {
      for (const paper of papers) await keepOlderFile(source, paper);
      return checkOlderCases(source, file!, newKey());
    },
    onSuccess: ({ id }) => onChecked(id),
    onSettled: () => queries.invalidateQueries({ queryKey: ['bringing-overs'] }),
  });
  return (
    <section>
      <p>
        {t('bringing-over.template')} <a href="/api/bringing-overs/template?format=csv">CSV</a>{' '}
        <a href="/api/bringing-overs/template?format=json">JSON</a>
      </p>
      <ErrorNotice error={check.error} />
      <div className="row">
        <Input
          style={{ width: '14rem' }}
          value={source}
          aria-label={t('bringing-over.source')}
          placeholder={t('bringing-over.source')}
          onChange={({ target }) => setSource(target.value.trim())}
        />
        <input
          type="file"
          accept=".csv,.json"
          aria-label={t('bringing-over.file')}
          onChange={({ target }) => setFile(target.files?.[0] ?? null)}
        />
        <label>
          {t('bringing-over.papers')}{' '}
          <input
            type="file"
            multiple
            data-testid="older-papers"
            onChange={({ target }) => setPapers([...(target.files ?? [])])}
          />
        </label>
        <Button
          type="primary"
          disabled={!SOURCE.test(source) || !file}
          loading={check.isPending}
          onClick={() => check.mutate()}
          data-testid="check-older-cases"
        >
          {t('bringing-over.check')}
        </Button>
      </div>
    </section>
  );
}

function Lines({ run }: { run: BringingOverRun }) {
  const { t } = useTranslation();
  const [after, setAfter] = useState(0);
  const query = useQuery({
    queryKey: ['bringing-overs', run.id, 'lines', after, run.brought, run.state],
    queryFn: () => api.bringingOverLines(run.id, after),
  });
  const next = query.data?.next ?? null;
  return (
    <>
      <ErrorNotice error={query.error} retry={() => void query.refetch()} />
      <Table<LineOutcome>
        rowKey="line"
        size="small"
        scroll={{ x: 'max-content' }}
        loading={query.isPending}
        dataSource={query.data?.items ?? []}
        pagination={false}
        locale={{ emptyText: <Empty title={t('bringing-over.no-lines')} /> }}
        columns={[
          { title: t('bringing-over.line'), dataIndex: 'line' },
          { title: t('bringing-over.source-number'), dataIndex: 'sourceNumber' },
          {
            title: t('bringing-over.outcome'),
            dataIndex: 'state',
            render: (state: string) => t(`bringing-over.line-${state}`),
          },
          {
            title: t('bringing-over.case'),
            dataIndex: 'caseNumber',
            render: (number: string | null) =>
              number && <Link to={`/workbench/cases/${number}`}>{number}</Link>,
          },
          {
            title: t('bringing-over.faults'),
            dataIndex: 'errors',
            render: (errors: LineOutcome['errors']) => (
              <ul className="plain">
                {errors.map(({ code, column, message }) => (
                  <li key={`${code}/${column}`} title={`${column ?? ''} ${code}`}>
                    {message}
                  </li>
                ))}
              </ul>
            ),
          },
        ]}
      />
      <div className="row">
        {after > 0 && <Button onClick={() => setAfter(0)}>{t('bringing-over.first')}</Button>}
        {next !== null && <Button onClick={() => setAfter(next)}>{t('bringing-over.more')}</Button>}
      </div>
    </>
  );
}

function Run({ id }: { id: string }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const query = useQuery({
    queryKey: ['bringing-overs', id],
    queryFn: () => api.bringingOver(id),
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? LOOK : false),
  });
  const settled = () => queries.invalidateQueries({ queryKey: ['bringing-overs'] });
  const start = useMutation({ mutationFn: () => api.runBringingOver(id), onSettled: settled });
  const drop = useMutation({ mutationFn: () => api.dropBringingOver(id), onSettled: settled });
  const run = query.data;
  if (!run) return <ErrorNotice error={query.error} retry={() => void query.refetch()} />;
  const done = run.brought + run.refused;
  return (
    <section data-testid="bringing-over-run">
      <h2>{t('bringing-over.of-file', { name: run.fileName, source: run.sourceSystem })}</h2>
      <p>
        {t('bringing-over.counts', {
          ...{ total: run.total, ready: run.ready, faulty: run.faulty },
          ...{ brought: run.brought, already: run.already, refused: run.refused },
        })}
      </p>
      <ErrorNotice error={start.error ?? drop.error} />
      {(run.state === 'running' || run.state === 'done') && (
        <Progress percent={Math.round((100 * done) / Math.max(1, done + run.ready))} />
      )}
      {run.state === 'checked' && (
        <div className="row">
          <Button
            type="primary"
            disabled={run.ready === 0}
            loading={start.isPending}
            onClick={() => start.mutate()}
            data-testid="run-bringing-over"
          >
            {t('bringing-over.run', { count: run.ready })}
          </Button>
          <Button loading={drop.isPending} onClick={() => drop.mutate()}>
            {t('bringing-over.drop')}
          </Button>
        </div>
      )}
      <Lines key={id} run={run} />
    </section>
  );
}

export default function BringingOver() {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<string | null>(null);
  const query = useQuery({ queryKey: ['bringing-overs'], queryFn: api.bringingOvers });
  return (
    <div className="staff-page">
      <Link to="/calendar">{t('calendar.title')}</Link>
      <h1>{t('bringing-over.title')}</h1>
      <p className="muted">{t('bringing-over.why')}</p>
      <Upload onChecked={setChosen} />
      {chosen && <Run key={chosen} id={chosen} />}
      <h2>{t('bringing-over.earlier')}</h2>
      <ErrorNotice error={query.error} retry={() => void query.refetch()} />
      <Table<BringingOverRun>
        rowKey="id"
        size="small"
        scroll={{ x: 'max-content' }}
        loading={query.isPending}
        dataSource={query.data?.items ?? []}
        pagination={false}
        locale={{ emptyText: <Empty title={t('bringing-over.none')} /> }}
        columns={[
          { title: t('bringing-over.at'), dataIndex: 'createdAt', render: momentText },
          { title: t('bringing-over.source'), dataIndex: 'sourceSystem' },
          { title: t('bringing-over.file'), dataIndex: 'fileName' },
          {
            title: t('bringing-over.state'),
            dataIndex: 'state',
            render: (state: string) => t(`bringing-over.state-${state}`),
          },
          { title: t('bringing-over.brought'), dataIndex: 'brought' },
          { title: t('bringing-over.by'), dataIndex: 'personName' },
          {
            title: t('action.column'),
            key: 'open',
            render: (_: unknown, { id }) => (
              <Button size="small" onClick={() => setChosen(id)}>
                {t('bringing-over.open')}
              </Button>
            ),
          },
        ]}
      />
    </div>
  );
}
