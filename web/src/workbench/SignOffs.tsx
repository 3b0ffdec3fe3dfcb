/** Who was asked to sign before or after the task, what they said, and taking somebody away again. */
import { useMutation } from '@tanstack/react-query';
import { Button, Popconfirm, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { newKey } from '../api/client.js';
import { api } from '../api/endpoints.js';
import type { SignOff, TaskDetail } from '../api/model.js';
import { ErrorNotice } from '../shared/ui.js';

const COLOURS: Record<string, string> = {
  open: 'processing',
  agreed: 'success',
  disagreed: 'error',
};

interface Props {
  task: TaskDetail;
  /** Whether the viewer is its handler, who may take people away. */
  mine: boolean;
  onChanged: () => Promise<void>;
}

function One({ task, one, mine, onChanged }: Props & { one: SignOff }) {
  const { t } = useTranslation();
  const remove = useMutation({
    mutationFn: (position: number) =>
      api.removeSignOff(
        task.id,
        { signOff: one.id, position, reason: t('verb.not-needed') },
        newKey(),
      ),
    onSettled: onChanged,
  });
  const waits = one.state === 'open' || one.state === 'planned';
  return (
    <section className="sign-off" aria-label={t(`verb.sign-${one.place}`)}>
      <div className="row between">
        <strong>
          {t(`verb.sign-${one.place}`)} · {t(`verb.rule-${one.rule}`)}
          {one.ratio !== null && ` ${Math.round(one.ratio * 100)}%`}
        </strong>
        <Tag color={COLOURS[one.state]}>{t(`sign-off.${one.state}`)}</Tag>
      </div>
      <p className="small muted">
        {one.byName}：{one.reason}
      </p>
      <ErrorNotice error={remove.error} />
      <ul className="plain-list">
        {one.members.map((member) => (
          <li key={member.position} className="sign-off-member">
            <span>
              {member.name}
              <span className="small muted"> {member.departmentName}</span>
              {member.opinion && <span className="small">：{member.opinion}</span>}
            </span>
            <span className="row">
              <Tag color={COLOURS[member.state]}>{t(`sign-off.${member.state}`)}</Tag>
              {mine && waits && (member.state === 'open' || member.state === 'waiting') && (
                <Popconfirm
                  title={t('verb.remove-signer', { name: member.name })}
                  onConfirm={() => remove.mutate(member.position)}
                >
                  <Button size="small" type="text" data-testid="remove-signer">
                    {t('verb.remove')}
                  </Button>
                </Popconfirm>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function SignOffs(props: Props) {
  const shown = props.task.signOffs.filter(
    ({ taskId, state }) => taskId === props.task.id || state !== 'withdrawn',
  );
  return shown.map((one) => (
    <One key={one.id} {...props} one={one} mine={props.mine && one.taskId === props.task.id} />
  ));
}
