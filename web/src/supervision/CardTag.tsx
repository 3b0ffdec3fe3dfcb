import { useTranslation } from 'react-i18next';

/** A card: its colour and its name, never colour alone. */
export function CardTag({ colour }: { colour: string }) {
  const { t } = useTranslation();
  return <span className={`card-tag card-${colour}`}>{t(`supervision.card-${colour}`)}</span>;
}
