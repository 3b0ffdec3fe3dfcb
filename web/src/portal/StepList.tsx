import { useTranslation } from 'react-i18next';

const STEPS = ['situation', 'form', 'materials', 'check'] as const;
export type ApplyStep = (typeof STEPS)[number];

/** The four steps of applying, with the current one marked. */
export function StepList({ current }: { current: ApplyStep }) {
  const { t } = useTranslation();
  const at = STEPS.indexOf(current);
  return (
    <ol className="steps" aria-label={t('apply.steps')}>
      {STEPS.map((step, index) => (
        <li key={step} data-done={index < at} aria-current={step === current ? 'step' : undefined}>
          {t(`apply.step-${step}`)}
        </li>
      ))}
    </ol>
  );
}
