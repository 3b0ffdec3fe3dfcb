/** Moving running cases to another version: choose, look at what would happen, then do it. */
import { useMutation, useQuery } from '@tanstack/react-query';
import { Alert, Button, Checkbox, Input, Progress, Select, Table, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { newKey } from '../api/client.js';
import { api } from '../api/endpoints.js';
import type { CaseOutcome, MigrationElement, MigrationPreview } from '../api/model.js';
import { Empty, ErrorNotice, Loading, Notice } from '../shared/ui.js';
import '../workbench/workbench.css';

const REFRESH_MS = 1_000;
const COLOURS: Record<string, string> = {
  movable: 'blue',
  askable: 'purple',
  pending: 'gold',
  asked: 'purple',
  done: 'green',
  refused: 'red',
};

const labelOf = ({ element, name }: { element: string; name: string | null }) =>
  name ? `${name}（${element}）` : element;

function Outcomes({ rows }: { rows: CaseOutcome[] }) {
  const { t } = useTranslation();
  return (
    <Table<CaseOutcome>
      rowKey="caseNumber"
      size="small"
      dataSource={rows}
      pagination={{ pageSize: 20, hideOnSinglePage: true }}
      locale={{ emptyText: <Empty title={t('migration.no-cases')} /> }}
      columns={[
        {
          title: t('migration.case'),
          dataIndex: 'caseNumber',
          render: (number: string) => (
            <Link className="number" to={`/workbench/cases/${number}`}>
              {number}
            </Link>
          ),
        },
        {
          title: t('migration.outcome'),
          dataIndex: 'state',
          render: (state: string) => (
            <Tag color={COLOURS[state]}>{t(`migration.state-${state}`)}</Tag>
          ),
        },
        { title: t('migration.message'), dataIndex: 'message' },
      ]}
    />
  );
}

interface MappingProps {
  preview: MigrationPreview;
  chosen: Record<string, string>;
  onChoose: (element: string, target: string | undefined) => void;
}

/** Where tokens stand now, and where they go; who has no place is chosen by hand. */
function Mapping({ preview, chosen, onChoose }: MappingProps) {
  const { t } = useTranslation();
  const targets = (type: string) =>
    preview.targets
      .filter((target) => target.type === type)
      .map((target) => ({ value: target.element, label: labelOf(target) }));
  return (
    <Table<MigrationElement>
      rowKey="element"
      size="small"
      dataSource={preview.elements}
      pagination={false}
      columns={[
        { title: t('migration.element'), key: 'element', render: (_, row) => labelOf(row) },
        { title: t('migration.cases'), dataIndex: 'cases', align: 'right' },
        {
          title: t('migration.target'),
          key: 'target',
          render: (_, row) => (
            <Select
              allowClear
              showSearch
              optionFilterProp="label"
              style={{ minWidth: '18rem' }}
              status={row.target ? undefined : 'error'}
              aria-label={t('migration.target-of', { element: labelOf(row) })}
              placeholder={t('migration.choose')}
              value={chosen[row.element] ?? row.target ?? undefined}
              options={targets(row.type)}
              onChange={(target?: string) => onChoose(row.element, target)}
            />
          ),
        },
      ]}
    />
  );
}

/** How far the cases have come; goes on although the page is closed. */
function Standing({ id }: { id: string }) {
  const { t } = useTranslation();
  const query = useQuery({
    queryKey: ['migration', id],
    queryFn: () => api.migration(id),
    refetchInterval: ({ state }) => (state.data?.pending === 0 ? false : REFRESH_MS),
  });
  if (!query.data) return query.error ? <ErrorNotice error={query.error} /> : <Loading />;
  const { pending, asked, done, refused, outcomes } = query.data;
  const all = pending + asked + done + refused;
  return (
    <section className="card" data-testid="migration-standing">
      <h2>{t('migration.standing', { done, refused, pending })}</h2>
      {asked > 0 && <Notice tone="info" title={t('migration.asked', { count: asked })} />}
      <Progress
        percent={all === 0 ? 100 : Math.round(((done + refused) / all) * 100)}
        status={refused > 0 ? 'exception' : undefined}
      />
      <Outcomes rows={outcomes} />
    </section>
  );
}

export default function Migration() {
  const { t } = useTranslation();
  const { process = '' } = useParams();
  const [from, setFrom] = useState<number>();
  const [to, setTo] = useState<number>();
  const [elements, setElements] = useState<Record<string, string>>({});
  const [reason, setReason] = useState('');
  const [secondPerson, setSecondPerson] = useState(false);
  const versions = useQuery({
    queryKey: ['processes', 'versions', process],
    queryFn: () => api.processVersions(process),
  });
  const preview = useMutation({
    mutationFn: (chosen: Record<string, string>) =>
      api.previewMigration(process, { from: from!, to: to!, elements: chosen }),
  });
  const start = useMutation({
    mutationFn: () =>
      api.migrate(process, { from: from!, to: to!, elements, reason, secondPerson }, newKey()),
  });
  const choose = (element: string, target: string | undefined) => {
    const { [element]: _, ...rest } = elements;
    const chosen = target ? { ...rest, [element]: target } : rest;
    setElements(chosen);
    preview.mutate(chosen);
  };
  const known = (versions.data?.items ?? []).filter(({ hash }) => hash !== null);
  const label = (one: (typeof known)[number]) =>
    t('migration.version', { version: one.version, count: one.runningCases });
  const looked = preview.data;
  const moved = looked ? looked.movable + (secondPerson ? looked.askable : 0) : 0;
  return (
    <div className="staff-page">
      <Link to={`/designer/${process}`}>{t('migration.back')}</Link>
      <h1>{t('migration.title')}</h1>
      <p className="muted">{t('migration.why')}</p>
      <ErrorNotice error={versions.error} retry={() => void versions.refetch()} />
      <div className="row">
        <Select
          style={{ minWidth: '16rem' }}
          aria-label={t('migration.from')}
          placeholder={t('migration.from')}
          loading={versions.isPending}
          value={from}
          onChange={setFrom}
          options={known
            .filter(({ runningCases }) => runningCases > 0)
            .map((one) => ({ value: one.version, label: label(one) }))}
        />
        <span aria-hidden>→</span>
        <Select
          style={{ minWidth: '16rem' }}
          aria-label={t('migration.to')}
          placeholder={t('migration.to')}
          value={to}
          onChange={setTo}
          options={known
            .filter(({ version }) => version !== from)
            .map((one) => ({ value: one.version, label: label(one) }))}
        />
        <Button
          data-testid="migration-preview"
          disabled={from === undefined || to === undefined}
          loading={preview.isPending}
          onClick={() => preview.mutate(elements)}
        >
          {t('migration.preview')}
        </Button>
      </div>
      <ErrorNotice error={preview.error} />
      {looked && (
        <>
          <Alert
            type={looked.movable === looked.cases ? 'success' : 'warning'}
            showIcon
            message={t('migration.summary', { movable: looked.movable, cases: looked.cases })}
          />
          <Mapping preview={looked} chosen={elements} onChoose={choose} />
          <Outcomes rows={looked.outcomes} />
          <Checkbox
            checked={secondPerson}
            onChange={({ target }) => setSecondPerson(target.checked)}
          >
            {t('migration.second-person')}
          </Checkbox>
          <div className="row">
            <Input
              maxLength={500}
              style={{ maxWidth: '32rem' }}
              aria-label={t('migration.reason')}
              placeholder={t('migration.reason')}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
            <Button
              type="primary"
              data-testid="migration-start"
              disabled={moved === 0 || reason.trim().length < 2 || start.isSuccess}
              loading={start.isPending}
              onClick={() => start.mutate()}
            >
              {t('migration.start', { count: moved })}
            </Button>
          </div>
          {moved < looked.cases && <Notice>{t('migration.others-stay')}</Notice>}
        </>
      )}
      <ErrorNotice error={start.error} />
      {start.data && <Standing id={start.data.id} />}
    </div>
  );
}
