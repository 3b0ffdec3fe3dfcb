/** Writing an order to a department. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Form, Input, Modal } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey } from '../api/client.js';
import { api } from '../api/endpoints.js';
import type { NewOrder as Order } from '../api/model.js';
import { Upload } from '../shared/forms/Upload.js';
import { ErrorNotice } from '../shared/ui.js';
import { UnitsSelect } from './UnitSelect.js';

interface Props {
  about?: Partial<Order>;
  onClose: () => void;
}

type Written = Omit<Order, 'deadline' | 'department' | 'alsoTo' | 'files'> & {
  day: string;
  units?: string[];
};

/** A day is meant to its end, in the city's own time. */
const endOf = (day: string) => new Date(`${day}T23:59:59+08:00`).toISOString();

export function NewOrder({ about = {}, onClose }: Props) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const key = useRef(newKey());
  const [form] = Form.useForm<Written>();
  const [files, setFiles] = useState<string[]>([]);
  const issue = useMutation({
    mutationFn: ({ day, units = [], ...order }: Written) => {
      const [department = '', ...alsoTo] = about.department ? [about.department, ...units] : units;
      const filled = Object.entries({ ...about, ...order }).filter(([, value]) => value);
      const to = { department, ...(alsoTo.length > 0 && { alsoTo }) };
      const whole = {
        ...(Object.fromEntries(filled) as Order),
        ...to,
        ...(files.length > 0 && { files }),
        deadline: endOf(day),
      };
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
        <Form.Item
          name="units"
          label={t(about.department ? 'supervision.units-too' : 'supervision.unit')}
          rules={about.department ? [] : needed}
          extra={t('supervision.units-hint')}
        >
          <UnitsSelect />
        </Form.Item>
        <Form.Item name="day" label={t('supervision.deadline')} rules={needed}>
          <Input type="date" />
        </Form.Item>
        {!about.caseNumber && (
          <Form.Item name="caseNumber" label={t('supervision.case-optional')}>
            <Input />
          </Form.Item>
        )}
        <Upload
          code="order"
          label={t('supervision.attachments')}
          files={files}
          onChange={setFiles}
        />
      </Form>
      <ErrorNotice error={issue.error} />
    </Modal>
  );
}
