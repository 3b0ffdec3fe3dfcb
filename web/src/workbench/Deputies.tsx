/** 代理: who handles one's tasks while one is away, and whose tasks one handles. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, DatePicker, Form, Input, Select, Table, Tag } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { newKey } from '../api/client.js';
import { api } from '../api/endpoints.js';
import { useSession } from '../shared/session.js';
import { Empty, ErrorNotice } from '../shared/ui.js';
import './workbench.css';

interface Asked {
  deputy: string;
  days: [Dayjs, Dayjs];
  reason?: string;
}

const DAY = 'YYYY-MM-DD';

export default function Deputies() {
  const { t } = useTranslation();
  const { session } = useSession();
  const queries = useQueryClient();
  const [form] = Form.useForm<Asked>();
  const list = useQuery({ queryKey: ['deputies'], queryFn: api.deputies });
  const colleagues = useQuery({ queryKey: ['colleagues'], queryFn: api.colleagues });
  const refresh = () => queries.invalidateQueries({ queryKey: ['deputies'] });
  const name = useMutation({
    mutationFn: ({ deputy, days: [from, to], reason }: Asked) =>
      api.nameDeputy({ deputy, from: from.format(DAY), to: to.format(DAY), reason }, newKey()),
    onSuccess: () => form.resetFields(),
    onSettled: refresh,
  });
  const revoke = useMutation({ mutationFn: api.revokeDeputy, onSettled: refresh });
  return (
    <div className="staff-page">
      <Link to="/workbench">{t('bench.back')}</Link>
      <h1>{t('bench.deputies')}</h1>
      <p className="muted">{t('deputy.means')}</p>
      <ErrorNotice error={list.error ?? name.error ?? revoke.error} />
      <Form
        form={form}
        layout="inline"
        requiredMark={false}
        onFinish={(asked) => name.mutate(asked)}
      >
        <Form.Item name="deputy" label={t('deputy.deputy')} rules={[{ required: true }]}>
          <Select
            style={{ width: '16rem' }}
            loading={colleagues.isPending}
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={t('verb.choose-person')}
            data-testid="deputy"
            options={(colleagues.data ?? []).map((desk) => ({
              value: desk.postId,
              label: `${desk.personName} · ${desk.title}`,
            }))}
          />
        </Form.Item>
        <Form.Item name="days" label={t('deputy.days')} rules={[{ required: true }]}>
          <DatePicker.RangePicker minDate={dayjs()} />
        </Form.Item>
        <Form.Item name="reason" label={t('verb.reason')}>
          <Input maxLength={200} data-testid="deputy-reason" />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={name.isPending} data-testid="name-deputy">
          {t('deputy.name')}
        </Button>
      </Form>
      <Table
        rowKey="id"
        size="small"
        loading={list.isPending}
        dataSource={list.data ?? []}
        pagination={false}
        data-testid="deputies"
        locale={{ emptyText: <Empty title={t('deputy.none')} /> }}
        columns={[
          { title: t('deputy.person'), dataIndex: 'personName' },
          { title: t('deputy.deputy'), dataIndex: 'deputyName' },
          {
            title: t('deputy.days'),
            key: 'days',
            render: (_, one) => `${one.from} – ${one.to}`,
          },
          { title: t('verb.reason'), dataIndex: 'reason' },
          {
            title: t('deputy.state'),
            dataIndex: 'active',
            render: (active: boolean) => (
              <Tag color={active ? 'green' : undefined}>
                {t(active ? 'deputy.active' : 'deputy.later')}
              </Tag>
            ),
          },
          {
            title: t('action.column'),
            key: 'end',
            render: (_, one) =>
              one.personId === session?.person.id && (
                <Button
                  size="small"
                  loading={revoke.isPending && revoke.variables === one.id}
                  onClick={() => revoke.mutate(one.id)}
                  data-testid="end-deputy"
                >
                  {t('deputy.end')}
                </Button>
              ),
          },
        ]}
      />
    </div>
  );
}
