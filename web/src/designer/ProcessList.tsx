/** All processes: which version new cases use, which draft waits, how many cases run. */
import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, Modal, Table, Tag, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { api } from '../api/endpoints.js';
import type { ProcessSummary } from '../api/model.js';
import { momentText } from '../shared/time.js';
import { Empty, ErrorNotice, Notice } from '../shared/ui.js';
import { xmlOf } from '../shared/xmlFile.js';
import '../workbench/workbench.css';
import { newProcessXml, processIn } from './newProcess.js';

interface NewProcess {
  id: string;
  name: string;
}

function NewProcessDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [form] = Form.useForm<NewProcess>();
  const begin = async () => {
    const { id, name } = await form.validateFields();
    await navigate(`/designer/${id}`, { state: { xml: newProcessXml(id, name), name } });
  };
  return (
    <Modal
      open={open}
      title={t('designer.new')}
      okText={t('designer.begin')}
      onCancel={onClose}
      onOk={() => void begin().catch(() => undefined)}
    >
      <Form form={form} layout="vertical" requiredMark={false}>
        <Form.Item name="name" label={t('designer.name')} rules={[{ required: true }]}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item
          name="id"
          label={t('designer.id')}
          extra={t('designer.id-hint')}
          rules={[{ required: true, pattern: /^[a-z][a-z0-9-]*$/, message: t('designer.id-hint') }]}
        >
          <Input maxLength={64} />
        </Form.Item>
      </Form>
    </Modal>
  );
}

export default function ProcessList() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [creating, setCreating] = useState(false);
  const [refused, setRefused] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const query = useQuery({ queryKey: ['processes'], queryFn: api.processes });
  const importFile = async (file: File) => {
    const { xml, processes } = await api.importProcess(await xmlOf(file));
    const found = processes[0] ?? processIn(xml);
    setProblem(null);
    setRefused(!found);
    if (found) await navigate(`/designer/${found.id}`, { state: { xml, name: found.name } });
  };
  return (
    <div className="staff-page">
      <div className="row between">
        <h1>{t('nav.designer')}</h1>
        <div className="row">
          <Upload
            accept=".bpmn,.xml"
            showUploadList={false}
            beforeUpload={(file) => {
              importFile(file).catch(setProblem);
              return false;
            }}
          >
            <Button>{t('designer.import')}</Button>
          </Upload>
          <Link to="/timer-starts">{t('timer-start.title')}</Link>
          <Link to="/adapter-bindings">{t('binding.title')}</Link>
          <Link to="/operations">{t('operations.title')}</Link>
          <Button type="primary" onClick={() => setCreating(true)}>
            {t('designer.new')}
          </Button>
        </div>
      </div>
      {refused && <Notice tone="danger">{t('designer.not-bpmn')}</Notice>}
      <ErrorNotice error={problem} />
      <ErrorNotice error={query.error} retry={() => void query.refetch()} />
      <Table<ProcessSummary>
        rowKey="id"
        size="small"
        loading={query.isPending}
        dataSource={query.data?.items ?? []}
        pagination={false}
        locale={{ emptyText: <Empty title={t('designer.none')} /> }}
        columns={[
          {
            title: t('designer.name'),
            dataIndex: 'name',
            render: (name: string, row) => <Link to={`/designer/${row.id}`}>{name}</Link>,
          },
          { title: t('designer.id'), dataIndex: 'id' },
          {
            title: t('designer.version'),
            dataIndex: 'publishedVersion',
            render: (version: number | null, row) => (
              <>
                {version === null ? '—' : t('designer.version-number', { version })}{' '}
                {row.hasDraft && <Tag color="gold">{t('designer.has-draft')}</Tag>}
              </>
            ),
          },
          { title: t('designer.published-at'), dataIndex: 'publishedAt', render: momentText },
          { title: t('designer.running'), dataIndex: 'runningCases', align: 'right' },
        ]}
      />
      <NewProcessDialog open={creating} onClose={() => setCreating(false)} />
    </div>
  );
}
