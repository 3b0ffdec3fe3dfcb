import { useTranslation } from 'react-i18next';

/** 待核实: shown wherever the source of a fact was not yet checked. */
export function Unverified({ verified }: { verified?: boolean }) {
  const { t } = useTranslation();
  if (verified !== false) return null;
  return <span className="unverified">{t('item.unverified')}</span>;
}
