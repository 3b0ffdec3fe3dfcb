/** 津贴发放: monthly list → finance → bank → return file → corrections → sent again. */
import { useMutation } from '@tanstack/react-query';
import { Button, Input, Table, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../api/endpoints.js';
import type { BenefitLine, BenefitList } from '../api/model.js';
import { moneyText } from '../shared/time.js';
import { Empty, ErrorNotice } from '../shared/ui.js';
import '../workbench/workbench.css';

/** 高龄津贴; the only benefit paid monthly so far. */
const ALLOWANCE = '210511001000';

function thisMonth(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' })
    .format(new Date())
    .slice(0, 7);
}

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
        aria-label={t('benefit.account')}
        placeholder={t('benefit.account')}
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

export default function Benefits() {
  const { t } = useTranslation();
  const [month, setMonth] = useState(thisMonth);
  const [list, setList] = useState<BenefitList | null>(null);
  const act = useMutation({
    mutationFn: (call: () => Promise<BenefitList>) => call(),
    onSuccess: setList,
  });
  const corrected = list?.lines.some((line) => line.state === 'corrected') ?? false;
  const show = act.mutate;
  return (
    <div className="staff-page">
      <h1>{t('benefit.title')}</h1>
      <p className="muted">{t('benefit.why')}</p>
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
          loading={act.isPending}
          onClick={() => show(() => api.openBenefitList(ALLOWANCE, month))}
        >
          {t('benefit.make')}
        </Button>
        {list && (
          <>
            <Button onClick={() => show(() => api.benefitList(list.id))}>
              {t('benefit.reload')}
            </Button>
            <Button
              disabled={list.state !== 'prepared'}
              onClick={() => show(() => api.approveBenefitList(list.id))}
            >
              {t('benefit.approve')}
            </Button>
            <Button
              disabled={!corrected}
              onClick={() => show(() => api.resendBenefitList(list.id))}
            >
              {t('benefit.resend')}
            </Button>
          </>
        )}
      </div>
      <ErrorNotice error={act.error} />
      {list && (
        <p data-testid="benefit-state">
          <Tag color="blue">{t(`benefit.state-${list.state}`)}</Tag>
          {t('benefit.total', { count: list.lines.length, amount: moneyText(list.totalCents) })}
        </p>
      )}
      <Table<BenefitLine>
        rowKey="id"
        size="small"
        dataSource={list?.lines ?? []}
        pagination={false}
        locale={{ emptyText: <Empty title={t('benefit.none')} /> }}
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
          {
            title: t('incident.do'),
            key: 'do',
            render: (_: unknown, line) => (
              <Correction
                line={line}
                busy={act.isPending}
                onCorrect={(account) => show(() => api.correctBenefitLine(line.id, account))}
              />
            ),
          },
        ]}
      />
    </div>
  );
}
