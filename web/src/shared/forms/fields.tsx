/** Fields that are more than one control: an address down the tree of regions, files. */
import type { FieldProps } from '@rjsf/utils';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Region } from '../../api/model.js';
import { RegionPicker } from './RegionPicker.js';
import { Upload } from './Upload.js';

interface Address {
  region?: string;
  place?: string;
  detail?: string;
}

/** Codes of the levels above a region and of itself: 210300, 210381, 210381003 … */
const codesTo = (code: string): string[] =>
  [`${code.slice(0, 4)}00`, code.slice(0, 6), code.slice(0, 9), code].filter(
    (one, at, all) => one.length <= code.length && all.indexOf(one) === at,
  );
const LEVELS = ['city', 'county', 'township', 'village'];

/** What was chosen before, from its code and the names beside it. */
function pathOf({ region, place = '' }: Address): Region[] {
  if (!region) return [];
  const names = place.split(' ');
  return codesTo(region).map(
    (code, at) => ({ code, name: names[at] ?? code, level: LEVELS[at] }) as Region,
  );
}

function Errors({ props }: { props: FieldProps }) {
  const errors = Object.values(props.errorSchema ?? {}).flatMap((one) =>
    Array.isArray(one) ? (one as string[]) : ((one as { __errors?: string[] })?.__errors ?? []),
  );
  if (errors.length === 0) return null;
  return (
    <p className="field-error" role="alert">
      {errors[0]}
    </p>
  );
}

function Legend({ props, children }: { props: FieldProps; children: React.ReactNode }) {
  const { t } = useTranslation();
  const { schema, required, fieldPathId, name } = props;
  return (
    <fieldset
      className="form-section"
      id={`${fieldPathId.$id}-field`}
      data-testid={`field-${fieldPathId.$id}`}
    >
      <legend>
        {schema.title ?? name}
        {!required && <span className="field-optional">{t('form.optional')}</span>}
      </legend>
      {schema.description && <p className="field-hint">{schema.description}</p>}
      <Errors props={props} />
      {children}
    </fieldset>
  );
}

function AddressField(props: FieldProps) {
  const { t } = useTranslation();
  const { formData, onChange, fieldPathId, readonly, disabled } = props;
  const value = (formData ?? {}) as Address;
  const [path, setPath] = useState(() => pathOf(value));
  const change = (next: Address) => onChange(next, fieldPathId.path);
  const choose = (chosen: Region[]) => {
    setPath(chosen);
    const { region: _region, place: _place, ...rest } = value;
    const last = chosen.at(-1);
    change(
      last ? { ...rest, region: last.code, place: chosen.map(({ name }) => name).join(' ') } : rest,
    );
  };
  const id = `${fieldPathId.$id}_detail`;
  return (
    <Legend props={props}>
      {readonly ? (
        <p>{value.place}</p>
      ) : (
        <RegionPicker path={path} need="township" onChange={choose} />
      )}
      <div className="field">
        <label htmlFor={id}>{t('form.address-detail')}</label>
        <input
          id={id}
          className="form-control"
          maxLength={200}
          value={value.detail ?? ''}
          onBlur={({ target }) => props.onBlur(id, target.value)}
          readOnly={Boolean(readonly ?? disabled)}
          onChange={({ target }) => {
            const { detail: _detail, ...rest } = value;
            change(target.value ? { ...rest, detail: target.value } : rest);
          }}
        />
      </div>
    </Legend>
  );
}

function FileField(props: FieldProps) {
  const { formData, onChange, fieldPathId, schema, name } = props;
  return (
    <Legend props={props}>
      <Upload
        code={name}
        label={schema.title ?? name}
        files={(formData ?? []) as string[]}
        onChange={(files) => onChange(files, fieldPathId.path)}
      />
    </Legend>
  );
}

export const fields = { AddressField, FileField };

/** Kinds that are drawn by one of these. */
export const FIELD_OF_KIND: Readonly<Record<string, keyof typeof fields>> = {
  address: 'AddressField',
  file: 'FileField',
};
