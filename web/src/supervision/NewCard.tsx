/** Issuing a card by hand: the unit, the colour, why, and within how many days it answers. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Form, Input, InputNumber, Modal, Radio } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey } from '../api/client.js';
import { api } from '../api/endpoints.js';
import type { NewCard as Card } from '../api/model.js';
import { ErrorNotice } from '../shared/ui.js';
import { CardTag } from './CardTag.js';
import { UnitSelect } from './UnitSelect.js';

interface Props {
  /** The case it is about, where that is known. */
  about?: Pick<Card, 'caseNumber'>;
  onClose: () => void;
}

const COLOURS = ['warning', 'yellow', 'red'] as const;

export function NewCard({ about, onClose }: Props) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [form] = Form.useForm<Card>();
  const key = useRef(newKey());
  const issue = useMutation({
    mutationFn: (card: Card) => api.issueCard({ ...about, ...card }, key.current),
    onSuccess: async () => {
      for (const key of ['cards', 'board', 'case'])
        await queries.invalidateQueries({ queryKey: [key] });
      onClose();
    },
  });
  const needed = [{ required: true, whitespace: true, message: t('supervision.needed') }];
  return (
    <Modal
      open
      title={t('supervision.new-card')}
      okText={t('supervision.issue-card')}
      cancelText={t('action.cancel')}
      okButtonProps={{ 'data-testid': 'issue-card' } as never}
      confirmLoading={issue.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ colour: 'yellow', answerDays: 3 }}
        onFinish={(card) => !issue.isPending && issue.mutate(card)}
      >
        {about ? (
          <p>
            {t('supervision.case')} <span className="number">{about.caseNumber}</span>
          </p>
        ) : (
          <Form.Item name="caseNumber" label={t('supervision.case-number')} rules={needed}>
            <Input maxLength={64} />
          </Form.Item>
        )}
        <Form.Item name="colour" label={t('supervision.colour')}>
          <Radio.Group
            options={COLOURS.map((value) => ({ value, label: <CardTag colour={value} /> }))}
          />
        </Form.Item>
        <Form.Item name="department" label={t('supervision.unit')} rules={needed}>
          <UnitSelect />
        </Form.Item>
        <Form.Item name="reason" label={t('supervision.reason')} rules={needed}>
          <Input.TextArea rows={3} maxLength={1000} showCount />
        </Form.Item>
        <Form.Item name="answerDays" label={t('supervision.answer-days')}>
          <InputNumber min={1} max={90} />
        </Form.Item>
      </Form>
      <ErrorNotice error={issue.error} />
    </Modal>
  );
}
