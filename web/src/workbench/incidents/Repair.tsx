/** What the case knows, and right there the variable that is wrong: mended with a reason, and tried again. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, Segmented, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey, isBarred } from '../../api/client.js';
import { api } from '../../api/endpoints.js';
import { useSession } from '../../shared/session.js';
import { ErrorNotice, Loading, Notice } from '../../shared/ui.js';

interface Asked {
  name: string;
  /** Whether it is a text, or a number, a truth value, a list … as JSON writes it. */
  kind: Kind;
  value: string;
  reason: string;
}

const shown = (value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(value, null, 2);

type Kind = 'text' | 'json';

/** @returns undefined = it is no JSON */
function read(written: string, kind: Kind): { value: unknown } | undefined {
  if (kind === 'text') return { value: written };
  try {
    return { value: JSON.parse(written) as unknown };
  } catch {
    return undefined;
  }
}

export function Repair({ id, open }: { id: string; open: boolean }) {
  const { t } = useTranslation();
  // What is wrong with the process's data is a process administrator's to mend.
  const isAdmin = useSession().post?.role === 'admin';
  const mayChange = open && isAdmin;
  const query = useQuery({ queryKey: ['incident', id], queryFn: () => api.incident(id) });
  const [chosen, setChosen] = useState<string | null>(null);
  if (query.isLoadingError || isBarred(query.error)) return <ErrorNotice error={query.error} />;
  if (!query.data) return <Loading lines={2} />;
  const { variables } = query.data;
  const rows = Object.entries(variables).map(([name, value]) => ({ name, value }));
  return (
    <div className="stack" data-testid="incident-variables">
      <Table
        rowKey="name"
        size="small"
        dataSource={rows}
        pagination={false}
        columns={[
          { title: t('incident.variable'), dataIndex: 'name' },
          {
            title: t('incident.value'),
            dataIndex: 'value',
            render: (value: unknown) => <pre className="small">{shown(value)}</pre>,
          },
          ...(mayChange
            ? [
                {
                  title: t('incident.do'),
                  key: 'do',
                  render: (_: unknown, { name }: { name: string }) => (
                    <Button size="small" onClick={() => setChosen(name)}>
                      {t('incident.change')}
                    </Button>
                  ),
                },
              ]
            : []),
        ]}
      />
      {mayChange && chosen === null && (
        <Button onClick={() => setChosen('')}>{t('incident.add')}</Button>
      )}
      {mayChange && chosen !== null && (
        <Change key={chosen} {...{ id, variables, chosen }} onDone={() => setChosen(null)} />
      )}
    </div>
  );
}

interface ChangeProps {
  id: string;
  variables: Record<string, unknown>;
  /** Empty = one that is not there yet. */
  chosen: string;
  onDone: () => void;
}

function Change({ id, variables, chosen, onDone }: ChangeProps) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [form] = Form.useForm<Asked>();
  // However often it is pressed, it is one change.
  const [key] = useState(newKey);
  const change = useMutation({
    mutationFn: ({ name, kind, value, reason }: Asked) => {
      const parsed = read(value, kind);
      return api.retryIncident(id, { variables: { [name]: parsed?.value }, reason }, key);
    },
    onSuccess: onDone,
    onSettled: async () => {
      for (const queryKey of [['incidents'], ['incident', id], ['case']])
        await queries.invalidateQueries({ queryKey });
    },
  });
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{
        name: chosen,
        kind: chosen && typeof variables[chosen] !== 'string' ? 'json' : 'text',
        value: chosen ? shown(variables[chosen]) : '',
      }}
      onFinish={(asked) => change.mutate(asked)}
    >
      <Notice tone="info">{t('incident.change-why')}</Notice>
      <Form.Item
        name="name"
        label={t('incident.variable')}
        rules={[{ required: true, pattern: /^[\p{L}_][\p{L}\p{N}_]{0,99}$/u }]}
        hidden={chosen !== ''}
      >
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="kind" label={t('incident.value-kind')}>
        <Segmented<Kind>
          options={(['text', 'json'] as const).map((value) => ({
            value,
            label: t(`incident.kind-${value}`),
          }))}
        />
      </Form.Item>
      <Form.Item
        name="value"
        dependencies={['kind']}
        label={chosen ? t('incident.new-value', { name: chosen }) : t('incident.value')}
        rules={[
          ({ getFieldValue }) => ({
            validator: (_, written: string) =>
              read(written, getFieldValue('kind') as Kind)
                ? Promise.resolve()
                : Promise.reject(new Error(t('incident.not-json'))),
          }),
        ]}
      >
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 12 }} />
      </Form.Item>
      <Form.Item
        name="reason"
        label={t('incident.reason')}
        rules={[{ required: true, whitespace: true, message: t('incident.reason-needed') }]}
      >
        <Input.TextArea maxLength={500} rows={2} />
      </Form.Item>
      <ErrorNotice error={change.error} />
      <div className="row">
        <Button
          type="primary"
          htmlType="submit"
          loading={change.isPending}
          data-testid="change-and-retry"
        >
          {t('incident.change-and-retry')}
        </Button>
        <Button onClick={onDone}>{t('action.cancel')}</Button>
      </div>
    </Form>
  );
}
