/** The tests kept with the drawing: whether each holds, played on a click; and keeping what was rehearsed as one. */
import { Button, Input, Popconfirm } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { checkedScript, type Script } from '../../../../bpmn/conformance/index.js';
import type { Finding } from '../../api/model.js';
import type { KeptTest } from '../keptTests.js';

interface Props {
  tests: readonly KeptTest[];
  /** Null while it is not known whether they hold. */
  findings: readonly Finding[] | null;
  /** What was rehearsed, with what was seen; null = nothing can be kept now. */
  rehearsed: Script | null;
  onKeep: (test: KeptTest) => void;
  onDrop: (name: string) => void;
  onPlay: (script: Script) => void;
}

/** One that cannot be read is not played: its finding says why. */
function read({ script }: KeptTest): Script | null {
  try {
    return checkedScript(JSON.parse(script));
  } catch {
    return null;
  }
}

export function Tests({ tests, findings, rehearsed, onKeep, onDrop, onPlay }: Props) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const stateOf = (test: KeptTest) => {
    if (!findings) return 'checking';
    return findings.some(({ rule, text }) => rule.startsWith('test-') && text === test.name)
      ? 'differs'
      : 'holds';
  };
  const keep = () => {
    if (!rehearsed) return;
    onKeep({ name: name.trim(), script: JSON.stringify(rehearsed) });
    setName('');
  };
  return (
    <section>
      <h3>{t('rehearsal.tests')}</h3>
      <ul className="rehearsal-tests">
        {tests.map((test) => {
          const script = read(test);
          const state = stateOf(test);
          return (
            <li key={test.name} data-testid="kept-test" data-state={state}>
              <span className={`tag ${state === 'differs' ? 'tag-danger' : 'tag-success'}`}>
                {t(`rehearsal.${state}`)}
              </span>{' '}
              <button
                type="button"
                className="rehearsal-name"
                disabled={!script}
                onClick={() => script && onPlay(script)}
              >
                {test.name}
              </button>
              <Popconfirm title={t('rehearsal.drop')} onConfirm={() => onDrop(test.name)}>
                <Button
                  size="small"
                  type="link"
                  aria-label={t('rehearsal.drop-named', { name: test.name })}
                >
                  ✕
                </Button>
              </Popconfirm>
            </li>
          );
        })}
      </ul>
      <div className="rehearsal-acts">
        <Input
          size="small"
          value={name}
          maxLength={100}
          aria-label={t('rehearsal.test-name')}
          placeholder={t('rehearsal.test-name')}
          onChange={({ target }) => setName(target.value)}
          onPressEnter={() => name.trim() && keep()}
        />
        <Button
          size="small"
          data-testid="keep-test"
          disabled={!rehearsed || name.trim() === ''}
          onClick={keep}
        >
          {t(
            tests.some((test) => test.name === name.trim())
              ? 'rehearsal.keep-again'
              : 'rehearsal.keep',
          )}
        </Button>
      </div>
    </section>
  );
}
