/** One exception, with what it would change before it does. */
import { useMutation } from '@tanstack/react-query';
import { AutoComplete, Button, Form, Input, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../api/endpoints.js';
import type { NewAuthority } from '../api/model.js';
import { chinaToday } from '../shared/time.js';
import { ErrorNotice, Notice } from '../shared/ui.js';
import { OrganisationSelect } from './OrganisationSelect.js';
import { useAct } from './useAct.js';
import '../shared/locales/register.js';

const LEVELS = ['city', 'county', 'township', 'village'] as const;

export function AuthorityForm({ close }: { close: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<NewAuthority>();
  const preview = useMutation({ mutationFn: (body: NewAuthority) => api.previewAuthority(body) });
  const save = useAct((body: NewAuthority, key) => api.setAuthority(body, key), close);
  const tidy = (fields: NewAuthority): NewAuthority => ({
    ...fields,
    line: fields.line || null,
    level: fields.level ?? null,
    item: fields.item.trim(),
  });
  const needed = [{ required: true, message: t('register.needed') }];
  const lines = Object.entries(
    t('line', { returnObjects: true }) as unknown as Record<string, string>,
  ).map(([value, label]) => ({ value, label: `${label} ${value}` }));
  const levels = LEVELS.map((value) => ({ value, label: t(`level.${value}`) }));
  const told = preview.data;
  const look = () => {
    void form.validateFields().then((fields) => preview.mutate(tidy(fields)));
  };
  return (
    <Modal
      open
      width={640}
      title={t('register.add-authority')}
      okText={t('register.save')}
      onCancel={close}
      onOk={() => form.submit()}
      confirmLoading={save.isPending}
    >
      <ErrorNotice error={save.error ?? preview.error} />
      <Form<NewAuthority>
        form={form}
        layout="vertical"
        initialValues={{ replacesLevel: 'county', validFrom: chinaToday(), note: '' }}
        onValuesChange={() => preview.reset()}
        onFinish={(fields) => save.mutate(tidy(fields))}
      >
        <div className="form-pair">
          <Form.Item name="item" label={t('register.item')} rules={needed}>
            <Input maxLength={12} />
          </Form.Item>
          <Form.Item name="area" label={t('register.area')} rules={needed}>
            <Input maxLength={200} />
          </Form.Item>
        </div>
        <div className="form-pair">
          <Form.Item name="replacesLine" label={t('register.replaces')} rules={needed}>
            <AutoComplete options={lines} showSearch={{ filterOption: true }} />
          </Form.Item>
          <Form.Item name="replacesLevel" label={t('register.field-level')} rules={needed}>
            <Select options={levels} />
          </Form.Item>
        </div>
        <Form.Item name="organisation" label={t('register.to-body')}>
          <OrganisationSelect />
        </Form.Item>
        <div className="form-pair">
          <Form.Item name="line" label={t('register.or-line')}>
            <AutoComplete allowClear options={lines} showSearch={{ filterOption: true }} />
          </Form.Item>
          <Form.Item name="level" label={t('register.field-level')}>
            <Select allowClear options={levels} />
          </Form.Item>
        </div>
        <Form.Item name="inNameOf" label={t('register.field-inNameOf')}>
          <OrganisationSelect />
        </Form.Item>
        <Form.Item name="regulator" label={t('register.regulator')}>
          <OrganisationSelect />
        </Form.Item>
        <Form.Item name="note" label={t('register.note')}>
          <Input maxLength={500} />
        </Form.Item>
        <Form.Item name="validFrom" label={t('register.valid-from')} rules={needed}>
          <Input type="date" min={chinaToday()} />
        </Form.Item>
      </Form>
      <Button onClick={look} loading={preview.isPending} data-testid="preview-authority">
        {t('register.preview')}
      </Button>
      {told && (
        <Notice
          tone={told.changed.length > 0 ? 'warning' : 'info'}
          testId="authority-preview"
          title={
            told.changed.length > 0
              ? t('register.would-change', { count: told.changed.length, running: told.running })
              : t('register.would-not-change')
          }
        >
          <ul className="small">
            {told.changed.map(({ area, areaName, before, after }) => (
              <li key={area}>
                {areaName}：{before ?? t('register.nobody')} → {after ?? t('register.nobody')}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </Modal>
  );
}
