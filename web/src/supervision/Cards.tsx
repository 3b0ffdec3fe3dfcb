/** Cards: a supervisor's, or those of one's own unit to answer. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, type TableProps } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../api/endpoints.js';
import type { Card, CardTransition, CardsQuery } from '../api/model.js';
import { useSession } from '../shared/session.js';
import { momentText } from '../shared/time.js';
import { ErrorNotice, Loading } from '../shared/ui.js';
import { History, Moves } from './Acts.js';
import { CardTag } from './CardTag.js';
import { Choice } from './Choice.js';
import { Decisions } from './Decisions.js';
import { Download } from './Download.js';
import { placeIn, useParamsState } from './filter.js';
import { FoundBy, foundByIn } from './FoundBy.js';
import { Frame } from './Frame.js';
import { NewCard } from './NewCard.js';
import { NewOrder } from './NewOrder.js';
import { Print } from './Print.js';
import { Register } from './Register.js';

const STATES = [
  'standing',
  'proposed',
  'issued',
  'answered',
  'returned',
  'accepted',
  'revoked',
  'dismissed',
] as const;
const COLOURS = ['warning', 'yellow', 'red'] as const;
const SUPERVISORS_TRANSITIONS: Record<string, CardTransition[]> = {
  proposed: ['confirmation', 'dismissal'],
  issued: ['revocation'],
  answered: ['acceptance', 'return', 'revocation'],
  returned: ['revocation'],
  accepted: ['revocation'],
};
const UNITS_TRANSITIONS: Record<string, CardTransition[]> = {
  issued: ['answer'],
  returned: ['answer'],
};

function OneCard({ id, own }: { id: string; own: boolean }) {
  const { t } = useTranslation();
  const { post } = useSession();
  const queries = useQueryClient();
  const [ordering, setOrdering] = useState(false);
  const query = useQuery({ queryKey: ['card', id], queryFn: () => api.card(id) });
  if (!query.data) return query.error ? <ErrorNotice error={query.error} /> : <Loading />;
  const card = query.data;
  const mine = card.department === post?.organisation.id;
  const moves = (own ? (mine ? UNITS_TRANSITIONS : {}) : SUPERVISORS_TRANSITIONS)[card.state] ?? [];
  return (
    <div className="stack">
      <p className="row">
        <CardTag colour={card.colour} /> <strong>{card.departmentName}</strong>
        <span className="tag">{t(`supervision.card-state-${card.state}`)}</span>
      </p>
      <p>{card.reason}</p>
      <p>
        <Link className="number" to={`/workbench/cases/${card.caseNumber}`}>
          {card.caseNumber}
        </Link>{' '}
        {card.itemName} {card.step && `· ${card.step}`}
      </p>
      <p className="small muted">
        {card.ruleName &&
          t('supervision.by-rule-version', { name: card.ruleName, version: card.ruleVersion })}{' '}
        {card.answerDue && t('supervision.answer-due', { at: momentText(card.answerDue) })}{' '}
        {card.escalatedTo && t('supervision.escalated-to', { name: card.escalatedTo })}
      </p>
      <History acts={card.acts} />
      <Moves<CardTransition>
        key={card.state}
        id={id}
        moves={moves}
        silent={['confirmation', 'acceptance']}
        withFiles={own}
        carryOut={(move, body) => api.moveCard(id, move, body)}
        onDone={() => {
          void queries.invalidateQueries({ queryKey: ['card', id] });
          void queries.invalidateQueries({ queryKey: ['cards'] });
        }}
      />
      {!own && (
        <Button onClick={() => setOrdering(true)} data-testid="order-from-card">
          {t('supervision.order-from-card')}
        </Button>
      )}
      {ordering && (
        <NewOrder
          about={{
            department: card.department,
            caseNumber: card.caseNumber,
            cardId: card.id,
            title: card.reason.slice(0, 60),
          }}
          onClose={() => setOrdering(false)}
        />
      )}
    </div>
  );
}

/** The list, for supervisors and (with `own`) for a unit. */
export function CardTable({ query, own }: { query: CardsQuery; own: boolean }) {
  const { t } = useTranslation();
  const decides = useSession().post?.role === 'supervisor' && !own;
  const [chosen, setChosen] = useState<string[]>([]);
  const columns = (open: (id: string) => void): TableProps<Card>['columns'] => [
    {
      title: t('supervision.card'),
      dataIndex: 'colour',
      render: (colour: string) => <CardTag colour={colour} />,
    },
    { title: t('supervision.unit'), dataIndex: 'departmentName' },
    {
      title: t('supervision.reason'),
      dataIndex: 'reason',
      render: (reason: string, row) => (
        <Button
          type="link"
          size="small"
          className="wraps"
          onClick={() => open(row.id)}
          data-testid="open-card"
        >
          {reason}
        </Button>
      ),
    },
    {
      title: t('supervision.case'),
      dataIndex: 'caseNumber',
      render: (number: string) => (
        <Link className="number" to={`/workbench/cases/${number}`}>
          {number}
        </Link>
      ),
    },
    { title: t('supervision.item'), dataIndex: 'itemName' },
    {
      title: t('supervision.state'),
      dataIndex: 'state',
      render: (state: string) => t(`supervision.card-state-${state}`),
    },
    { title: t('supervision.answer-until'), dataIndex: 'answerDue', render: momentText },
    { title: t('supervision.escalated'), dataIndex: 'escalatedTo' },
    { title: t('supervision.created'), dataIndex: 'createdAt', render: momentText },
  ];
  const choosing = {
    ...{ chosen, onChoose: setChosen },
    may: (card: Card) => card.state === 'proposed',
  };
  return (
    <>
      {chosen.length > 0 && <Decisions chosen={chosen} onDone={setChosen} />}
      <Register<Card>
        {...(decides && { choosing })}
        name="cards"
        query={query}
        page={(after) => api.cards(query, after)}
        columns={columns}
        none={t('supervision.none-cards')}
        title={t('supervision.card')}
      >
        {(id) => <OneCard id={id} own={own} />}
      </Register>
    </>
  );
}

export default function Cards() {
  const { t } = useTranslation();
  const issues = useSession().post?.role === 'supervisor';
  const [issuing, setIssuing] = useState(false);
  const [params, change] = useParamsState();
  const state = params.get('state') ?? undefined;
  const colour = params.get('colour') ?? undefined;
  const query = {
    ...placeIn(params),
    state,
    colour,
    case: params.get('case') ?? undefined,
    ...foundByIn(params),
  } as CardsQuery;
  const controls = (
    <>
      <FoundBy />
      <Choice
        name="state"
        value={state}
        values={STATES}
        label={(one) => t(`supervision.card-state-${one}`)}
        onChange={change}
      />
      <Choice
        name="colour"
        value={colour}
        values={COLOURS}
        label={(one) => t(`supervision.card-${one}`)}
        onChange={change}
      />
      <Download of="cards" query={query} />
      <Print />
      {issues && (
        <Button size="small" type="primary" onClick={() => setIssuing(true)} data-testid="new-card">
          {t('supervision.new-card')}
        </Button>
      )}
    </>
  );
  return (
    <Frame page="cards" controls={controls}>
      <CardTable query={query} own={false} />
      {issuing && <NewCard onClose={() => setIssuing(false)} />}
    </Frame>
  );
}
