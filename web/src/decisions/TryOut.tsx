/** Trying the decisions on the screen out, saved or not: inputs in, result and matching rules out. */
import { useMutation } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  caseOf,
  inputsNeeded,
  readCase,
  type DecisionCase,
  type DecisionModel,
  type NeededInput,
} from '../../../bpmn/dmn/index.js';
import { api } from '../api/endpoints.js';
import type { Finding, FormData, Json, TriedOut } from '../api/model.js';
import { ErrorNotice } from '../shared/ui.js';
import type { KeptTest, KeptTests } from '../shared/versions/kept-tests.js';
import { Tests } from '../shared/versions/Tests.js';

interface Props {
  /** Null while the file cannot be read. */
  model: DecisionModel | null;
  xml: () => Promise<string>;
  /** Null until the editor is there. */
  tests: KeptTests | null;
  findings: readonly Finding[] | null;
  /** What came of it. */
  onTried: (answer: TriedOut) => void;
}

/** What was typed, as JSON carries it: numbers and lists as such, dates and the rest as text. */
function valueOf(typed: string, type: string | undefined): Json {
  if (typed === '') return null;
  if (type === 'boolean') return typed === 'true';
  if (type === 'number') return Number.isNaN(Number(typed)) ? typed : Number(typed);
  if (type === 'string' || type === 'date') return typed;
  try {
    return JSON.parse(typed) as Json;
  } catch {
    return typed;
  }
}

/** As it would be typed. */
const typedOf = (value: unknown): string =>
  value === null || value === undefined
    ? ''
    : typeof value === 'string'
      ? value
      : JSON.stringify(value);

function InputField(props: { input: NeededInput; value: string; onChange: (v: string) => void }) {
  const { t } = useTranslation();
  const id = useId();
  const { input, value, onChange } = props;
  return (
    <div className="try-field">
      <label htmlFor={id}>{input.name}</label>
      {input.type === 'boolean' ? (
        <Select
          id={id}
          value={value}
          onChange={onChange}
          options={[
            { value: '', label: t('decision.try-empty') },
            { value: 'true', label: t('decision.try-yes') },
            { value: 'false', label: t('decision.try-no') },
          ]}
        />
      ) : (
        <Input
          id={id}
          type={input.type === 'date' ? 'date' : 'text'}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </div>
  );
}

function Answer({ answer }: { answer: TriedOut }) {
  const { t } = useTranslation();
  return (
    <div role="status" data-testid="tried">
      <h3>{t(answer.ok ? 'decision.try-result' : 'decision.try-failed')}</h3>
      {answer.ok ? (
        <pre className="try-value">{JSON.stringify(answer.value, null, 2)}</pre>
      ) : (
        <p className="tag tag-danger">{answer.failure?.message}</p>
      )}
      <ul className="try-steps">
        {answer.trace.map(({ decision, name, value, matched, warnings }) => (
          <li key={decision}>
            <strong>{name}</strong> <code>{JSON.stringify(value)}</code>
            {matched && (
              <span className="muted small">
                {' '}
                {matched.length > 0
                  ? t('decision.try-matched', { rules: matched.join('、') })
                  : t('decision.try-unmatched')}
              </span>
            )}
            {warnings.map((warning) => (
              <p key={warning} className="small tag tag-warning">
                {warning}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </div>
  );
}

type Asked = Pick<DecisionCase, 'decision' | 'variables' | 'at'>;

/** What came of it as a test keeps it. */
const keptOf = (asked: Asked, { ok, value, failure, trace }: TriedOut): DecisionCase =>
  caseOf(asked, {
    ...(ok ? { ok, value } : { ok: false, failure: { code: failure?.code ?? '' } }),
    trace: trace as never,
  });

export function TryOut({ model, xml, tests, findings, onTried }: Props) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<string>();
  const [typed, setTyped] = useState<Record<string, string>>({});
  const decisions = Object.values(model?.decisions ?? {});
  // What nothing else requires is what one came for.
  const last = decisions.findLast(
    ({ id }) => !decisions.some((other) => other.decisions.includes(id)),
  );
  const decision = decisions.find(({ id }) => id === chosen) ?? last;
  const inputs = model && decision ? inputsNeeded(model, decision.id) : [];
  const asked = (): Asked => ({
    decision: decision?.id ?? '',
    variables: Object.fromEntries(
      inputs.map(({ name, type }) => [name, valueOf(typed[name] ?? '', type)]),
    ),
    at: new Date().toISOString(),
  });
  const run = useMutation({
    mutationFn: async (what: Asked) => {
      const answer = await api.tryDecision(await xml(), what.decision, what.variables as FormData);
      return { what, answer };
    },
    onSuccess: ({ answer }) => onTried(answer),
  });
  const seen = run.data && keptOf(run.data.what, run.data.answer);
  const play = (test: KeptTest) => {
    const kept = readCase(test);
    if (!kept) return;
    setChosen(kept.decision);
    setTyped(
      Object.fromEntries(
        Object.entries(kept.variables).map(([name, value]) => [name, typedOf(value)]),
      ),
    );
    const { decision: which, variables } = kept;
    run.mutate({ decision: which, variables, at: new Date().toISOString() });
  };
  return (
    <form
      className="try-out"
      aria-label={t('decision.try')}
      onSubmit={(event) => {
        event.preventDefault();
        run.mutate(asked());
      }}
    >
      <h2>{t('decision.try')}</h2>
      {!model && <p className="muted">{t('decision.try-unread')}</p>}
      {model && (
        <>
          <Select
            aria-label={t('decision.try-which')}
            value={decision?.id}
            onChange={setChosen}
            options={decisions.map(({ id, name }) => ({ value: id, label: name }))}
          />
          {inputs.length === 0 && <p className="muted">{t('decision.try-none')}</p>}
          {inputs.map((input) => (
            <InputField
              key={input.name}
              input={input}
              value={typed[input.name] ?? ''}
              onChange={(value) => setTyped({ ...typed, [input.name]: value })}
            />
          ))}
          <Button htmlType="submit" loading={run.isPending} data-testid="try">
            {t('decision.try-run')}
          </Button>
        </>
      )}
      <ErrorNotice error={run.error} />
      {run.data && <Answer answer={run.data.answer} />}
      {tests && (
        <Tests
          tests={tests.all()}
          findings={findings}
          seen={seen ?? null}
          onKeep={tests.keep}
          onDrop={tests.drop}
          onPlay={play}
        />
      )}
    </form>
  );
}
