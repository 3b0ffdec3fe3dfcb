/** Fees that were ordered otherwise than the item's rule says, as it was counted again. */
import { useTranslation } from 'react-i18next';
import type { CaseDetail } from '../api/model.js';
import { moneyText } from '../shared/time.js';
import { Notice } from '../shared/ui.js';

export function WrongFees({ payments }: { payments: CaseDetail['payments'] }) {
  const { t } = useTranslation();
  return payments
    .filter(({ ruleCents, amountCents }) => ruleCents !== null && ruleCents !== amountCents)
    .map(({ id, itemName, amountCents, ruleCents }) => (
      <Notice
        key={id}
        tone="warning"
        title={t('bench.wrong-fee', { item: itemName })}
        testId="wrong-fee"
      >
        <p>
          {t('bench.wrong-fee-why', {
            ordered: moneyText(amountCents),
            rule: moneyText(ruleCents ?? 0),
          })}
        </p>
      </Notice>
    ));
}
