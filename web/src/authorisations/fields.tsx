/** What every authorisation says, online or on paper: to whom, for what, from when to when, signed. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NewAuthorisation } from '../api/model.js';
import { chinaToday } from '../shared/time.js';
import { ItemChoice, type Scope } from './ItemChoice.js';

export interface Terms {
  agent: { idNumber: string; name: string };
  scope: Scope;
  from: string;
  to: string;
  signedName: string;
}

export const noTerms = (): Terms => ({
  ...{
    agent: { idNumber: '', name: '' },
    scope: 'all',
    from: chinaToday(),
    to: '',
  },
  signedName: '',
});

export const asAsked = ({ scope, ...terms }: Terms): NewAuthorisation => ({
  ...terms,
  ...(scope !== 'all' && { items: scope.map(({ code }) => code) }),
});

export const areWhole = ({ agent, scope, from, to, signedName }: Terms): boolean =>
  agent.idNumber.length === 18 &&
  agent.name.length > 1 &&
  scope.length > 0 &&
  from !== '' &&
  to >= from &&
  signedName !== '';

interface TextProps {
  id: string;
  label: string;
  value: string;
  /** Numbers are written in capitals, without spaces. */
  number?: boolean;
  onChange: (value: string) => void;
}

export function TextField({ id, label, value, number = false, onChange }: TextProps) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className={`form-control ${number ? 'number' : ''}`}
        autoComplete="off"
        maxLength={number ? 18 : 100}
        value={value}
        onChange={({ target }) =>
          onChange(number ? target.value.toUpperCase().replaceAll(/\s/g, '') : target.value)
        }
      />
    </div>
  );
}

export function TermsFields({ terms, set }: { terms: Terms; set: (part: Partial<Terms>) => void }) {
  const { t } = useTranslation();
  const { agent } = terms;
  const [today] = useState(chinaToday);
  return (
    <>
      <TextField
        id="authorisation-agent"
        label={t('authorisation.agent-name')}
        value={agent.name}
        onChange={(name) => set({ agent: { ...agent, name: name.trim() } })}
      />
      <TextField
        id="authorisation-number"
        label={t('authorisation.agent-number')}
        number
        value={agent.idNumber}
        onChange={(idNumber) => set({ agent: { ...agent, idNumber } })}
      />
      <ItemChoice scope={terms.scope} onChange={(scope) => set({ scope })} />
      {(['from', 'to'] as const).map((name) => (
        <div className="field" key={name}>
          <label htmlFor={`authorisation-${name}`}>{t(`authorisation.${name}`)}</label>
          <input
            id={`authorisation-${name}`}
            type="date"
            className="form-control"
            style={{ maxWidth: '14rem' }}
            min={name === 'to' && terms.from > today ? terms.from : today}
            value={terms[name]}
            onChange={({ target }) => set({ [name]: target.value })}
          />
        </div>
      ))}
      <p className="small muted">{t('authorisation.sign-how')}</p>
      <TextField
        id="authorisation-sign"
        label={t('authorisation.sign')}
        value={terms.signedName}
        onChange={(signedName) => set({ signedName })}
      />
    </>
  );
}
