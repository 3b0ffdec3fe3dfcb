/** 离任: what is in the person's hands, and to whom it goes. */
import { useQuery } from '@tanstack/react-query';
import { Form, Input, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../api/endpoints.js';
import type { EndedPost, PostLine } from '../api/model.js';
import { chinaToday, momentText } from '../shared/time.js';
import { ErrorNotice, Notice } from '../shared/ui.js';
import { useAct } from './useAct.js';
import '../shared/locales/register.js';

const SHOWN = 20;

export function EndPost({ post, close }: { post: PostLine; close: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<EndedPost>();
  const from = Form.useWatch('validFrom', form) ?? chinaToday();
  const preview = useQuery({
    queryKey: ['register', 'hand-over', post.id, from],
    queryFn: () => api.previewHandOver(post.id, from),
  });
  const act = useAct((asked: EndedPost, key) => api.endPost(post.id, asked, key), close);
  const held = preview.data;
  const needed = [{ required: true, message: t('register.needed') }];
  return (
    <Modal
      open
      title={t('register.end-title', { name: post.personName, title: post.title })}
      okText={t('register.end')}
      okButtonProps={{ danger: true }}
      onCancel={close}
      onOk={() => form.submit()}
      confirmLoading={act.isPending}
    >
      <ErrorNotice error={preview.error ?? act.error} />
      <Form<EndedPost>
        form={form}
        layout="vertical"
        initialValues={{ validFrom: chinaToday() }}
        onFinish={(asked) => act.mutate(asked)}
      >
        <Form.Item name="validFrom" label={t('register.first-day-without')} rules={needed}>
          <Input type="date" min={chinaToday()} />
        </Form.Item>
        {held && (
          <Notice
            tone={held.tasks.length + held.waiting > 0 ? 'warning' : 'info'}
            title={t('register.hands', { count: held.tasks.length, waiting: held.waiting })}
          >
            <ul className="small" data-testid="hand-over-tasks">
              {held.tasks.slice(0, SHOWN).map(({ task, caseNumber, name, dueAt, personal }) => (
                <li key={task}>
                  {name} · <Link to={`/workbench/cases/${caseNumber}`}>{caseNumber}</Link> ·{' '}
                  {momentText(dueAt)} {personal && `· ${t('register.personal')}`}
                </li>
              ))}
            </ul>
            {held.signOffs + held.delegations > 0 && (
              <p className="small">
                {t('register.expected', { signOffs: held.signOffs, delegations: held.delegations })}
              </p>
            )}
          </Notice>
        )}
        <Form.Item
          name="successor"
          label={t('register.successor')}
          extra={t('register.successor-hint')}
        >
          <Select
            allowClear
            placeholder={t('register.to-pool')}
            options={(held?.colleagues ?? []).map((one) => ({
              value: one.post,
              label: `${one.personName} ${one.title}`,
            }))}
          />
        </Form.Item>
        <Form.Item name="reason" label={t('register.field-reason')} rules={needed}>
          <Input maxLength={500} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
