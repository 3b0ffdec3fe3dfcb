/** Closing a body: what still hangs on it is told first; nothing is ever taken out. */
import { useQuery } from '@tanstack/react-query';
import { Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/endpoints.js';
import type { OrganisationDetail } from '../api/model.js';
import { chinaToday } from '../shared/time.js';
import { ErrorNotice, Notice } from '../shared/ui.js';
import { useAct } from './useAct.js';
import '../shared/locales/register.js';

export function Closing({
  organisation: { id, name },
  close,
}: {
  organisation: OrganisationDetail;
  close: () => void;
}) {
  const { t } = useTranslation();
  const [day, setDay] = useState(chinaToday());
  const preview = useQuery({
    queryKey: ['register', 'closing', id, day],
    queryFn: () => api.previewClosing(id, day),
  });
  const act = useAct((from: string, key) => api.closeOrganisation(id, from, key), close);
  const inTheWay = preview.data?.items ?? [];
  return (
    <Modal
      open
      title={t('register.close-title', { name })}
      okText={t('register.close')}
      okButtonProps={{ danger: true, disabled: !preview.data || inTheWay.length > 0 }}
      onCancel={close}
      onOk={() => act.mutate(day)}
      confirmLoading={act.isPending}
    >
      <ErrorNotice error={preview.error ?? act.error} />
      {inTheWay.length > 0 && (
        <Notice tone="warning" title={t('register.in-the-way')}>
          <ul>
            {inTheWay.map(({ code, message }) => (
              <li key={code}>{message}</li>
            ))}
          </ul>
        </Notice>
      )}
      <p className="small muted">{t('register.close-why')}</p>
      <label className="stack">
        {t('register.valid-from')}
        <Input
          type="date"
          min={chinaToday()}
          value={day}
          onChange={(event) => setDay(event.target.value)}
        />
      </label>
    </Modal>
  );
}
