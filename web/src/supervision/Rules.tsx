/** Card rules: what earns which card, from when on, and what becomes of one that nobody answers. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Popconfirm, Table, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/endpoints.js';
import type { CardRule } from '../api/model.js';
import { useSession } from '../shared/session.js';
import { Empty, ErrorNotice } from '../shared/ui.js';
import { CardTag } from './CardTag.js';
import { Frame } from './Frame.js';
import { RuleForm } from './RuleForm.js';
import { Settings } from './Settings.js';

/** Newest version first; the older ones stand under it. */
function byRule(rules: CardRule[]): (CardRule & { older: CardRule[] })[] {
  const found = new Map<string, CardRule & { older: CardRule[] }>();
  for (const rule of rules) {
    const newest = found.get(rule.id);
    if (newest) newest.older.push(rule);
    else found.set(rule.id, { ...rule, older: [] });
  }
  return [...found.values()];
}

function useColumns(edit: ((rule: CardRule) => void) | null, end: (id: string) => void) {
  const { t } = useTranslation();
  const where = (rule: CardRule) =>
    [
      rule.territory,
      rule.line && t(`line.${rule.line}`, { defaultValue: rule.line }),
      rule.department,
      rule.item,
    ]
      .filter(Boolean)
      .join(' · ') || t('supervision.whole');
  return [
    {
      title: t('supervision.card'),
      dataIndex: 'colour',
      render: (colour: string) => <CardTag colour={colour} />,
    },
    {
      title: t('supervision.rule-name'),
      key: 'name',
      render: (_: unknown, rule: CardRule) => (
        <span className="row">
          {rule.name} <span className="small muted">v{rule.version}</span>
          {!rule.current && (
            <Tag>
              {t(
                rule.validTo && rule.validTo <= rule.validFrom
                  ? 'supervision.rule-ended'
                  : rule.validTo
                    ? 'supervision.rule-ended'
                    : 'supervision.rule-later',
              )}
            </Tag>
          )}
        </span>
      ),
    },
    {
      title: t('supervision.rule-condition'),
      key: 'condition',
      render: (_: unknown, rule: CardRule) =>
        t(`supervision.condition-${rule.condition}`, { count: rule.threshold }),
    },
    {
      title: t('supervision.rule-where'),
      key: 'where',
      render: (_: unknown, rule: CardRule) => where(rule),
    },
    {
      title: t('supervision.rule-issue'),
      dataIndex: 'issue',
      render: (issue: string) => t(`supervision.issue-${issue}`),
    },
    {
      title: t('supervision.rule-ladder'),
      key: 'ladder',
      render: (_: unknown, rule: CardRule) => (
        <span className="row small">
          {t('supervision.answer-within', { count: rule.answerDays })}
          {rule.ladder.map((rung, index) => (
            <span key={index} className="row">
              → {t('supervision.rung', { count: rung.afterDays })} <CardTag colour={rung.colour} />
            </span>
          ))}
        </span>
      ),
    },
    {
      title: t('supervision.rule-from'),
      key: 'from',
      render: (_: unknown, rule: CardRule) => (
        <span className="number">
          {rule.validFrom}
          {rule.validTo && ` – ${rule.validTo}`}
        </span>
      ),
    },
    ...(edit
      ? [
          {
            title: t('action.column'),
            key: 'acts',
            render: (_: unknown, rule: CardRule & { older?: CardRule[] }) =>
              rule.older && (
                <span className="row">
                  <Button size="small" onClick={() => edit(rule)} data-testid={`edit-${rule.id}`}>
                    {t('supervision.rule-change')}
                  </Button>
                  {!rule.validTo && (
                    <Popconfirm
                      title={t('supervision.rule-end-sure')}
                      onConfirm={() => end(rule.id)}
                      okText={t('supervision.rule-end')}
                      cancelText={t('action.cancel')}
                    >
                      <Button size="small">{t('supervision.rule-end')}</Button>
                    </Popconfirm>
                  )}
                </span>
              ),
          },
        ]
      : []),
  ];
}

export default function Rules() {
  const { t } = useTranslation();
  const { post } = useSession();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [editing, setEditing] = useState<CardRule | 'new' | null>(null);
  const rules = useQuery({ queryKey: ['card-rules'], queryFn: () => api.cardRules() });
  const refresh = () => queries.invalidateQueries({ queryKey: ['card-rules'] });
  const end = useMutation({ mutationFn: (id: string) => api.endCardRule(id), onSuccess: refresh });
  const evaluate = useMutation({
    mutationFn: () => api.evaluateCardRules(),
    onSuccess: ({ proposed, issued, escalated }) =>
      message.success(t('supervision.evaluated', { proposed, issued, escalated })),
  });
  const admin = post?.role === 'admin';
  const columns = useColumns(admin ? setEditing : null, (id) => end.mutate(id));
  const controls = admin && (
    <>
      <Button
        size="small"
        loading={evaluate.isPending}
        onClick={() => evaluate.mutate()}
        data-testid="evaluate"
      >
        {t('supervision.evaluate')}
      </Button>
      <Button size="small" type="primary" onClick={() => setEditing('new')} data-testid="new-rule">
        {t('supervision.rule-new')}
      </Button>
    </>
  );
  return (
    <Frame page="rules" controls={controls}>
      <p className="muted">{t('supervision.rules-why')}</p>
      <ErrorNotice
        error={rules.error ?? end.error ?? evaluate.error}
        retry={() => void rules.refetch()}
      />
      <Table<CardRule & { older?: CardRule[] }>
        rowKey={(rule) => `${rule.id}.${rule.version}`}
        size="small"
        className="dense"
        loading={rules.isPending}
        dataSource={byRule(rules.data?.items ?? [])}
        columns={columns}
        pagination={false}
        scroll={{ x: 'max-content' }}
        locale={{ emptyText: <Empty title={t('supervision.none-rules')} /> }}
        expandable={{
          columnTitle: <span className="visually-hidden">{t('action.expand')}</span>,
          rowExpandable: (rule) => (rule.older?.length ?? 0) > 0,
          expandedRowRender: (rule) => (
            <Table<CardRule>
              rowKey="version"
              size="small"
              pagination={false}
              dataSource={rule.older ?? []}
              columns={columns}
            />
          ),
        }}
        data-testid="rules"
      />
      <Settings />
      {editing && (
        <RuleForm
          rule={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
          onSaved={() => {
            setEditing(null);
            void refresh();
          }}
        />
      )}
    </Frame>
  );
}
