/** 送审: the draft is kept, and given to those who review it. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input, Modal } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey } from '../api/client.js';
import { api } from '../api/endpoints.js';
import { ErrorNotice } from '../shared/ui.js';
import { isDraft } from '../shared/versions/made-from.js';
import '../shared/locales/entry.js';

interface Props {
  code: string;
  disabled: boolean;
  /** Keeps what the editor shows. */
  keep: () => Promise<unknown>;
}

export function HandIn({ code, disabled, keep }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const [note, setNote] = useState('');
  const key = useRef(newKey());
  const handing = useMutation({
    mutationFn: async () => {
      await keep();
      const { versions } = await api.itemHistory(code);
      const revision = versions.find(isDraft)?.revision ?? '';
      return api.handInItem(code, { revision, note: note.trim() }, key.current);
    },
    onSuccess: ({ number }) => {
      void message.success(t('entry.handed-in', { number }));
      setOpen(false);
      key.current = newKey();
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['catalogue', 'entry', code] }),
  });
  return (
    <>
      <Button
        type="primary"
        data-testid="hand-in"
        disabled={disabled}
        onClick={() => setOpen(true)}
      >
        {t('entry.hand-in')}
      </Button>
      <Modal
        open={open}
        title={t('entry.hand-in')}
        okText={t('entry.hand-in')}
        okButtonProps={{ 'data-testid': 'hand-in-confirm', loading: handing.isPending }}
        onOk={() => handing.mutate()}
        onCancel={() => setOpen(false)}
      >
        <div className="stack">
          <p>{t('entry.hand-in-sure')}</p>
          <label className="stack">
            {t('entry.note')}
            <Input.TextArea
              maxLength={1000}
              value={note}
              onChange={(event) => setNote(event.target.value)}
            />
          </label>
          <ErrorNotice error={handing.error} />
        </div>
      </Modal>
    </>
  );
}
