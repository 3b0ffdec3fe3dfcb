/** 外部任务对照: which adapter does the work that imported diagrams leave to code of other engines. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, Popconfirm, Select, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { WORK_KINDS } from '../../../bpmn/compiler/foreign-work.js';
import { ADAPTERS } from '../../../bpmn/model/vocabulary.js';
import { api } from '../api/endpoints.js';
import type { AdapterBinding, NewAdapterBinding } from '../api/model.js';
import { momentText } from '../shared/time.js';
import { Empty, ErrorNotice } from '../shared/ui.js';
import '../workbench/workbench.css';

function useAdapters() {
  const { t } = useTranslation();
  return ADAPTERS.map((value) => ({ value, label: `${t(`adapter.${value}`)}（${value}）` }));
}

interface NewBindingProps {
  busy: boolean;
  onAdd: (binding: NewAdapterBinding) => Promise<unknown>;
}

/** A finding in the designer leads here with kind and name filled in. */
function NewBinding({ busy, onAdd }: NewBindingProps) {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const [form] = Form.useForm<NewAdapterBinding>();
  const adapters = useAdapters();
  const add = async (binding: NewAdapterBinding) => {
    await onAdd({ ...binding, name: binding.name.trim() });
    form.resetFields();
    form.setFieldValue('name', '');
  };
  return (
    <Form
      form={form}
      layout="inline"
      requiredMark={false}
      initialValues={{ kind: search.get('kind') ?? 'topic', name: search.get('name') ?? '' }}
      onFinish={(binding) => void add(binding).catch(() => undefined)}
    >
      <Form.Item name="kind" label={t('binding.kind')}>
        <Select
          style={{ width: '14rem' }}
          options={WORK_KINDS.map((value) => ({ value, label: t(`binding.kinds.${value}`) }))}
        />
      </Form.Item>
      <Form.Item
        name="name"
        label={t('binding.name')}
        rules={[{ required: true, whitespace: true, message: t('binding.name-needed') }]}
      >
        <Input style={{ width: '20rem' }} maxLength={500} />
      </Form.Item>
      <Form.Item
        name="adapter"
        label={t('binding.adapter')}
        rules={[{ required: true, message: t('binding.adapter-needed') }]}
      >
        <Select style={{ width: '16rem' }} options={adapters} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={busy}>
        {t('binding.add')}
      </Button>
    </Form>
  );
}

export default function AdapterBindings() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const adapters = useAdapters();
  const query = useQuery({ queryKey: ['adapter-bindings'], queryFn: api.adapterBindings });
  const act = useMutation({
    mutationFn: (call: () => Promise<unknown>) => call(),
    onSettled: () => queries.invalidateQueries({ queryKey: ['adapter-bindings'] }),
  });
  return (
    <div className="staff-page">
      <Link to="/designer">{t('designer.back')}</Link>
      <h1>{t('binding.title')}</h1>
      <p className="muted">{t('binding.why')}</p>
      <NewBinding
        busy={act.isPending}
        onAdd={(binding) => act.mutateAsync(() => api.addAdapterBinding(binding))}
      />
      <ErrorNotice error={act.error ?? query.error} retry={() => void query.refetch()} />
      <Table<AdapterBinding>
        rowKey="id"
        size="small"
        loading={query.isPending}
        dataSource={query.data?.items ?? []}
        pagination={false}
        locale={{ emptyText: <Empty title={t('binding.none')} /> }}
        columns={[
          {
            title: t('binding.kind'),
            dataIndex: 'kind',
            render: (kind: string) => t(`binding.kinds.${kind}`),
          },
          {
            title: t('binding.name'),
            dataIndex: 'name',
            render: (name: string) => <code>{name}</code>,
          },
          {
            title: t('binding.adapter'),
            dataIndex: 'adapter',
            render: (adapter: NewAdapterBinding['adapter'], { id, name }) => (
              <Select
                style={{ width: '16rem' }}
                aria-label={t('binding.adapter-of', { name })}
                value={adapter}
                options={adapters}
                onChange={(chosen) => act.mutate(() => api.changeAdapterBinding(id, chosen))}
              />
            ),
          },
          { title: t('binding.updated-by'), dataIndex: 'updatedBy' },
          { title: t('binding.updated-at'), dataIndex: 'updatedAt', render: momentText },
          {
            title: t('action.column'),
            key: 'acts',
            render: (_cell: unknown, { id, name }) => (
              <Popconfirm
                title={t('binding.remove-why')}
                okText={t('binding.remove')}
                cancelText={t('action.cancel')}
                onConfirm={() => act.mutate(() => api.removeAdapterBinding(id))}
              >
                <Button danger type="link" aria-label={t('binding.remove-of', { name })}>
                  {t('binding.remove')}
                </Button>
              </Popconfirm>
            ),
          },
        ]}
      />
    </div>
  );
}
