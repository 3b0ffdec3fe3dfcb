/** Which version an editor shows. */
import { App, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { VersionHead } from './useDefinition.js';

interface Props<Version extends VersionHead> {
  known: Version[];
  shown: number | undefined;
  /** Another version would take what is not saved. */
  dirty: boolean;
  onChoose: (version: Version) => void;
  /** What else is said of a version. */
  more?: (version: Version) => string;
}

/** Nothing while no version is kept. */
export function VersionSelect<Version extends VersionHead>(props: Props<Version>) {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const { known, shown, dirty, onChoose, more } = props;
  if (known.length === 0) return null;
  const choose = (version: Version) => {
    if (!dirty) return onChoose(version);
    void modal.confirm({
      title: t('versions.discard'),
      content: t('versions.switch-sure'),
      onOk: () => onChoose(version),
    });
  };
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
      onChange={(wanted) => {
        const version = known.find((one) => one.version === wanted);
        if (version) choose(version);
      }}
      options={known.map((one) => ({ value: one.version, label: label(one) }))}
    />
  );
}
