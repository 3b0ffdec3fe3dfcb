/** What is wrong with the form, each with its field. */
import { useTranslation } from 'react-i18next';
import type { FormFinding } from '../../../bpmn/forms/lint/index.js';
import { Notice } from '../shared/ui.js';

interface Props {
  findings: FormFinding[];
  onShow: (place: string) => void;
}

export function FormFaults({ findings, onShow }: Props) {
  const { t } = useTranslation();
  if (findings.length === 0)
    return (
      <Notice tone="success" testId="form-sound">
        {t('form-editor.sound')}
      </Notice>
    );
  return (
    <section aria-label={t('form-editor.faults')} data-testid="form-faults">
      <h2>{t('form-editor.faults-count', { count: findings.length })}</h2>
      <ul>
        {findings.map(({ rule, element, message }) => (
          <li key={`${rule} ${element} ${message}`}>
            {element === undefined ? (
              message
            ) : (
              <button type="button" className="button button-link" onClick={() => onShow(element)}>
                {message}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
