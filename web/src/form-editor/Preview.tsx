/** The form as applicants see it, by the very renderer, at the width of a desk or a telephone. */
import { Segmented } from 'antd';
import { Component, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormContent, FormData } from '../api/model.js';
import { SchemaForm } from '../shared/forms/SchemaForm.js';
import { Notice } from '../shared/ui.js';

/** A form that is half drawn may be none that can be shown. */
class UntilItCanBeShown extends Component<
  { children: ReactNode; instead: ReactNode },
  { failed: boolean }
> {
  override state = { failed: false };
  static getDerivedStateFromError = () => ({ failed: true });
  override render() {
    return this.state.failed ? this.props.instead : this.props.children;
  }
}

export function Preview({ form }: { form: FormContent }) {
  const { t } = useTranslation();
  const [width, setWidth] = useState<'desk' | 'phone'>('desk');
  const [data, setData] = useState<FormData>({});
  const [filled, setFilled] = useState(false);
  return (
    <section className="form-editor-preview" aria-label={t('form-editor.preview')}>
      <Segmented
        value={width}
        onChange={setWidth}
        options={(['desk', 'phone'] as const).map((value) => ({
          value,
          label: t(`form-editor.${value}`),
        }))}
      />
      <div className={`form-preview form-preview-${width}`} data-testid="form-preview">
        <h2>{form.schema.title}</h2>
        {form.schema.description && <p className="muted">{form.schema.description}</p>}
        <UntilItCanBeShown
          key={JSON.stringify(form)}
          instead={<Notice tone="warning">{t('form-editor.not-shown')}</Notice>}
        >
          <SchemaForm
            form={form}
            value={data}
            onChange={(next) => {
              setData(next);
              setFilled(false);
            }}
            onSubmit={() => setFilled(true)}
          >
            <button type="submit" className="button button-quiet" data-testid="preview-check">
              {t('form-editor.check')}
            </button>
          </SchemaForm>
        </UntilItCanBeShown>
        {filled && <Notice tone="success">{t('form-editor.filled')}</Notice>}
      </div>
    </section>
  );
}
