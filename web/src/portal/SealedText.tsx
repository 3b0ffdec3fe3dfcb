/** A sealed text, such as a licence's, entry by entry. */
import { useTranslation } from 'react-i18next';
import { dateText, momentText } from '../shared/time.js';

type Value = string | number | null;

/** What is printed on it, in this order; heading and seal already say the rest. */
const PRINTED = [
  'number',
  'holder',
  'businessName',
  'operatorName',
  'creditCode',
  'address',
  'area',
  'applicant',
  'item',
  'caseNumber',
  'issuer',
  'organisation',
  'issuedOn',
  'validTo',
  'decidedAt',
  'reason',
  'remedy',
  'identifier',
];

function entriesOf(content: Record<string, Value>): [string, string][] {
  const { data, ...own } = content;
  const more = typeof data === 'string' ? (JSON.parse(data) as Record<string, Value>) : {};
  const all: Record<string, Value> = { ...more, ...own };
  return PRINTED.flatMap((key): [string, string][] => {
    const value = all[key];
    return value === undefined || value === null || value === '' ? [] : [[key, String(value)]];
  });
}

const DAYS = new Set(['issuedOn', 'validTo']);
const MOMENTS = new Set(['decidedAt']);

function textOf(key: string, value: string): string {
  if (DAYS.has(key)) return dateText(value);
  return MOMENTS.has(key) ? momentText(value) : value;
}

export function SealedText({ text }: { text: string }) {
  const { t } = useTranslation();
  const content = JSON.parse(text) as Record<string, Value>;
  return (
    <dl className="sheet-entries">
      {entriesOf(content).map(([key, value]) => (
        <div key={key}>
          <dt>{t(`document.field-${key}`)}</dt>
          <dd>{textOf(key, value)}</dd>
        </div>
      ))}
    </dl>
  );
}
