/** The tests kept in the file: whether each holds, played on a click; and keeping what was just tried as one. */
import { Button, Input, Popconfirm } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Finding } from '../../api/model.js';
import type { KeptTest } from './kept-tests.js';
import './tests.css';

interface Props {
  tests: readonly KeptTest[];
  /** Null while it is not known whether they hold. */
  findings: readonly Finding[] | null;
  /** What was done, with what was seen, as a test keeps it; null = nothing can be kept now. */
  seen: object | null;
  onKeep: (test: KeptTest) => void;
  onDrop: (name: string) => void;
  /** Does what the test does; one that cannot be read is not played: its finding says why. */
  onPlay: (test: KeptTest) => void;
}

export function Tests({ tests, findings, seen, onKeep, onDrop, onPlay }: Props) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const stateOf = (test: KeptTest) => {
    if (!findings) return 'checking';
    return findings.some(({ rule, text }) => rule.startsWith('test-') && text === test.name)
      ? 'differs'
      : 'holds';
  };
  const keep = () => {
    if (!seen) return;
    onKeep({ name: name.trim(), script: JSON.stringify(seen) });
    setName('');
  };
  return (
    <section>
      <h3>{t('kept-test.tests')}</h3>
      <ul className="kept-tests">
        {tests.map((test) => {
          const state = stateOf(test);
          return (
            <li key={test.name} data-testid="kept-test" data-state={state}>
              <span className={`tag ${state === 'differs' ? 'tag-danger' : 'tag-success'}`}>
                {t(`kept-test.${state}`)}
              </span>{' '}
              <button type="button" className="kept-test-name" onClick={() => onPlay(test)}>
                {test.name}
              </button>
              <Popconfirm title={t('kept-test.drop')} onConfirm={() => onDrop(test.name)}>
                <Button
                  size="small"
                  type="link"
                  aria-label={t('kept-test.drop-named', { name: test.name })}
                >
                  ✕
                </Button>
              </Popconfirm>
            </li>
          );
        })}
      </ul>
      <div className="kept-test-acts">
        <Input
          size="small"
          value={name}
          maxLength={100}
          aria-label={t('kept-test.test-name')}
          placeholder={t('kept-test.test-name')}
          onChange={({ target }) => setName(target.value)}
          onPressEnter={() => name.trim() && keep()}
        />
        <Button
          size="small"
          data-testid="keep-test"
          disabled={!seen || name.trim() === ''}
          onClick={keep}
        >
          {t(
            tests.some((test) => test.name === name.trim())
              ? 'kept-test.keep-again'
              : 'kept-test.keep',
          )}
        </Button>
      </div>
    </section>
  );
}
