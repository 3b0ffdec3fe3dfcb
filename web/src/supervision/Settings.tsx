/** What the city settles for itself, as versions from a day on. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, InputNumber, Select, Table, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../api/endpoints.js';
import type {
  NewAppraisalPoints,
  NewListsAhead,
  NewPublicationSetting,
  NewQuietHours,
  NewRetentionDays,
  NewUrgeLimits,
  Removal,
  SettingVersion,
} from '../api/model.js';
import { useSession } from '../shared/session.js';
import { momentText } from '../shared/time.js';
import { ErrorNotice, Loading } from '../shared/ui.js';

type Content = Record<string, number | string[]>;
const FIELDS = {
  urges: ['applicantHours', 'supervisorHours'],
  appraisal: [
    ...['promised', 'statutory', 'compression', 'firstTime'],
    ...['warning', 'yellow', 'red', 'leastCases'],
  ],
  benefits: ['monthsAhead'],
  publication: ['secondPerson', 'byWay'],
  retention: ['draftDays', 'handedInDraftDays', 'fileDays', 'answerDays', 'notificationDays'],
  'quiet-hours': ['quietFrom', 'quietTo'],
} as const;
type Kind = keyof typeof FIELDS;
/** Numbers from and to; publication has none. */
const BOUNDS: Record<Kind, { min: number; max: number } | null> = {
  urges: { min: 1, max: 720 },
  appraisal: { min: 0, max: 100 },
  benefits: { min: 0, max: 12 },
  publication: null,
  retention: { min: 1, max: 3650 },
  'quiet-hours': { min: 0, max: 23 },
};
/** Which kinds each of the lists may name. */
const PUBLISHED: Readonly<Record<string, string[]>> = {
  secondPerson: [
    ...['process', 'decision', 'form', 'document-template', 'calendar', 'item'],
    'notification-text',
  ],
  byWay: ['item'],
};
const SAVE: Record<Kind, (body: never) => Promise<unknown>> = {
  urges: (body: NewUrgeLimits) => api.setUrgeLimits(body),
  appraisal: (body: NewAppraisalPoints) => api.setAppraisalPoints(body),
  benefits: (body: NewListsAhead) => api.setListsAhead(body),
  publication: (body: NewPublicationSetting) => api.setPublication(body),
  retention: (body: NewRetentionDays) => api.setRetentionDays(body),
  'quiet-hours': (body: NewQuietHours) => api.setQuietHours(body),
};
/** What holds where an older version says nothing. */
const USUAL: Partial<Record<Kind, Content>> = { appraisal: { leastCases: 3 } };
const HUNDRED = ['promised', 'statutory', 'compression', 'firstTime'];

const DAY = 86_400_000;
/** Who may publish changes from tomorrow at the earliest. */
const soonest = (kind: Kind): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(
    Date.now() + (kind === 'publication' ? DAY : 0),
  );

function Sum() {
  const { t } = useTranslation();
  const values = Form.useWatch([], Form.useFormInstance<Content>()) as Content | undefined;
  const sum = HUNDRED.reduce((total, name) => total + Number(values?.[name] ?? 0), 0);
  return (
    <span className={`small ${sum === 100 ? 'muted' : 'is-bad'}`}>
      {t('supervision.points-sum', { sum })}
    </span>
  );
}

interface KindsProps {
  list: string;
  id?: string;
  value?: string[];
  onChange?: (value: string[]) => void;
}

function Kinds({ list, ...props }: KindsProps) {
  const { t } = useTranslation();
  return (
    <Select
      {...props}
      mode="multiple"
      style={{ minWidth: '14rem' }}
      options={PUBLISHED[list]?.map((value) => ({
        value,
        label: t(`supervision.published-${value}`),
      }))}
    />
  );
}

