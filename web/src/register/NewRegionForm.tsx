/** A region of GB/T 2260: what a city that starts empty, or a new township, needs first. */
import { Form, Input, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../api/endpoints.js';
import type { NewRegion } from '../api/model.js';
import { ErrorNotice } from '../shared/ui.js';
import { useAct } from './useAct.js';
import '../shared/locales/register.js';

const LEVELS = ['city', 'county', 'township', 'village'] as const;

export function NewRegionForm({ close }: { close: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<NewRegion>();
  const save = useAct(
    ({ parent, ...rest }: NewRegion, key) =>
      api.addRegion({ ...rest, parent: parent || null }, key),
    close,
  );
  const needed = [{ required: true, message: t('register.needed') }];
  return (
    <Modal
      open
      title={t('register.add-region')}
      okText={t('register.save')}
      onCancel={close}
      onOk={() => form.submit()}
      confirmLoading={save.isPending}
    >
      <ErrorNotice error={save.error} />
      <Form<NewRegion>
        form={form}
        layout="vertical"
        initialValues={{ level: 'township' }}
        onFinish={(asked) => save.mutate(asked)}
      >
        <Form.Item name="level" label={t('register.field-level')} rules={needed}>
          <Select options={LEVELS.map((value) => ({ value, label: t(`level.${value}`) }))} />
        </Form.Item>
        <Form.Item
          name="code"
          label={t('register.region-code')}
          rules={needed}
          extra={t('register.region-code-hint')}
        >
          <Input maxLength={12} inputMode="numeric" />
        </Form.Item>
        <Form.Item name="name" label={t('register.field-name')} rules={needed}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="parent" label={t('register.region-parent')}>
          <Input maxLength={12} inputMode="numeric" />
        </Form.Item>
      </Form>
    </Modal>
  );
}
