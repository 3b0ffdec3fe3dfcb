/** What is decided against an applicant is asked once more, saying what follows. */
import { App } from 'antd';
import { useTranslation } from 'react-i18next';

/** @returns asks; whether it is to be done */
export function useAskOnceMore(): (outcome: string, count?: number) => Promise<boolean> {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  return async (outcome, count = 1) =>
    await modal.confirm({
      title:
        count === 1
          ? t('bench.adverse-title', { outcome })
          : t('bench.adverse-many', { outcome, count }),
      content: t('bench.adverse-follows'),
      okText: outcome,
      okButtonProps: { danger: true, className: 'adverse-ok' },
      cancelText: t('action.cancel'),
      autoFocusButton: 'cancel',
    });
}
