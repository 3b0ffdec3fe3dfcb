/** A new entry of the catalogue: its code and name; all the rest is written in the editor. */
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ApiError } from '../api/client.js';
import { api } from '../api/endpoints.js';
import { useSession } from '../shared/session.js';
import { ErrorNotice } from '../shared/ui.js';
import { newFrom } from '../shared/versions/made-from.js';
import { withoutStrayTranslations } from './translatable.js';
import { useItemSchema } from './useItemSchema.js';

interface Filled {
  name: string;
  type: string;
  code: string;
  /** Code of the item after which it is written; none = it begins empty. */
  after?: string;
}

const CODE = /^[0-9A-Z]{12}$/;

export function NewItem({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { post } = useSession();
  const choices = useItemSchema();
  const [form] = Form.useForm<Filled>();
  const begin = useMutation({
    mutationFn: async () => {
      const { code, after, ...said } = await form.validateFields();
      if (await isTaken(code)) {
        form.setFields([{ name: 'code', errors: [t('catalogue.code-taken')] }]);
        return null;
      }
      const model = after === undefined ? {} : await contentOf(after);
      const blank = blankItem(said, post?.organisation ?? null, model);
      await api.saveItem(code, blank, newFrom([]));
      return code;
    },
    onSuccess: (code) => code !== null && void navigate(`/catalogue/${code}`),
  });
  return (
    <Modal
      open={open}
      title={t('catalogue.new')}
      okText={t('catalogue.begin')}
      okButtonProps={{ loading: begin.isPending, 'data-testid': 'begin-item' }}
      onCancel={onClose}
      onOk={() => begin.mutate()}
    >
      <Form form={form} layout="vertical" requiredMark={false}>
        <Form.Item name="name" label={t('catalogue.name')} rules={[{ required: true }]}>
          <Input maxLength={500} />
        </Form.Item>
        <Form.Item name="type" label={t('catalogue.type')} rules={[{ required: true }]}>
          <Select options={choices.at('/type')} />
        </Form.Item>
        <Form.Item
          name="code"
          label={t('catalogue.code')}
          extra={t('catalogue.code-hint')}
          rules={[{ required: true, pattern: CODE, message: t('catalogue.code-hint') }]}
        >
          <Input maxLength={12} />
        </Form.Item>
        <Form.Item name="after" label={t('catalogue.after')} extra={t('catalogue.after-hint')}>
          <Models />
        </Form.Item>
      </Form>
      {/* What the form itself refuses it says beside the field. */}
      <ErrorNotice error={begin.error instanceof Error ? begin.error : null} />
    </Modal>
  );
}

/** Items after which another may be written, by words of their names. */
function Models(props: { id?: string; value?: string; onChange?: (value?: string) => void }) {
  const [q, setQ] = useState('');
  const found = useQuery({
    queryKey: ['catalogue', 'models', q],
    queryFn: () => api.catalogue({ q, state: 'in-force' }),
    placeholderData: keepPreviousData,
  });
  return (
    <Select
      {...props}
      allowClear
      data-testid="after-item"
      showSearch={{ filterOption: false, onSearch: setQ }}
      options={found.data?.items.map(({ code, name }) => ({ value: code, label: name }))}
    />
  );
}

/** What the newest version of an item says, but for what is its alone. */
async function contentOf(code: string): Promise<Record<string, unknown>> {
  const { versions } = await api.itemHistory(code);
  const newest = versions.find(({ state }) => state === 'published');
  if (!newest) return {};
  const { item } = await api.itemVersion(code, newest.version);
  const { localCode: _local, nationalCode: _national, ...content } = item;
  return content;
}

/** Whether there is such an item, in force or as a draft: a blank one is begun over none. */
async function isTaken(code: string): Promise<boolean> {
  try {
    await api.itemHistory(code);
    return true;
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return false;
    throw error;
  }
}

/** Of the own department, and where a county writes, of its own catalogue; the rest as its model has it. */
function blankItem(
  said: Omit<Filled, 'code'>,
  organisation: { line: string | null; level: string; region: string | null } | null,
  model: Record<string, unknown>,
) {
  const county = organisation?.level === 'county' ? organisation.region : null;
  return withoutStrayTranslations({
    ...{ limits: {}, legalBasis: [], conditions: [], materials: [], fees: [], kind: 'single' },
    ...{ result: { kind: 'none' }, guide: { summary: said.name, visits: 0 }, ...model },
    ...{ ...said, level: organisation?.level ?? 'county', verified: false },
    lead: { line: organisation?.line ?? undefined, level: organisation?.level ?? 'county' },
    ...(county && { area: county }),
  });
}
