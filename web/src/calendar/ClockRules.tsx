/** 时限规则: whose law each item type's clock runs by, with its versions, and a form for the next. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, DatePicker, Form, Input, InputNumber, Select, Switch, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../api/endpoints.js';
import type { ClockRules as Rules, RuleVersion } from '../api/model.js';
import { Empty, ErrorNotice } from '../shared/ui.js';
import '../workbench/workbench.css';

interface Filled {
  validFrom: { format(pattern: string): string };
  source: string;
  law: string;
  statutory?: string;
  within?: string;
  silenceAccepts?: boolean;
  extendTo?: string;
  by?: 'head' | 'government';
  pauses?: string[];
  delivery?: string;
  warn: number;
}

const PERIOD = /^\d{1,4}(wd|d)$/;

/** What the form holds, as the API takes it: an empty field means the law sets no such limit. */
function rulesOf(filled: Filled, periods: Rules['periods']): Rules {
  const { law, statutory, within, silenceAccepts, extendTo, by, pauses, delivery, warn } = filled;
  return {
    ...{ law, warn, pauses: pauses ?? [], periods },
    ...(statutory && { statutory }),
    acceptance: within ? { within, silenceAccepts: silenceAccepts ?? false } : null,
    extension: extendTo ? { upTo: extendTo, by: by ?? 'head' } : null,
    delivery: delivery ? delivery : null,
  };
}

function NextVersion({ from, onDone }: { from: RuleVersion; onDone: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { rules } = from;
  const publish = useMutation({
    mutationFn: (filled: Filled) =>
      api.publishClockRules(from.type, {
        validFrom: filled.validFrom.format('YYYY-MM-DD'),
        source: filled.source,
        rules: rulesOf(filled, rules.periods),
      }),
    onSuccess: onDone,
    onSettled: () => queries.invalidateQueries({ queryKey: ['clock-rules'] }),
  });
  const needed = [{ required: true, message: t('timer-start.needed') }];
  const period = [{ pattern: PERIOD, message: t('clock-rule.period') }];
  return (
    <Form<Filled>
      layout="vertical"
      style={{ maxWidth: '32rem' }}
      onFinish={(filled) => publish.mutate(filled)}
      initialValues={{
        law: rules.law,
        statutory: rules.statutory,
        within: rules.acceptance?.within,
        silenceAccepts: rules.acceptance?.silenceAccepts,
        extendTo: rules.extension?.upTo,
        by: rules.extension?.by,
        pauses: rules.pauses,
        delivery: rules.delivery ?? undefined,
        warn: rules.warn,
      }}
    >
      <h2>{t('clock-rule.next', { name: from.typeName })}</h2>
      <ErrorNotice error={publish.error} />
      <Form.Item name="validFrom" label={t('clock-rule.valid-from')} rules={needed}>
        <DatePicker />
      </Form.Item>
      <Form.Item name="source" label={t('clock-rule.source')} rules={needed}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="law" label={t('clock-rule.law')} rules={needed}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="statutory" label={t('clock-rule.statutory')} rules={period}>
        <Input placeholder="20wd" />
      </Form.Item>
      <Form.Item name="within" label={t('clock-rule.within')} rules={period}>
        <Input placeholder="5wd" />
      </Form.Item>
      <Form.Item name="silenceAccepts" label={t('clock-rule.silence')} valuePropName="checked">
        <Switch />
      </Form.Item>
      <Form.Item name="extendTo" label={t('clock-rule.extension')} rules={period}>
        <Input placeholder="10wd" />
      </Form.Item>
      <Form.Item name="by" label={t('clock-rule.by')}>
        <Select
          options={(['head', 'government'] as const).map((value) => ({
            value,
            label: t(`clock-rule.by-${value}`),
          }))}
        />
      </Form.Item>
      <Form.Item name="pauses" label={t('clock-rule.pauses')}>
        <Select mode="tags" />
      </Form.Item>
      <Form.Item name="delivery" label={t('clock-rule.delivery')} rules={period}>
        <Input placeholder="10wd" />
      </Form.Item>
      <Form.Item name="warn" label={t('clock-rule.warn')} rules={needed}>
        <InputNumber min={0} max={365} />
      </Form.Item>
      <div className="row">
        <Button type="primary" htmlType="submit" loading={publish.isPending}>
          {t('clock-rule.publish')}
        </Button>
        <Button onClick={onDone}>{t('clock-rule.cancel')}</Button>
      </div>
    </Form>
  );
}

export default function ClockRules() {
  const { t } = useTranslation();
  const [next, setNext] = useState<RuleVersion | null>(null);
  const query = useQuery({ queryKey: ['clock-rules'], queryFn: api.clockRules });
  const none = t('clock-rule.none');
  return (
    <div className="staff-page">
      <Link to="/calendar">{t('calendar.title')}</Link>
      <h1>{t('clock-rule.title')}</h1>
      <p className="muted">{t('clock-rule.why')}</p>
      <ErrorNotice error={query.error} retry={() => void query.refetch()} />
      <Table<RuleVersion>
        rowKey={({ type, validFrom }) => `${type}/${validFrom}`}
        size="small"
        scroll={{ x: 'max-content' }}
        loading={query.isPending}
        dataSource={query.data?.items ?? []}
        pagination={false}
        locale={{ emptyText: <Empty title={none} /> }}
        columns={[
          { title: t('clock-rule.type'), dataIndex: 'typeName' },
          { title: t('clock-rule.valid-from'), dataIndex: 'validFrom' },
          { title: t('clock-rule.law'), dataIndex: ['rules', 'law'] },
          { title: t('clock-rule.statutory'), dataIndex: ['rules', 'statutory'] },
          {
            title: t('clock-rule.within'),
            key: 'within',
            render: (_: unknown, { rules }) => rules.acceptance?.within ?? none,
          },
          {
            title: t('clock-rule.extension'),
            key: 'extension',
            render: (_: unknown, { rules }) =>
              rules.extension
                ? `${rules.extension.upTo} · ${t(`clock-rule.by-${rules.extension.by}`)}`
                : none,
          },
          {
            title: t('clock-rule.delivery'),
            key: 'delivery',
            render: (_: unknown, { rules }) => rules.delivery ?? none,
          },
          { title: t('clock-rule.source'), dataIndex: 'source' },
          {
            title: t('action.column'),
            key: 'next',
            render: (_: unknown, version) => (
              <Button size="small" onClick={() => setNext(version)}>
                {t('clock-rule.change')}
              </Button>
            ),
          },
        ]}
      />
      {next && (
        <NextVersion
          key={`${next.type}/${next.validFrom}`}
          from={next}
          onDone={() => setNext(null)}
        />
      )}
    </div>
  );
}
