/** Says that something was accepted and is still being carried out (202). */
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { onPending } from '../../api/client.js';

export function PendingBar() {
  const { t } = useTranslation();
  const [waiting, setWaiting] = useState(0);
  useEffect(() => onPending(setWaiting), []);
  return (
    <aside aria-label={t('state.under-way')}>
      <div role="status">{waiting > 0 && <div className="pending">{t('state.pending')}</div>}</div>
    </aside>
  );
}
