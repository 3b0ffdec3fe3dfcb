/** A new rule, or a further version of one from a day on. */
import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Form, Input, InputNumber, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../api/endpoints.js';
import type { CardRule, CardRuleContent } from '../api/model.js';
import { chinaToday } from '../shared/time.js';
import { ErrorNotice } from '../shared/ui.js';
import { UnitSelect } from './UnitSelect.js';

const CONDITIONS: CardRuleContent['condition'][] = [
  ...(['promised-near', 'promised-passed', 'statutory-near', 'statutory-passed'] as const),
  ...(['acceptance-passed', 'delivery-passed', 'step-near', 'step-passed'] as const),
  ...([
    'paused-long',
    'returned-often',
    'late-entry',
    'wrong-fee',
    'regulation-unclaimed',
  ] as const),
];
const COLOURS = ['warning', 'yellow', 'red'] as const;

function contentOf(rule: CardRule | null): Partial<CardRuleContent> {
  if (!rule) {
    return {
      threshold: 0,
      answerDays: 3,
      issue: 'proposal',
      colour: 'yellow',
      ladder: [],
      validFrom: chinaToday(),
    };
  }
  const { name, condition, threshold, colour, territory, line, department, item } = rule;
  const { issue, answerDays, ladder } = rule;
  return {
    ...{ name, condition, threshold, colour, territory, line, department, item },
    ...{ issue, answerDays, ladder, validFrom: chinaToday() },
  };
}

/** Counties and townships of the city, as one list. */
function TerritorySelect({
  id,
  value,
  onChange,
}: {
  id?: string;
  value?: string | null;
  onChange?: (value: string | null) => void;
}) {
  const { t } = useTranslation();
  const { data } = useQuery({
    queryKey: ['regions', '210300'],
    queryFn: () => api.regions('210300'),
  });
  return (
    <Select
      {...(id && { id })}
      allowClear
      placeholder={t('supervision.whole')}
      value={value ?? undefined}
      onChange={(next: string | undefined) => onChange?.(next ?? null)}
      options={(data?.items ?? []).map((region) => ({ value: region.code, label: region.name }))}
    />
  );
}

function Ladder() {
  const { t } = useTranslation();
  const colours = COLOURS.map((value) => ({ value, label: t(`supervision.card-${value}`) }));
  return (
    <Form.List name="ladder">
      {(fields, { add, remove }) => (
        <Form.Item label={t('supervision.rule-ladder')} extra={t('supervision.ladder-hint')}>
          {fields.map(({ key, name }) => (
            <div key={key} className="row rung">
              <Form.Item name={[name, 'afterDays']} noStyle rules={[{ required: true }]}>
                <InputNumber min={0} max={365} suffix={t('supervision.days-late')} />
              </Form.Item>
              <Form.Item name={[name, 'colour']} noStyle rules={[{ required: true }]}>
                <Select style={{ width: '7rem' }} options={colours} />
              </Form.Item>
              <Button
                size="small"
                onClick={() => remove(name)}
                aria-label={t('supervision.rung-remove')}
              >
                ×
              </Button>
            </div>
          ))}
          {fields.length < 5 && (
            <Button size="small" onClick={() => add({ afterDays: 2, colour: 'red' })}>
              {t('supervision.rung-add')}
            </Button>
          )}
        </Form.Item>
      )}
    </Form.List>
  );
}

interface Props {
  rule: CardRule | null;
  onClose: () => void;
  onSaved: () => void;
}

export function RuleForm({ rule, onClose, onSaved }: Props) {
  const { t } = useTranslation();
  const [form] = Form.useForm<CardRuleContent>();
  const save = useMutation({
    mutationFn: ({ ladder = [], ...content }: CardRuleContent) => {
      const body = { ...content, ladder };
      return rule ? api.changeCardRule(rule.id, body) : api.addCardRule(body);
    },
    onSuccess: onSaved,
  });
  const needed = [{ required: true, message: t('supervision.needed') }];
  const lines = Object.keys(
    t('line', { returnObjects: true }) as unknown as Record<string, string>,
  );
  return (
    <Modal
      open
      width={640}
      title={
        rule ? t('supervision.rule-change-of', { name: rule.name }) : t('supervision.rule-new')
      }
      okText={t('action.save')}
      okButtonProps={{ 'data-testid': 'save-rule' } as { 'data-testid': string } as never}
      cancelText={t('action.cancel')}
      confirmLoading={save.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        initialValues={contentOf(rule)}
        onFinish={(content) => save.mutate(content)}
      >
        <Form.Item name="name" label={t('supervision.rule-name')} rules={needed}>
          <Input maxLength={60} />
        </Form.Item>
        <div className="pair">
          <Form.Item name="condition" label={t('supervision.rule-condition')} rules={needed}>
            <Select
              options={CONDITIONS.map((value) => ({
                value,
                label: t(`supervision.condition-${value}`, { count: 'N' as unknown as number }),
              }))}
            />
          </Form.Item>
          <Form.Item name="threshold" label={t('supervision.rule-threshold')} rules={needed}>
            <InputNumber min={0} max={1000} style={{ width: '100%' }} />
          </Form.Item>
          <Form.Item name="colour" label={t('supervision.card')} rules={needed}>
            <Select
              options={COLOURS.map((value) => ({ value, label: t(`supervision.card-${value}`) }))}
            />
          </Form.Item>
          <Form.Item name="issue" label={t('supervision.rule-issue')} rules={needed}>
            <Select
              options={(['proposal', 'automatic'] as const).map((value) => ({
                value,
                label: t(`supervision.issue-${value}`),
              }))}
            />
          </Form.Item>
          <Form.Item name="territory" label={t('supervision.rule-territory')}>
            <TerritorySelect />
          </Form.Item>
          <Form.Item name="line" label={t('supervision.group-line')}>
            <Select
              allowClear
              showSearch
              optionFilterProp="label"
              placeholder={t('supervision.every-line')}
              options={lines.map((value) => ({ value, label: t(`line.${value}`) }))}
            />
          </Form.Item>
          <Form.Item name="department" label={t('supervision.unit')}>
            <UnitSelect />
          </Form.Item>
          <Form.Item name="item" label={t('supervision.item-code')}>
            <Input allowClear />
          </Form.Item>
          <Form.Item name="answerDays" label={t('supervision.rule-answer-days')} rules={needed}>
            <InputNumber min={1} max={90} style={{ width: '100%' }} />
          </Form.Item>
          <Form.Item name="validFrom" label={t('supervision.rule-from')} rules={needed}>
            <Input type="date" />
          </Form.Item>
        </div>
        <Ladder />
      </Form>
      <ErrorNotice error={save.error} />
    </Modal>
  );
}
