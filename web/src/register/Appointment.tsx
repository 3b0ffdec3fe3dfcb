/** 任职: somebody, known or registered now by name and ID number, gets a post from a day on. */
import { Form, Input, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../api/endpoints.js';
import type { NewPost, OrganisationDetail, StaffMember } from '../api/model.js';
import { useSession } from '../shared/session.js';
import { chinaToday } from '../shared/time.js';
import { ErrorNotice } from '../shared/ui.js';
import { OrganisationSelect } from './OrganisationSelect.js';
import { useAct } from './useAct.js';
import '../shared/locales/register.js';

type Role = NewPost['role'];

/** Every role, and whether a county gives it; the server decides again. */
const GIVEN_BY: Record<Role, 'county' | 'city'> = {
  ...{ window: 'county', handler: 'county', inspector: 'county', reviewer: 'county' },
  ...{ approver: 'county', 'seal-keeper': 'county', cashier: 'county', 'agent-desk': 'county' },
  ...{ supervisor: 'county', 'item-author': 'county', 'item-reviewer': 'county' },
  ...{ 'legality-reviewer': 'county', archivist: 'city', 'message-desk': 'city' },
  ...{ 'catalogue-keeper': 'city', auditor: 'city', 'county-admin': 'city', admin: 'city' },
};
const ROLES = Object.keys(GIVEN_BY) as Role[];

type Fields = NewPost & { name: string; idNumber: string };

interface Props {
  organisation: Pick<OrganisationDetail, 'id' | 'name'> | null;
  person: Pick<StaffMember, 'id' | 'name'> | null;
  close: () => void;
}

export function Appointment({ organisation, person, close }: Props) {
  const { t } = useTranslation();
  const { post } = useSession();
  const [form] = Form.useForm<Fields>();
  const role = Form.useWatch('role', form);
  const save = useAct(async ({ name, idNumber, ...rest }: Fields, key: string) => {
    const known = person ?? { id: (await api.addStaff({ name, idNumber }, api.newKey())).key };
    const given = { ...rest, certificate: rest.certificate || null, validTo: rest.validTo || null };
    return api.addPost(known.id, given, key);
  }, close);
  const needed = [{ required: true, message: t('register.needed') }];
  const ofTheCity = post?.role === 'admin';
  const roles = ROLES.filter((one) => ofTheCity || GIVEN_BY[one] === 'county');
  return (
    <Modal
      open
      title={t('register.appoint')}
      okText={t('register.save')}
      onCancel={close}
      onOk={() => form.submit()}
      confirmLoading={save.isPending}
    >
      <ErrorNotice error={save.error} />
      <Form<Fields>
        form={form}
        layout="vertical"
        initialValues={{ organisation: organisation?.id, role: 'handler', validFrom: chinaToday() }}
        onFinish={(fields) => save.mutate(fields)}
      >
        {person ? (
          <p>{person.name}</p>
        ) : (
          <div className="form-pair">
            <Form.Item name="name" label={t('register.person')} rules={needed}>
              <Input maxLength={40} />
            </Form.Item>
            <Form.Item
              name="idNumber"
              label={t('register.id-number')}
              rules={needed}
              extra={t('register.id-number-hint')}
            >
              <Input maxLength={18} autoComplete="off" />
            </Form.Item>
          </div>
        )}
        <Form.Item name="organisation" label={t('register.field-organisation')} rules={needed}>
          <OrganisationSelect name={organisation?.name ?? null} />
        </Form.Item>
        <div className="form-pair">
          <Form.Item name="role" label={t('register.field-role')} rules={needed}>
            <Select options={roles.map((value) => ({ value, label: t(`role.${value}`) }))} />
          </Form.Item>
          <Form.Item name="title" label={t('register.field-title')} rules={needed}>
            <Input maxLength={60} />
          </Form.Item>
        </div>
        {role === 'inspector' && (
          <Form.Item name="certificate" label={t('register.field-certificate')} rules={needed}>
            <Input maxLength={40} />
          </Form.Item>
        )}
        <div className="form-pair">
          <Form.Item name="validFrom" label={t('register.first-day')} rules={needed}>
            <Input type="date" />
          </Form.Item>
          <Form.Item name="validTo" label={t('register.first-day-without')}>
            <Input type="date" />
          </Form.Item>
        </div>
      </Form>
    </Modal>
  );
}
