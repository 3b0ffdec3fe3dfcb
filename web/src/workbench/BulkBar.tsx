/** Many tasks at once: claimed, or completed where the item allows it; what became of each is told. */
import { useMutation, useQuery } from '@tanstack/react-query';
import { App, Button, Form, Input, Modal, Radio } from 'antd';
import { forwardRef, useEffect, useImperativeHandle, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey } from '../api/client.js';
import { api } from '../api/endpoints.js';
import type { BulkOutcome, InboxView, TaskSummary } from '../api/model.js';
import { ErrorNotice, Loading } from '../shared/ui.js';
import { useAskOnceMore } from '../shared/adverse.js';
import { submitting } from './keys.js';

/** What the keyboard can do with the marked tasks; each is silent where it makes no sense. */
export interface BulkHandle {
  claim: () => void;
  complete: () => void;
}

interface Props {
  view: InboxView;
  tasks: TaskSummary[];
  marked: ReadonlySet<string>;
  onAll: () => void;
  onClear: () => void;
  onChanged: () => Promise<void>;
}

/** How many were done, and why the others were not. */
function Outcomes({ outcomes, names }: { outcomes: BulkOutcome[]; names: Map<string, string> }) {
  const { t } = useTranslation();
  const refused = outcomes.filter(({ state }) => state === 'refused');
  const count = (state: string) => outcomes.filter((one) => one.state === state).length;
  return (
    <div data-testid="bulk-outcomes">
      <p>
        {t('bench.bulk-told', {
          done: count('done'),
          pending: count('pending'),
          refused: refused.length,
        })}
      </p>
      <ul>
        {refused.map(({ id, message }) => (
          <li key={id}>
            {names.get(id) ?? id}：{message}
          </li>
        ))}
      </ul>
    </div>
  );
}

interface Answers {
  outcome?: string;
  opinion?: string;
}

interface CompleteProps {
  first: string;
  ids: string[];
  names: Map<string, string>;
  onDone: (outcomes: BulkOutcome[]) => void;
  onClose: () => void;
}

function Complete({ first, ids, names, onDone, onClose }: CompleteProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Answers>();
  const key = useRef(newKey());
  const task = useQuery({ queryKey: ['task', first], queryFn: () => api.task(first) });
  const askOnceMore = useAskOnceMore();
  const complete = useMutation({
    mutationFn: (answers: Answers) => api.completeTasks({ ids, ...answers }, key.current),
    onSuccess: onDone,
  });
  const chosen = Form.useWatch('outcome', form);
  const adverse = task.data?.outcomes.find(({ id, adverse }) => adverse && id === chosen);
  // The dialog takes the focus as it opens, before or after its questions are there.
  const [open, setOpen] = useState(false);
  const questions = useRef<HTMLDivElement>(null);
  const isAsked = open && task.data !== undefined;
  useEffect(() => {
    if (isAsked) questions.current?.querySelector<HTMLElement>('input, textarea')?.focus();
  }, [isAsked]);
  const handOn = async (answers: Answers) => {
    if (complete.isPending) return;
    if (adverse && !(await askOnceMore(adverse.name, ids.length))) return;
    complete.mutate(answers);
  };
  return (
    <Modal
      open
      title={t('bench.bulk-complete', { count: ids.length })}
      okText={t('bench.complete')}
      cancelText={t('action.cancel')}
      okButtonProps={{ className: 'bulk-ok', loading: complete.isPending }}
      onCancel={onClose}
      onOk={() => form.submit()}
      afterOpenChange={setOpen}
    >
      <ErrorNotice error={task.error ?? complete.error} />
      <ul className="bulk-names" data-testid="bulk-names">
        {ids.map((id) => (
          <li key={id}>{names.get(id)}</li>
        ))}
      </ul>
      {task.isPending && <Loading lines={2} />}
      {task.data && (
        <div ref={questions}>
          <Form
            form={form}
            layout="vertical"
            requiredMark={false}
            onKeyDown={submitting(form.submit)}
            onFinish={(answers) => void handOn(answers)}
          >
            {task.data.outcomes.length > 0 && (
              <Form.Item name="outcome" label={t('bench.outcome')} rules={[{ required: true }]}>
                <Radio.Group>
                  {task.data.outcomes.map(({ id, name }) => (
                    <Radio key={id} value={id}>
                      {name}
                    </Radio>
                  ))}
                </Radio.Group>
              </Form.Item>
            )}
            <Form.Item
              name="opinion"
              label={t(adverse ? 'bench.reasons' : 'bench.opinion')}
              rules={[{ required: adverse !== undefined, whitespace: adverse !== undefined }]}
            >
              <Input.TextArea rows={2} maxLength={2000} />
            </Form.Item>
          </Form>
        </div>
      )}
    </Modal>
  );
}

export const BulkBar = forwardRef<BulkHandle, Props>(function BulkBar(props, ref) {
  const { view, tasks, marked, onAll, onClear, onChanged } = props;
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const [completing, setCompleting] = useState(false);
  const chosen = tasks.filter(({ id }) => marked.has(id));
  const ids = chosen.map(({ id }) => id);
  const names = new Map(
    chosen.map((task) => [task.id, `${task.name} ${task.caseNumber} ${task.applicantName}`]),
  );
  const tell = async (outcomes: BulkOutcome[]) => {
    setCompleting(false);
    onClear();
    await onChanged();
    modal.info({
      title: t('bench.bulk-title'),
      content: <Outcomes outcomes={outcomes} names={names} />,
    });
  };
  const claim = useMutation({ mutationFn: () => api.claimTasks(ids), onSuccess: tell });
  const allowed = chosen.length > 0 && chosen.every(({ bulk }) => bulk);
  useImperativeHandle(ref, () => ({
    claim: () => view === 'pool' && ids.length > 0 && !claim.isPending && claim.mutate(),
    complete: () => view === 'mine' && allowed && setCompleting(true),
  }));
  if (chosen.length === 0) return null;
  return (
    <div className="bulk-bar" role="toolbar" aria-label={t('bench.bulk-title')}>
      <span>{t('bench.marked', { count: chosen.length })}</span>
      <Button size="small" type="link" onClick={onAll}>
        {t('bench.mark-all')}
      </Button>
      <Button size="small" type="link" onClick={onClear}>
        {t('bench.mark-none')}
      </Button>
      {view === 'pool' && (
        <Button
          size="small"
          type="primary"
          data-testid="bulk-claim"
          loading={claim.isPending}
          onClick={() => claim.mutate()}
        >
          {t('bench.claim')} <kbd>c</kbd>
        </Button>
      )}
      {view === 'mine' && (
        <Button
          size="small"
          type="primary"
          data-testid="bulk-complete"
          disabled={!allowed}
          onClick={() => setCompleting(true)}
        >
          {t('bench.complete')} <kbd>Ctrl ↵</kbd>
        </Button>
      )}
      {view === 'mine' && !allowed && <span className="small muted">{t('bench.not-in-bulk')}</span>}
      <ErrorNotice error={claim.error} />
      {completing && (
        <Complete
          first={ids[0]!}
          ids={ids}
          names={names}
          onDone={(outcomes) => void tell(outcomes)}
          onClose={() => setCompleting(false)}
        />
      )}
    </div>
  );
});
