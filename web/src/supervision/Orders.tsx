/** Orders to departments (督办): a supervisor's, or those of one's own unit to reply to. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, type TableProps } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../api/endpoints.js';
import type { Order, OrderTransition, OrdersQuery } from '../api/model.js';
import { useSession } from '../shared/session.js';
import { momentText } from '../shared/time.js';
import { ErrorNotice, Loading } from '../shared/ui.js';
import { History, Moves } from './Acts.js';
import { Choice } from './Choice.js';
import { Download } from './Download.js';
import { placeIn, useParamsState } from './filter.js';
import { FoundBy, foundByIn } from './FoundBy.js';
import { Frame } from './Frame.js';
import { NewOrder } from './NewOrder.js';
import { Print } from './Print.js';
import { Register } from './Register.js';

const STATES = ['open', 'issued', 'replied', 'returned', 'accepted', 'withdrawn'] as const;
const SUPERVISORS_TRANSITIONS: Record<string, OrderTransition[]> = {
  issued: ['withdrawal'],
  replied: ['acceptance', 'return', 'withdrawal'],
  returned: ['withdrawal'],
};
const UNITS_TRANSITIONS: Record<string, OrderTransition[]> = {
  issued: ['reply'],
  returned: ['reply'],
};

function State({ order }: { order: Order }) {
  const { t } = useTranslation();
  return (
    <span className={order.late ? 'is-bad' : ''}>
      {t(`supervision.order-state-${order.state}`)}
      {order.late && ` · ${t('supervision.order-late')}`}
    </span>
  );
}

function OneOrder({ id, own }: { id: string; own: boolean }) {
  const { t } = useTranslation();
  const { post } = useSession();
  const queries = useQueryClient();
  const query = useQuery({ queryKey: ['order', id], queryFn: () => api.order(id) });
  if (!query.data) return query.error ? <ErrorNotice error={query.error} /> : <Loading />;
  const order = query.data;
  const mine = order.department === post?.organisation.id;
  const moves =
    (own ? (mine ? UNITS_TRANSITIONS : {}) : SUPERVISORS_TRANSITIONS)[order.state] ?? [];
  return (
    <div className="stack">
      <h2>{order.title}</h2>
      <p className="row">
        <strong>{order.departmentName}</strong> <State order={order} />
      </p>
      <p className="small muted">
        {t('supervision.deadline')} {momentText(order.deadline)}{' '}
        {order.escalatedTo && t('supervision.escalated-to', { name: order.escalatedTo })}
      </p>
      <p className="wraps">{order.text}</p>
      {order.alongside.length > 0 && (
        <p className="small">
          {t('supervision.units-too')}：{order.alongside.join('、')}
        </p>
      )}
      <p>
        <Link to={`/order-sheets/${id}`} data-testid="order-sheet">
          {t('supervision.order-sheet')}
        </Link>
      </p>
      {order.caseNumber && (
        <p>
          <Link className="number" to={`/workbench/cases/${order.caseNumber}`}>
            {order.caseNumber}
          </Link>
        </p>
      )}
      <History acts={order.acts} />
      <Moves<OrderTransition>
        key={order.state}
        id={id}
        moves={moves}
        silent={['acceptance']}
        withFiles={own}
        carryOut={(move, body) => api.moveOrder(id, move, body)}
        onDone={() => {
          void queries.invalidateQueries({ queryKey: ['order', id] });
          void queries.invalidateQueries({ queryKey: ['orders'] });
        }}
      />
    </div>
  );
}

/** The list, for supervisors and (with `own`) for a unit. */
export function OrderTable({ query, own }: { query: OrdersQuery; own: boolean }) {
  const { t } = useTranslation();
  const columns = (open: (id: string) => void): TableProps<Order>['columns'] => [
    {
      title: t('supervision.order-number'),
      dataIndex: 'number',
      render: (number: string, row) => (
        <Button type="link" size="small" onClick={() => open(row.id)} data-testid="open-order">
          {number}
        </Button>
      ),
    },
    { title: t('supervision.order-title'), dataIndex: 'title' },
    { title: t('supervision.unit'), dataIndex: 'departmentName' },
    { title: t('supervision.state'), key: 'state', render: (_, row) => <State order={row} /> },
    { title: t('supervision.deadline'), dataIndex: 'deadline', render: momentText },
    { title: t('supervision.escalated'), dataIndex: 'escalatedTo' },
    {
      title: t('supervision.case'),
      dataIndex: 'caseNumber',
      render: (number: string | null) =>
        number && (
          <Link className="number" to={`/workbench/cases/${number}`}>
            {number}
          </Link>
        ),
    },
    { title: t('supervision.issued-by'), dataIndex: 'issuedBy' },
    { title: t('supervision.created'), dataIndex: 'issuedAt', render: momentText },
  ];
  return (
    <Register<Order>
      name="orders"
      query={query}
      page={(after) => api.orders(query, after)}
      columns={columns}
      none={t('supervision.none-orders')}
      title={t('supervision.order')}
    >
      {(id) => <OneOrder id={id} own={own} />}
    </Register>
  );
}

export default function Orders() {
  const { t } = useTranslation();
  const [params, change] = useParamsState();
  const [writing, setWriting] = useState(false);
  const state = params.get('state') ?? undefined;
  const query = {
    ...placeIn(params),
    state,
    case: params.get('case') ?? undefined,
    ...foundByIn(params),
  } as OrdersQuery;
  const controls = (
    <>
      <FoundBy />
      <Choice
        name="state"
        value={state}
        values={STATES}
        label={(one) => t(`supervision.order-state-${one}`)}
        onChange={change}
      />
      <Download of="orders" query={query} />
      <Print />
      <Button size="small" type="primary" onClick={() => setWriting(true)} data-testid="new-order">
        {t('supervision.new-order')}
      </Button>
    </>
  );
  return (
    <Frame page="orders" controls={controls}>
      <OrderTable query={query} own={false} />
      {writing && <NewOrder onClose={() => setWriting(false)} />}
    </Frame>
  );
}
