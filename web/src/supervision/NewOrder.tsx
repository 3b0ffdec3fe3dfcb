/** Writing an order to a department. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Form, Input, Modal } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey } from '../api/client.js';
import { api } from '../api/endpoints.js';
import type { NewOrder as Order } from '../api/model.js';
import { ErrorNotice } from '../shared/ui.js';
import { UnitSelect } from './UnitSelect.js';

interface Props {
  about?: Partial<Order>;
  onClose: () => void;
}

/** A day is meant to its end, in the city's own time. */
const endOf = (day: string) => new Date(`${day}T23:59:59+08:00`).toISOString();

export function NewOrder({ about = {}, onClose }: Props) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const key = useRef(newKey());
  const [form] = Form.useForm<Omit<Order, 'deadline'> & { day: string }>();
  const issue = useMutation({
    mutationFn: ({ day, ...order }: Omit<Order, 'deadline'> & { day: string }) => {
      const filled = Object.entries({ ...about, ...order }).filter(([, value]) => value);
      const whole = { ...(Object.fromEntries(filled) as Order), deadline: endOf(day) };
      return api.issueOrder(whole, key.current);
    },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['orders'] });
      onClose();
    },
  });
  const needed = [{ required: true, message: t('supervision.needed') }];
  return (
    <Modal
      open
      title={t('supervision.new-order')}
      okText={t('supervision.issue-order')}
      cancelText={t('action.cancel')}
      okButtonProps={{ 'data-testid': 'issue-order' } as { 'data-testid': string } as never}
      confirmLoading={issue.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        initialValues={about}
        onFinish={(values) => !issue.isPending && issue.mutate(values)}
      >
        <Form.Item name="title" label={t('supervision.order-title')} rules={needed}>
          <Input maxLength={120} />
        </Form.Item>
        <Form.Item name="text" label={t('supervision.order-text')} rules={needed}>
          <Input.TextArea rows={4} maxLength={4000} />
        </Form.Item>
        {!about.department && (
          <Form.Item name="department" label={t('supervision.unit')} rules={needed}>
            <UnitSelect />
          </Form.Item>
        )}
        <Form.Item name="day" label={t('supervision.deadline')} rules={needed}>
          <Input type="date" />
        </Form.Item>
        {!about.caseNumber && (
          <Form.Item name="caseNumber" label={t('supervision.case-optional')}>
            <Input />
          </Form.Item>
        )}
      </Form>
      <ErrorNotice error={issue.error} />
    </Modal>
  );
}
