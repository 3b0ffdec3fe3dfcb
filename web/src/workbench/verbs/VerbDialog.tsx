/** One verb's questions, and its call. */
import { useMutation } from '@tanstack/react-query';
import { Form, Input, Modal } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey } from '../../api/client.js';
import { api } from '../../api/endpoints.js';
import type { TaskDetail } from '../../api/model.js';
import { ErrorNotice } from '../../shared/ui.js';
import { submitting } from '../keys.js';
import { DeskPicker } from './DeskPicker.js';
import { VERBS, type Answers, type Verb } from './list.js';
import { QUESTIONS } from './questions.js';

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
  const questions = useRef<HTMLDivElement>(null);
  const act = useMutation({
    mutationFn: (answers: Answers) => {
      const { path, body } = VERBS[verb];
      return api.performVerb(task.id, path, body(answers), key.current);
    },
    onSuccess: () => onDone(verb),
    onError: () => {
      key.current = newKey();
    },
  });
  const { whom, words, asks } = VERBS[verb];
  const Question = asks && QUESTIONS[asks];
  return (
    <Modal
      open
      title={t(`verb.${verb}`)}
      okText={t(`verb.${verb}`)}
      okButtonProps={{ className: 'verb-ok', loading: act.isPending }}
      cancelText={t('action.cancel')}
      onCancel={onClose}
      // Who has said what they want goes on in its first question.
      afterOpenChange={(open) => {
        if (open) questions.current?.querySelector<HTMLElement>('input, textarea')?.focus();
      }}
      onOk={() => form.submit()}
    >
      <p className="muted small">{t(`verb.means-${verb}`)}</p>
      <ErrorNotice error={act.error} />
      <div ref={questions}>
        <Form
          form={form}
          layout="vertical"
          requiredMark={false}
          initialValues={{ rule: 'all', percent: 60 }}
          onKeyDown={submitting(form.submit)}
          onFinish={(answers) => !act.isPending && act.mutate(answers)}
        >
          {whom && (
            <Form.Item
              name={whom.many ? 'posts' : 'post'}
              label={t('verb.whom')}
              rules={[{ required: true, message: t('verb.choose-person') }]}
            >
              <DeskPicker
                task={task.id}
                verb={whom.among}
                many={whom.many}
                departments={whom.among === 'transfer'}
              />
            </Form.Item>
          )}
          {Question && <Question task={task.id} />}
          {words && (
            <Form.Item
              name="reason"
              label={t(`verb.${words}`)}
              rules={[{ required: words !== 'note', whitespace: true, message: t('verb.say-why') }]}
            >
              <Input.TextArea rows={3} maxLength={500} data-testid="verb-reason" />
            </Form.Item>
          )}
        </Form>
      </div>
    </Modal>
  );
}
