/** One word about several proposals: confirmed or not, with the reason; what became of each is told. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/endpoints.js';
import { ErrorNotice, Notice } from '../shared/ui.js';

interface Props {
  chosen: string[];
  /** @param left what could not be decided, and stays chosen */
  onDone: (left: string[]) => void;
}

export function Decisions({ chosen, onDone }: Props) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [text, setText] = useState('');
  const decide = useMutation({
    mutationFn: (decision: 'confirm' | 'dismiss') =>
      api.decideCards({ cards: chosen, decision, text: text.trim() }),
    onSuccess: async ({ items }) => {
      for (const key of ['cards', 'board']) await queries.invalidateQueries({ queryKey: [key] });
      onDone(items.filter(({ state }) => state === 'refused').map(({ id }) => id));
    },
  });
  const refused = decide.data?.items.filter(({ state }) => state === 'refused') ?? [];
  return (
    <section className="card stack no-print" aria-label={t('supervision.decide-cards')}>
      <div className="row">
        <strong>{t('supervision.chosen', { count: chosen.length })}</strong>
        <Input
          style={{ flex: '1 1 20rem', width: 'auto' }}
          maxLength={1000}
          aria-label={t('supervision.decision-reason')}
          placeholder={t('supervision.decision-reason')}
          value={text}
          onChange={(event) => setText(event.target.value)}
          data-testid="decision-reason"
        />
        {(['confirm', 'dismiss'] as const).map((decision) => (
          <Button
            key={decision}
            type={decision === 'confirm' ? 'primary' : 'default'}
            disabled={!text.trim() || decide.isPending}
            loading={decide.isPending && decide.variables === decision}
            onClick={() => decide.mutate(decision)}
            data-testid={`decide-${decision}`}
          >
            {t(`supervision.move-${decision === 'confirm' ? 'confirmation' : 'dismissal'}`)}
          </Button>
        ))}
        <Button onClick={() => onDone([])}>{t('action.cancel')}</Button>
      </div>
      {refused.length > 0 && (
        <Notice tone="warning" title={t('supervision.not-decided', { count: refused.length })}>
          {[...new Set(refused.map(({ message }) => message))].join(' ')}
        </Notice>
      )}
      <ErrorNotice error={decide.error} />
    </section>
  );
}
