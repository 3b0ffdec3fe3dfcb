/** What a supervisor does about the case they look at: a card, an order. */
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NewCard } from './NewCard.js';
import { NewOrder } from './NewOrder.js';

export default function CaseActs({ number }: { number: string }) {
  const { t } = useTranslation();
  const [writing, setWriting] = useState<'card' | 'order' | null>(null);
  const close = () => setWriting(null);
  const about = { caseNumber: number };
  return (
    <>
      <Button onClick={() => setWriting('card')} data-testid="card-for-case">
        {t('supervision.new-card')}
      </Button>
      <Button onClick={() => setWriting('order')} data-testid="order-for-case">
        {t('supervision.new-order')}
      </Button>
      {writing === 'card' && <NewCard about={about} onClose={close} />}
      {writing === 'order' && <NewOrder about={about} onClose={close} />}
    </>
  );
}
