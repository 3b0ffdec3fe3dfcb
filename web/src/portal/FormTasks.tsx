/** The sections of a form as a list of tasks: what there is to fill in, how far each is, and the way there. */
import { useTranslation } from 'react-i18next';
import type { FormSection } from '../../../bpmn/forms/index.js';
import type { FormData, FormField } from '../api/model.js';
import { sectionTitle } from '../shared/forms/sections.js';

interface Props {
  sections: FormSection[];
  schema: FormField;
  hidden: ReadonlySet<string>;
  value: FormData;
  onGo: (at: number) => void;
}

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  (Array.isArray(value) && value.length === 0);

/** What must be answered there and is not. */
const missing = (
  { names }: FormSection,
  { schema, hidden, value }: Pick<Props, 'schema' | 'hidden' | 'value'>,
): number =>
  names.filter(
    (name) => schema.required?.includes(name) && !hidden.has(name) && isEmpty(value[name]),
  ).length;

export function FormTasks({ sections, onGo, ...form }: Props) {
  const { t, i18n } = useTranslation();
  if (sections.length < 2) return null;
  return (
    <nav className="card form-tasks" aria-label={t('form.tasks')} data-testid="form-tasks">
      <ol>
        {sections.map((section, at) => {
          const open = missing(section, form);
          return (
            <li key={section.title}>
              <a
                href={`#part-${at}`}
                onClick={(event) => {
                  event.preventDefault();
                  onGo(at);
                }}
              >
                {sectionTitle(section, i18n.language)}
              </a>
              <span className={open > 0 ? 'tag tag-warning' : 'tag tag-success'}>
                {open > 0 ? t('form.task-open', { count: open }) : t('form.task-done')}
              </span>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
