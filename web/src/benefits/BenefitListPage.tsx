/** One monthly list: finance approves, the village mends what the bank sent back, then it is sent again. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Table, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { api } from '../api/endpoints.js';
import type { BenefitLine, BenefitList } from '../api/model.js';
import { useSession } from '../shared/session.js';
import { moneyText } from '../shared/time.js';
import { Empty, ErrorNotice, Loading, Notice } from '../shared/ui.js';
import '../workbench/workbench.css';
import { mayApprove, mayCorrect, mayMakeLists } from './rights.js';

const REFRESH_MS = 3000;

/** The bank's return file comes by itself. */
const atTheBank = (list: BenefitList | undefined) =>
  list?.lines.some((line) => line.state === 'sent') ?? false;

interface CorrectionProps {
  line: BenefitLine;
  busy: boolean;
  onCorrect: (account: string) => void;
}

function Correction({ line, busy, onCorrect }: CorrectionProps) {
  const { t } = useTranslation();
  const [account, setAccount] = useState('');
  if (line.state !== 'failed') return null;
  return (
    <span className="row">
      <Input
        style={{ width: '14rem' }}
        inputMode="numeric"
        aria-label={t('benefit.account-of', { name: line.name })}
        placeholder={t('benefit.account-hint')}
        value={account}
        onChange={(event) => setAccount(event.target.value.trim())}
      />
      <Button
        loading={busy}
        disabled={!/^\d{16,19}$/.test(account)}
        onClick={() => onCorrect(account)}
      >
        {t('benefit.correct')}
      </Button>
    </span>
  );
}

/** What has to happen next, and who does it. */
function NextStep({ list }: { list: BenefitList }) {
  const { t } = useTranslation();
  const any = (state: BenefitLine['state']) => list.lines.some((line) => line.state === state);
  const step =
    list.state === 'prepared'
      ? 'approve'
      : any('failed')
        ? 'correct'
        : any('corrected')
          ? 'resend'
          : any('sent')
            ? 'bank'
            : 'done';
  return (
    <div data-testid="benefit-next" data-step={step}>
      <Notice tone={step === 'done' ? 'success' : 'info'}>{t(`benefit.next-${step}`)}</Notice>
    </div>
  );
}

export default function BenefitListPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const { post } = useSession();
  const queries = useQueryClient();
  const query = useQuery({
    queryKey: ['benefit-list', id],
    queryFn: () => api.benefitList(id),
    refetchInterval: ({ state }) => (atTheBank(state.data) ? REFRESH_MS : false),
  });
  const act = useMutation({
    mutationFn: (call: () => Promise<BenefitList>) => call(),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['benefit-list', id] }),
  });
  const list = query.data;
  const corrected = list?.lines.some((line) => line.state === 'corrected') ?? false;
  return (
    <div className="staff-page">
      <p>
        <Link to="/benefits">{t('benefit.back')}</Link>
      </p>
      <h1>{list ? t('benefit.list-title', { month: list.month }) : t('benefit.title')}</h1>
      {query.isPending && <Loading />}
      <ErrorNotice error={query.error} retry={() => void query.refetch()} />
      {list && (
        <>
          <div className="row" data-testid="benefit-state">
            <Tag color="blue">{t(`benefit.state-${list.state}`)}</Tag>
            {t('benefit.total', { count: list.lines.length, amount: moneyText(list.totalCents) })}
            {mayApprove(post) && (
              <Button
                type="primary"
                data-testid="approve"
                disabled={list.state !== 'prepared'}
                loading={act.isPending}
                onClick={() => act.mutate(() => api.approveBenefitList(list.id))}
              >
                {t('benefit.approve')}
              </Button>
            )}
            {mayMakeLists(post) && (
              <Button
                data-testid="resend"
                disabled={!corrected}
                loading={act.isPending}
                onClick={() => act.mutate(() => api.resendBenefitList(list.id))}
              >
                {t('benefit.resend')}
              </Button>
            )}
          </div>
          <NextStep list={list} />
          <ErrorNotice error={act.error} />
          <Table<BenefitLine>
            rowKey="id"
            size="small"
            dataSource={list.lines}
            pagination={false}
            locale={{ emptyText: <Empty title={t('benefit.nobody')} /> }}
            columns={[
              {
                title: t('incident.case'),
                dataIndex: 'caseNumber',
                render: (number: string) => <Link to={`/workbench/cases/${number}`}>{number}</Link>,
              },
              { title: t('benefit.person'), dataIndex: 'name' },
              { title: t('benefit.account'), dataIndex: 'accountMasked' },
              {
                title: t('benefit.amount'),
                dataIndex: 'amountCents',
                align: 'right',
                render: moneyText,
              },
              {
                title: t('benefit.state'),
                dataIndex: 'state',
                render: (state: string, line) => (
                  <>
                    {t(`benefit.line-${state}`)}{' '}
                    {line.reason && <span className="muted">{line.reason}</span>}
                  </>
                ),
              },
              ...(mayCorrect(post)
                ? [
                    {
                      title: t('incident.do'),
                      key: 'do',
                      render: (_: unknown, line: BenefitLine) => (
                        <Correction
                          line={line}
                          busy={act.isPending}
                          onCorrect={(account) =>
                            act.mutate(() => api.correctBenefitLine(line.id, account))
                          }
                        />
                      ),
                    },
                  ]
                : []),
            ]}
          />
        </>
      )}
    </div>
  );
}
