/** A new body, or what changes of one: only the fields that were changed are sent. */
import { useQuery } from '@tanstack/react-query';
import { AutoComplete, Checkbox, Form, Input, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../api/endpoints.js';
import type { ChangedOrganisation, NewOrganisation, OrganisationDetail } from '../api/model.js';
import { chinaToday } from '../shared/time.js';
import { ErrorNotice } from '../shared/ui.js';
import { OrganisationSelect } from './OrganisationSelect.js';
import { useAct } from './useAct.js';
import '../shared/locales/register.js';

const KINDS = [
  ...(['government', 'department', 'branch', 'service-centre'] as const),
  ...(['enforcement-team', 'station', 'window', 'zone'] as const),
];
const LEVELS = ['city', 'county', 'township', 'village'] as const;

type Fields = Omit<NewOrganisation, 'validFrom'> & { validFrom: string };

interface Props {
  /** What is changed; left out: a new one. */
  organisation?: OrganisationDetail;
  parent?: string | null;
  close: () => void;
  saved: (key: string) => void;
}

/** Nothing typed is nothing. */
const tidy = (fields: Fields): Fields => ({
  ...fields,
  region: fields.region || null,
  creditCode: fields.creditCode || null,
  line: fields.line || null,
  parent: fields.parent ?? null,
  inNameOf: fields.inNameOf ?? null,
});

function changed(before: OrganisationDetail, fields: Fields): ChangedOrganisation {
  const { validFrom, ...rest } = tidy(fields);
  const other = Object.entries(rest).filter(
    ([name, value]) =>
      JSON.stringify(value) !== JSON.stringify(before[name as keyof OrganisationDetail]),
  );
  return { ...Object.fromEntries(other), validFrom };
}

export function OrganisationForm({ organisation, parent = null, close, saved }: Props) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Fields>();
  const kind = Form.useWatch('kind', form);
  const above = useQuery({
    queryKey: ['register', 'organisation', parent],
    queryFn: () => api.organisation(parent!),
    enabled: parent !== null,
  });
  const save = useAct(
    (fields: Fields, key) =>
      organisation
        ? api.changeOrganisation(organisation.id, changed(organisation, fields), key)
        : api.addOrganisation(tidy(fields), key),
    ({ key }) => saved(key),
  );
  const needed = [{ required: true, message: t('register.needed') }];
  const lines = t('line', { returnObjects: true }) as unknown as Record<string, string>;
  const lineOptions = Object.entries(lines).map(([value, label]) => ({
    value,
    label: `${label} ${value}`,
  }));
  const aboveIt = above.data;
  if (parent !== null && !organisation && !aboveIt) return null;
  return (
    <Modal
      open
      width={640}
      title={t(organisation ? 'register.change-organisation' : 'register.add-organisation')}
      okText={t('register.save')}
      onCancel={close}
      onOk={() => form.submit()}
      confirmLoading={save.isPending}
    >
      <ErrorNotice error={save.error} />
      <Form<Fields>
        form={form}
        layout="vertical"
        initialValues={{
          ...{
            kind: 'department',
            level: aboveIt?.level ?? 'city',
            alsoLines: [],
            serviceArea: [],
          },
          ...{ vertical: false, parent, region: aboveIt?.region, ...organisation },
          validFrom: chinaToday(),
        }}
        onFinish={(fields) => save.mutate(fields)}
      >
        <Form.Item name="name" label={t('register.field-name')} rules={needed}>
          <Input maxLength={100} />
        </Form.Item>
        <div className="form-pair">
          <Form.Item name="kind" label={t('register.field-kind')} rules={needed}>
            <Select
              options={KINDS.map((value) => ({ value, label: t(`register.kind-${value}`) }))}
            />
          </Form.Item>
          <Form.Item name="level" label={t('register.field-level')} rules={needed}>
            <Select options={LEVELS.map((value) => ({ value, label: t(`level.${value}`) }))} />
          </Form.Item>
        </div>
        <Form.Item name="parent" label={t('register.field-parent')}>
          <OrganisationSelect name={organisation?.above.at(-1)?.name ?? aboveIt?.name} />
        </Form.Item>
        {kind !== 'branch' && kind !== 'zone' && (
          <Form.Item name="region" label={t('register.field-region')}>
            <Input maxLength={12} inputMode="numeric" />
          </Form.Item>
        )}
        {kind === 'branch' && (
          <Form.Item
            name="serviceArea"
            label={t('register.field-serviceArea')}
            extra={t('register.service-area-hint')}
          >
            <Select mode="tags" open={false} tokenSeparators={['、', ',', ' ']} />
          </Form.Item>
        )}
        {kind !== 'zone' && (
          <>
            <Form.Item name="line" label={t('register.field-line')} extra={t('register.line-hint')}>
              <AutoComplete options={lineOptions} showSearch={{ filterOption: true }} />
            </Form.Item>
            <Form.Item name="alsoLines" label={t('register.field-alsoLines')}>
              <Select mode="tags" options={lineOptions} />
            </Form.Item>
            <Form.Item name="vertical" valuePropName="checked">
              <Checkbox>{t('register.field-vertical')}</Checkbox>
            </Form.Item>
          </>
        )}
        <Form.Item name="creditCode" label={t('register.field-creditCode')}>
          <Input maxLength={18} />
        </Form.Item>
        <Form.Item
          name="inNameOf"
          label={t('register.field-inNameOf')}
          extra={t('register.in-name-of-hint')}
        >
          <OrganisationSelect name={organisation?.inNameOfName ?? null} />
        </Form.Item>
        <Form.Item name="validFrom" label={t('register.valid-from')} rules={needed}>
          <Input type="date" {...(organisation && { min: chinaToday() })} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
