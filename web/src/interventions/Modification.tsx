/** Laying hands on one case: cancel, skip, go back, begin somewhere; it stays on the case for ever. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Checkbox, Drawer, Form, Input, Radio, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, newKey } from '../api/client.js';
import { api } from '../api/endpoints.js';
import type { Places } from '../api/model.js';
import { ErrorNotice, Loading } from '../shared/ui.js';

type Kind = 'back' | 'skip' | 'cancel' | 'start';
interface Asked {
  kind: Kind;
  tokens?: string[];
  start?: string;
  reason: string;
}

const labelOf = ({ element, name }: { element: string; name: string | null }) =>
  name ? `${name}（${element}）` : element;

/** What is asked, in the words of the API: going back is taking away and beginning earlier. */
function bodyOf({ kind, tokens = [], start, reason }: Asked) {
  return {
    reason,
    ...(kind === 'skip' && { skip: tokens }),
    ...((kind === 'cancel' || kind === 'back') && { cancel: tokens }),
    ...((kind === 'start' || kind === 'back') && start && { start: [start] }),
  };
}

function ModificationForm({ places, onAsk }: { places: Places; onAsk: (asked: Asked) => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Asked>();
  const kind = Form.useWatch('kind', form) ?? 'back';
  const passed = places.startable.filter(({ element }) => places.passed.includes(element));
  const startable = kind === 'back' ? passed : places.startable;
  return (
    <Form
      form={form}
      layout="vertical"
      initialValues={{ kind: 'back' }}
      onFinish={onAsk}
      requiredMark={false}
    >
      <Form.Item name="kind" label={t('modification.kind')}>
        <Radio.Group
          optionType="button"
          options={(['back', 'skip', 'cancel', 'start'] as const).map((value) => ({
            value,
            label: t(`modification.kind-${value}`),
          }))}
        />
      </Form.Item>
      <p className="muted small">{t(`modification.means-${kind}`)}</p>
      {kind !== 'start' && (
        <Form.Item name="tokens" label={t('modification.tokens')} rules={[{ required: true }]}>
          <Checkbox.Group
            options={places.tokens.map((token) => ({ value: token.key, label: labelOf(token) }))}
          />
        </Form.Item>
      )}
      {(kind === 'start' || kind === 'back') && (
        <Form.Item name="start" label={t('modification.start')} rules={[{ required: true }]}>
          <Select
            showSearch
            optionFilterProp="label"
            options={startable.map((place) => ({ value: place.element, label: labelOf(place) }))}
          />
        </Form.Item>
      )}
      <Form.Item
        name="reason"
        label={t('modification.reason')}
        rules={[{ required: true, min: 2, message: t('modification.reason-needed') }]}
      >
        <Input.TextArea rows={3} maxLength={500} />
      </Form.Item>
      <Button type="primary" danger htmlType="submit" data-testid="modify">
        {t('modification.do')}
      </Button>
    </Form>
  );
}

export default function Modification({ number }: { number: string }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const [open, setOpen] = useState(false);
  const places = useQuery({
    queryKey: ['places', number],
    queryFn: () => api.places(number),
    enabled: open,
    retry: false,
  });
  const modify = useMutation({
    mutationFn: (asked: Asked) => api.modify(number, bodyOf(asked), newKey()),
    onSuccess: async () => {
      setOpen(false);
      await message.success(t('modification.done'));
    },
    onSettled: () => queries.invalidateQueries(),
  });
  const ask = useMutation({
    mutationFn: (asked: Asked) => api.askToModify(number, bodyOf(asked), newKey()),
    onSuccess: async () => {
      setOpen(false);
      await message.success(t('modification.asked'));
    },
    onSettled: () => queries.invalidateQueries(),
  });
  const passesOver =
    modify.error instanceof ApiError && modify.error.code === 'passes-over-an-act'
      ? modify.variables
      : undefined;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('modification.title')}</Button>
      <Drawer
        open={open}
        width={520}
        title={t('modification.title')}
        onClose={() => setOpen(false)}
        destroyOnHidden
      >
        <p className="muted">{t('modification.why')}</p>
        <ErrorNotice error={places.error ?? ask.error ?? modify.error} />
        {passesOver && (
          <Button
            danger
            data-testid="ask-second-person"
            loading={ask.isPending}
            onClick={() => ask.mutate(passesOver)}
          >
            {t('modification.ask')}
          </Button>
        )}
        {places.isPending && <Loading />}
        {places.data && (
          <ModificationForm places={places.data} onAsk={(asked) => modify.mutate(asked)} />
        )}
      </Drawer>
    </>
  );
}
