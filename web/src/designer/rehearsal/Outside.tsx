/** What comes from outside: messages and signals, and time that passes in working days. */
import { Button, InputNumber } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Scene, ScriptStep } from '../../../../bpmn/conformance/index.js';
import { momentText } from '../../shared/time.js';
import type { Variables } from './values.js';

interface Props {
  scene: Scene;
  onAct: (step: ScriptStep) => void;
  takeValues: () => Variables | undefined;
}

export function Outside({ scene, onAct, takeValues }: Props) {
  const { t } = useTranslation();
  const { at, awaited, timers } = scene;
  const [days, setDays] = useState(1);
  const [next] = timers;
  const names = new Map(awaited.map((one) => [`${one.kind} ${one.name} ${one.key ?? ''}`, one]));
  const deliver = ({ kind, name, key }: (typeof awaited)[number]) => {
    const variables = takeValues();
    const brought = variables ? { variables } : {};
    if (kind === 'signal') onAct({ signal: name, ...brought });
    else onAct({ message: name, ...(key !== undefined && { key }), ...brought });
  };
  return (
    <>
      <section>
        <h3>
          {t('rehearsal.clock')} <time>{momentText(new Date(at).toISOString())}</time>
        </h3>
        <div className="rehearsal-acts">
          <InputNumber
            size="small"
            min={1}
            max={400}
            value={days}
            aria-label={t('rehearsal.days')}
            onChange={(value) => setDays(value ?? 1)}
          />
          <Button
            size="small"
            data-testid="advance"
            onClick={() => onAct({ advance: `${days}wd` })}
          >
            {t('rehearsal.advance')}
          </Button>
          {next && (
            <Button
              size="small"
              data-testid="next-timer"
              title={momentText(new Date(next.due).toISOString())}
              onClick={() =>
                onAct({ advance: `PT${Math.max(1, Math.ceil((next.due - at) / 1000))}S` })
              }
            >
              {t('rehearsal.next-timer', { at: momentText(new Date(next.due).toISOString()) })}
            </Button>
          )}
        </div>
      </section>
      {names.size > 0 && (
        <section>
          <h3>{t('rehearsal.awaited')}</h3>
          <div className="rehearsal-acts">
            {[...names].map(([id, one]) => (
              <Button key={id} size="small" onClick={() => deliver(one)}>
                {t(`rehearsal.${one.kind}`, { name: one.name })}
                {one.key !== undefined && `（${one.key}）`}
              </Button>
            ))}
          </div>
        </section>
      )}
    </>
  );
}
