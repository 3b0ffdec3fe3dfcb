import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

const STEPS = ['situation', 'form', 'materials', 'check'] as const;
export type ApplyStep = (typeof STEPS)[number];

/** Where each is of a draft; its place was chosen with the situation, and stays. */
const ADDRESSES: Partial<Record<ApplyStep, string>> = { form: '', materials: '/materials' };

interface Props {
  current: ApplyStep;
  /** The draft's id, once there is one. */
  draft?: string;
}

/** The four steps of applying, with the current one marked; what is done already is a link back to it. */
export function StepList({ current, draft }: Props) {
  const { t } = useTranslation();
  const at = STEPS.indexOf(current);
  return (
    <ol className="steps" aria-label={t('apply.steps')}>
      {STEPS.map((step, index) => (
        <li key={step} data-done={index < at} aria-current={step === current ? 'step' : undefined}>
          {draft !== undefined && index < at && ADDRESSES[step] !== undefined ? (
            <Link to={`/drafts/${draft}${ADDRESSES[step]}`}>{t(`apply.step-${step}`)}</Link>
          ) : (
            t(`apply.step-${step}`)
          )}
        </li>
      ))}
    </ol>
  );
}
