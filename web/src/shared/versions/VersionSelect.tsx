/** Which version an editor shows. */
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { VersionHead } from './useDefinition.js';

interface Props<Version extends VersionHead> {
  known: Version[];
  shown: number | undefined;
  onChoose: (version: number) => void;
  /** What else is said of a version. */
  more?: (version: Version) => string;
}

/** Nothing while no version is kept. */
export function VersionSelect<Version extends VersionHead>(props: Props<Version>) {
  const { t } = useTranslation();
  const { known, shown, onChoose, more } = props;
  if (known.length === 0) return null;
  const label = (one: Version) =>
    [
      t('versions.number', { version: one.version }),
      t(`versions.state-${one.state}`),
      ...(more ? [more(one)] : []),
    ].join(' · ');
  return (
    <Select
      aria-label={t('versions.version')}
      style={{ minWidth: '12rem' }}
      value={shown}
      placeholder={t('versions.imported')}
      onChange={onChoose}
      options={known.map((one) => ({ value: one.version, label: label(one) }))}
    />
  );
}
