/** One verb's questions, and its call. */
import { useMutation, useQuery } from '@tanstack/react-query';
import { Form, Input, InputNumber, Modal, Radio } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey } from '../../api/client.js';
import { api } from '../../api/endpoints.js';
import type { NewSignOff, TaskDetail } from '../../api/model.js';
import { ErrorNotice, Loading, Notice } from '../../shared/ui.js';
import { submitting } from '../keys.js';
import { DEPARTMENT, DeskPicker } from './DeskPicker.js';
import { VERBS, type Verb } from './list.js';

interface Answers {
  post: string;
  posts: string[];
  rule: NewSignOff['rule'];
  percent?: number;
  to: string;
  reason: string;
}

function call(task: string, verb: Verb, answers: Answers, key: string): Promise<unknown> {
  const { post, posts, rule, percent, to, reason } = answers;
  switch (verb) {
    case 'transfer':
      return post.startsWith(DEPARTMENT)
        ? api.transfer(task, { department: post.slice(DEPARTMENT.length), reason }, key)
        : api.transfer(task, { post, reason }, key);
    case 'delegate':
      return api.delegate(task, { post, reason }, key);
    case 'give-back':
      return api.giveBack(task, reason, key);
    case 'end-delegation':
      return api.endDelegation(task, key);
    case 'sign-before':
    case 'sign-after': {
      const place = verb === 'sign-before' ? 'before' : 'after';
      const ratio = rule === 'ratio' ? { ratio: (percent ?? 100) / 100 } : {};
      return api.addSignOff(task, { place, rule, posts, reason, ...ratio }, key);
    }
    case 'return':
      return api.sendBack(task, { to, reason }, key);
    case 'recall':
      return api.recall(task, reason, key);
    case 'copy':
      return api.copyTask(task, { posts, note: reason }, key);
  }
}

function Targets({ task }: { task: string }) {
  const { t } = useTranslation();
  const query = useQuery({
    queryKey: ['returns', task],
    queryFn: () => api.returns(task),
    retry: false,
  });
  const form = Form.useFormInstance<Answers>();
  const to = Form.useWatch('to', form);
  const chosen = query.data?.find((target) => target.to === to);
  if (query.isPending) return <Loading lines={2} />;
  if (query.error) return <ErrorNotice error={query.error} />;
  if (query.data.length === 0) return <Notice>{t('verb.no-way-back')}</Notice>;
  return (
    <>
      <Form.Item name="to" label={t('verb.to')} rules={[{ required: true }]}>
        <Radio.Group
          className="verb-targets"
          options={query.data.map((target) => ({
            value: target.to,
            label:
              target.role === 'applicant'
                ? t('verb.to-applicant', { name: target.name })
                : target.name,
          }))}
        />
      </Form.Item>
      {chosen && chosen.undone.length > 0 && (
        <Notice tone="warning">{t('verb.undone', { names: chosen.undone.join('、') })}</Notice>
      )}
      {chosen && chosen.stays.length > 0 && (
        <Notice tone="warning">{t('verb.stays', { names: chosen.stays.join('、') })}</Notice>
      )}
    </>
  );
}

function Rule() {
  const { t } = useTranslation();
  const form = Form.useFormInstance<Answers>();
  const rule = Form.useWatch('rule', form);
  return (
    <>
      <Form.Item name="rule" label={t('verb.rule')}>
        <Radio.Group
          options={(['all', 'ratio', 'any', 'in-order'] as const).map((value) => ({
            value,
            label: t(`verb.rule-${value}`),
          }))}
        />
      </Form.Item>
      {rule === 'ratio' && (
        <Form.Item name="percent" label={t('verb.percent')} rules={[{ required: true }]}>
          <InputNumber min={1} max={100} suffix="%" />
        </Form.Item>
      )}
    </>
  );
}

interface Props {
  task: TaskDetail;
  verb: Verb;
  onClose: () => void;
  onDone: (verb: Verb) => Promise<void>;
}

export function VerbDialog({ task, verb, onClose, onDone }: Props) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Answers>();
  const key = useRef(newKey());
  const act = useMutation({
    mutationFn: (answers: Answers) => call(task.id, verb, answers, key.current),
    onSuccess: () => onDone(verb),
    onError: () => {
      key.current = newKey();
    },
  });
  const signs = verb === 'sign-before' || verb === 'sign-after';
  const { whom, words } = VERBS[verb];
  return (
    <Modal
      open
      title={t(`verb.${verb}`)}
      okText={t(`verb.${verb}`)}
      okButtonProps={{ className: 'verb-ok', loading: act.isPending }}
      cancelText={t('action.cancel')}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <p className="muted small">{t(`verb.means-${verb}`)}</p>
      <ErrorNotice error={act.error} />
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ rule: 'all', percent: 60 }}
        onKeyDown={submitting(form.submit)}
        onFinish={(answers) => !act.isPending && act.mutate(answers)}
      >
        {whom === 'one' && (
          <Form.Item
            name="post"
            label={t('verb.whom')}
            rules={[{ required: true, message: t('verb.choose-person') }]}
          >
            <DeskPicker
              task={task.id}
              verb={verb === 'transfer' ? 'transfer' : 'delegate'}
              departments={verb === 'transfer'}
            />
          </Form.Item>
        )}
        {whom === 'many' && (
          <Form.Item
            name="posts"
            label={t('verb.whom')}
            rules={[{ required: true, message: t('verb.choose-person') }]}
          >
            <DeskPicker task={task.id} verb="any" many />
          </Form.Item>
        )}
        {signs && <Rule />}
        {verb === 'return' && <Targets task={task.id} />}
        {words && (
          <Form.Item
            name="reason"
            label={t(`verb.${words}`)}
            rules={[{ required: verb !== 'copy', whitespace: true, message: t('verb.say-why') }]}
          >
            <Input.TextArea rows={3} maxLength={500} data-testid="verb-reason" />
          </Form.Item>
        )}
      </Form>
    </Modal>
  );
}