function Change({ kind, now, onDone }: { kind: Kind; now: Content; onDone: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Content & { validFrom: string }>();
  const save = useMutation({
    mutationFn: (body: Content & { validFrom: string }) => SAVE[kind](body as never),
    onSuccess: onDone,
  });
  return (
    <>
      <Form
        form={form}
        layout="inline"
        className="setting-form"
        requiredMark={false}
        initialValues={{ ...USUAL[kind], ...now, validFrom: soonest(kind) }}
        onFinish={(body) => !save.isPending && save.mutate(body)}
      >
        {FIELDS[kind].map((name) => (
          <Form.Item
            key={name}
            name={name}
            label={t(`supervision.setting-${name}`)}
            rules={BOUNDS[kind] ? [{ required: true, message: t('supervision.needed') }] : []}
          >
            {BOUNDS[kind] ? (
              <InputNumber {...BOUNDS[kind]} style={{ width: '5rem' }} />
            ) : (
              <Kinds list={name} />
            )}
          </Form.Item>
        ))}
        <Form.Item name="validFrom" label={t('supervision.rule-from')}>
          <Input type="date" min={soonest(kind)} />
        </Form.Item>
        {kind === 'appraisal' && <Sum />}
        <Button
          htmlType="submit"
          type="primary"
          loading={save.isPending}
          data-testid={`save-${kind}`}
        >
          {t('action.save')}
        </Button>
      </Form>
      <ErrorNotice error={save.error} />
    </>
  );
}

function Versions({ kind, rows }: { kind: Kind; rows: SettingVersion[] }) {
  const { t } = useTranslation();
  return (
    <Table<SettingVersion>
      rowKey="version"
      size="small"
      className="dense"
      pagination={false}
      dataSource={rows}
      scroll={{ x: 'max-content' }}
      data-testid={`settings-${kind}`}
      columns={[
        {
          title: t('supervision.setting-version'),
          dataIndex: 'version',
          render: (version: number, { current }) => (
            <span className="row">
              v{version} {current && <Tag color="green">{t('supervision.setting-current')}</Tag>}
            </span>
          ),
        },
        ...FIELDS[kind].map((name) => ({
          title: t(`supervision.setting-${name}`),
          key: name,
          align: 'right' as const,
          render: (_: unknown, { content }: SettingVersion) => {
            const value = (content as unknown as Content)[name] ?? (BOUNDS[kind] ? '' : []);
            if (!Array.isArray(value)) return value;
            return value.map((code) => t(`supervision.published-${code}`)).join('、') || '—';
          },
        })),
        { title: t('supervision.rule-from'), dataIndex: 'validFrom' },
        {
          title: t('supervision.setting-by'),
          dataIndex: 'createdBy',
          render: (by: string | null) => by ?? t('supervision.setting-with-platform'),
        },
      ]}
    />
  );
}

/** What went, and never whose it was. */
function Removals() {
  const { t } = useTranslation();
  const list = useQuery({ queryKey: ['retention'], queryFn: () => api.retentionRemovals() });
  return (
    <Table<Removal>
      rowKey={({ at, kind }) => `${at} ${kind}`}
      size="small"
      className="dense"
      loading={list.isPending}
      pagination={{ pageSize: 10, hideOnSinglePage: true }}
      dataSource={list.data?.items ?? []}
      locale={{ emptyText: t('supervision.removals-none') }}
      columns={[
        {
          title: t('supervision.removed-at'),
          dataIndex: 'at',
          render: (at: string) => momentText(at),
        },
        {
          title: t('supervision.removed-what'),
          dataIndex: 'kind',
          render: (kind: string) => t(`supervision.removed-${kind}`),
        },
        { title: t('supervision.removed-count'), dataIndex: 'removed', align: 'right' },
        { title: t('supervision.removed-days'), dataIndex: 'keptDays', align: 'right' },
      ]}
    />
  );
}

export function Settings() {
  const { t } = useTranslation();
  const admin = useSession().post?.role === 'admin';
  const queries = useQueryClient();
  const list = useQuery({
    queryKey: ['supervision-settings'],
    queryFn: () => api.supervisionSettings(),
  });
  if (!list.data) return list.error ? <ErrorNotice error={list.error} /> : <Loading lines={3} />;
  const refresh = () => void queries.invalidateQueries({ queryKey: ['supervision-settings'] });
  return (Object.keys(FIELDS) as Kind[]).map((kind) => {
    const rows = list.data.items.filter((one) => one.kind === kind);
    const now = (rows.find(({ current }) => current)?.content ?? {}) as unknown as Content;
    return (
      <section key={kind} className="stack">
        <h2>{t(`supervision.settings-${kind}`)}</h2>
        <p className="muted">{t(`supervision.settings-${kind}-why`)}</p>
        <Versions kind={kind} rows={rows} />
        {kind === 'retention' && <Removals />}
        {admin && <Change key={rows[0]?.version} kind={kind} now={now} onDone={refresh} />}
      </section>
    );
  });
}
