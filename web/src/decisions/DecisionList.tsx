/** All DMN files: which version processes use, which draft waits. */
import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, Modal, Table, Tag, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { api } from '../api/endpoints.js';
import type { DecisionFile } from '../api/model.js';
import { momentText } from '../shared/time.js';
import { Empty, ErrorNotice, Notice } from '../shared/ui.js';
import { xmlOf } from '../shared/xmlFile.js';
import '../workbench/workbench.css';
import { decisionsIn, newDecisionXml } from './newDecision.js';

function NewDecisionDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [form] = Form.useForm<{ id: string; name: string }>();
  const begin = async () => {
    const { id, name } = await form.validateFields();
    await navigate(`/decisions/${id}`, { state: { xml: newDecisionXml(id, name), name } });
  };
  return (
    <Modal
      open={open}
      title={t('decision.new')}
      okText={t('decision.begin')}
      onCancel={onClose}
      onOk={() => void begin().catch(() => undefined)}
    >
      <Form form={form} layout="vertical" requiredMark={false}>
        <Form.Item name="name" label={t('decision.name')} rules={[{ required: true }]}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item
          name="id"
          label={t('decision.id')}
          extra={t('decision.id-hint')}
          rules={[{ required: true, pattern: /^[a-z][a-z0-9-]*$/, message: t('decision.id-hint') }]}
        >
          <Input maxLength={64} />
        </Form.Item>
      </Form>
    </Modal>
  );
}

export default function DecisionList() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [creating, setCreating] = useState(false);
  const [refused, setRefused] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const query = useQuery({ queryKey: ['decisions'], queryFn: api.decisions });
  const importFile = async (file: File) => {
    const xml = await xmlOf(file);
    const found = decisionsIn(xml);
    setProblem(null);
    setRefused(!found);
    if (found) await navigate(`/decisions/${found.id}`, { state: { xml, name: found.name } });
  };
  return (
    <div className="staff-page">
      <div className="row between">
        <h1>{t('nav.decisions')}</h1>
        <div className="row">
          <Upload
            accept=".dmn,.xml"
            showUploadList={false}
            beforeUpload={(file) => {
              importFile(file).catch(setProblem);
              return false;
            }}
          >
            <Button>{t('decision.import')}</Button>
          </Upload>
          <Button type="primary" onClick={() => setCreating(true)}>
            {t('decision.new')}
          </Button>
        </div>
      </div>
      {refused && <Notice tone="danger">{t('decision.not-dmn')}</Notice>}
      <ErrorNotice error={problem} />
      <ErrorNotice error={query.error} retry={() => void query.refetch()} />
      <Table<DecisionFile>
        rowKey="id"
        size="small"
        loading={query.isPending}
        dataSource={query.data?.items ?? []}
        pagination={false}
        locale={{ emptyText: <Empty title={t('decision.none')} /> }}
        columns={[
          {
            title: t('decision.name'),
            dataIndex: 'name',
            render: (name: string, row) => <Link to={`/decisions/${row.id}`}>{name}</Link>,
          },
          { title: t('decision.id'), dataIndex: 'id' },
          {
            title: t('decision.decisions'),
            dataIndex: 'decisions',
            render: (ids: string[]) => ids.join('、'),
          },
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
        ]}
      />
      <NewDecisionDialog open={creating} onClose={() => setCreating(false)} />
    </div>
  );
}
