/** 津贴发放: the monthly lists one's post has to do with; civil affairs makes them. */
import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Input, Table, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { api } from '../api/endpoints.js';
import type { BenefitListSummary } from '../api/model.js';
import { useSession } from '../shared/session.js';
import { chinaToday, moneyText } from '../shared/time.js';
import { Empty, ErrorNotice } from '../shared/ui.js';
import '../workbench/workbench.css';
import { mayMakeLists } from './rights.js';

/** 高龄津贴; the only benefit paid monthly so far. */
const ALLOWANCE = '210511001000';

/** A benefit is paid from the month after the decision: the next month is the one to make a list for. */
function nextMonth(): string {
  const [year, month] = chinaToday().split('-').map(Number);
  return new Date(Date.UTC(year!, month!, 1)).toISOString().slice(0, 7);
}

function NewList() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [month, setMonth] = useState(nextMonth);
  const make = useMutation({
    mutationFn: () => api.openBenefitList(ALLOWANCE, month),
    onSuccess: (list) => navigate(`/benefits/${encodeURIComponent(list.id)}`),
  });
  return (
    <>
      <div className="row">
        <label className="row">
          {t('benefit.month')}
          <Input
            type="month"
            style={{ width: '11rem' }}
            value={month}
            onChange={(event) => setMonth(event.target.value)}
          />
        </label>
        <Button
          type="primary"
          data-testid="make-list"
          loading={make.isPending}
          disabled={month === ''}
          onClick={() => make.mutate()}
        >
          {t('benefit.make')}
        </Button>
      </div>
      <ErrorNotice error={make.error} />
    </>
  );
}

export default function Benefits() {
  const { t } = useTranslation();
  const { post } = useSession();
  const lists = useQuery({ queryKey: ['benefit-lists'], queryFn: api.benefitLists });
  return (
    <div className="staff-page">
      <h1>{t('benefit.title')}</h1>
      <p className="muted">{t('benefit.why')}</p>
      {mayMakeLists(post) && <NewList />}
      <ErrorNotice error={lists.error} retry={() => void lists.refetch()} />
      <Table<BenefitListSummary>
        rowKey="id"
        size="small"
        loading={lists.isPending}
        dataSource={lists.data?.items ?? []}
        pagination={false}
        locale={{ emptyText: <Empty title={t('benefit.none')} /> }}
        columns={[
          {
            title: t('benefit.month'),
            dataIndex: 'month',
            render: (month: string, list) => (
              <Link to={`/benefits/${encodeURIComponent(list.id)}`} data-testid="benefit-list">
                {month}
              </Link>
            ),
          },
          { title: t('benefit.county'), dataIndex: 'regionName' },
          { title: t('benefit.people'), dataIndex: 'lines', align: 'right' },
          {
            title: t('benefit.amount'),
            dataIndex: 'totalCents',
            align: 'right',
            render: moneyText,
          },
          {
            title: t('benefit.state'),
            dataIndex: 'state',
            render: (state: string, list) => (
              <>
                <Tag color={list.failed > 0 ? 'gold' : 'blue'}>{t(`benefit.state-${state}`)}</Tag>
                {list.failed > 0 && t('benefit.failed', { count: list.failed })}
              </>
            ),
          },
        ]}
      />
    </div>
  );
}
