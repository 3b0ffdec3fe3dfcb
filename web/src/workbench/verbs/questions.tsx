/** What a verb asks beside whom and why; list.ts says which one asks what. */
import { useQuery } from '@tanstack/react-query';
import { Form, InputNumber, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { isBarred } from '../../api/client.js';
import { api } from '../../api/endpoints.js';
import { ErrorNotice, Loading, Notice } from '../../shared/ui.js';
import type { Answers } from './list.js';

function Targets({ task }: { task: string }) {
  const { t } = useTranslation();
  const query = useQuery({
    queryKey: ['returns', task],
    queryFn: () => api.returns(task),
    retry: false,
  });
  const form = Form.useFormInstance<Answers>();
  const to = Form.useWatch('to', form);
  const chosen = query.data?.find((target) => target.to === to);
  if (query.isPending) return <Loading lines={2} />;
  if (query.isLoadingError || isBarred(query.error)) return <ErrorNotice error={query.error} />;
  if (query.data.length === 0) return <Notice>{t('verb.no-way-back')}</Notice>;
  return (
    <>
      <Form.Item name="to" label={t('verb.to')} rules={[{ required: true }]}>
        <Radio.Group
          className="verb-targets"
          options={query.data.map((target) => ({
            value: target.to,
            label:
              target.role === 'applicant'
                ? t('verb.to-applicant', { name: target.name })
                : target.name,
          }))}
        />
      </Form.Item>
      {chosen && chosen.undone.length > 0 && (
        <Notice tone="warning">{t('verb.undone', { names: chosen.undone.join('、') })}</Notice>
      )}
      {chosen && chosen.stays.length > 0 && (
        <Notice tone="warning">{t('verb.stays', { names: chosen.stays.join('、') })}</Notice>
      )}
    </>
  );
}

function Rule() {
  const { t } = useTranslation();
  const form = Form.useFormInstance<Answers>();
  const rule = Form.useWatch('rule', form);
  return (
    <>
      <Form.Item name="rule" label={t('verb.rule')}>
        <Radio.Group
          options={(['all', 'ratio', 'any', 'in-order'] as const).map((value) => ({
            value,
            label: t(`verb.rule-${value}`),
          }))}
        />
      </Form.Item>
      {rule === 'ratio' && (
        <Form.Item name="percent" label={t('verb.percent')} rules={[{ required: true }]}>
          <InputNumber min={1} max={100} suffix="%" />
        </Form.Item>
      )}
    </>
  );
}

export const QUESTIONS = { rule: Rule, target: Targets };
