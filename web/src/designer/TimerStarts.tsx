/** 定时启动: which processes a timer starts, when next, and for whom and where. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, Select, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../api/endpoints.js';
import type { TimerStart, TimerStartSetting } from '../api/model.js';
import { momentText } from '../shared/time.js';
import { Empty, ErrorNotice } from '../shared/ui.js';
import '../workbench/workbench.css';

interface SettingProps {
  start: TimerStart;
  onSave: (setting: TimerStartSetting) => void;
}

function Setting({ start, onSave }: SettingProps) {
  const { t } = useTranslation();
  const regions = useQuery({ queryKey: ['regions', null], queryFn: () => api.regions() });
  const needed = [{ required: true, message: t('timer-start.needed') }];
  return (
    <Form<TimerStartSetting>
      layout="inline"
      requiredMark={false}
      initialValues={{ region: start.region ?? undefined, applicant: start.applicant ?? '' }}
      onFinish={onSave}
    >
      <Form.Item name="region" rules={needed}>
        <Select
          style={{ width: '10rem' }}
          aria-label={t('timer-start.region')}
          placeholder={t('timer-start.region')}
          options={regions.data?.items.map(({ code, name }) => ({ value: code, label: name }))}
        />
      </Form.Item>
      <Form.Item name="applicant" rules={needed}>
        <Input
          style={{ width: '10rem' }}
          aria-label={t('timer-start.applicant')}
          placeholder={t('timer-start.applicant')}
          maxLength={100}
        />
      </Form.Item>
      <Button htmlType="submit" data-testid={`save-${start.element}`}>
        {t('timer-start.save')}
      </Button>
    </Form>
  );
}

export default function TimerStarts() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const query = useQuery({ queryKey: ['timer-starts'], queryFn: api.timerStarts });
  const save = useMutation({
    mutationFn: ({ start, setting }: { start: TimerStart; setting: TimerStartSetting }) =>
      api.setTimerStart(start.process, start.element, setting),
    onSettled: () => queries.invalidateQueries({ queryKey: ['timer-starts'] }),
  });
  return (
    <div className="staff-page">
      <Link to="/designer">{t('designer.back')}</Link>
      <h1>{t('timer-start.title')}</h1>
      <p className="muted">{t('timer-start.why')}</p>
      <ErrorNotice error={save.error ?? query.error} retry={() => void query.refetch()} />
      <Table<TimerStart>
        rowKey={({ process, element }) => `${process}/${element}`}
        size="small"
        loading={query.isPending}
        dataSource={query.data?.items ?? []}
        pagination={false}
        locale={{ emptyText: <Empty title={t('timer-start.none')} /> }}
        columns={[
          {
            title: t('designer.name'),
            dataIndex: 'processName',
            render: (name: string, { process }) => <Link to={`/designer/${process}`}>{name}</Link>,
          },
          { title: t('timer-start.timer'), dataIndex: 'timer' },
          { title: t('timer-start.next'), dataIndex: 'nextAt', render: momentText },
          {
            title: t('timer-start.setting'),
            key: 'setting',
            render: (_: unknown, start) => (
              <Setting
                key={`${start.region}/${start.applicant}`}
                start={start}
                onSave={(setting) => save.mutate({ start, setting })}
              />
            ),
          },
          {
            title: t('timer-start.last'),
            key: 'last',
            render: (_: unknown, { lastCase, problem }) =>
              problem ? <span className="danger">{problem}</span> : (lastCase ?? '—'),
          },
        ]}
      />
    </div>
  );
}
