/** 好差评: one tap, a word if one likes; saying nothing is not praise. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey } from '../api/client.js';
import { api } from '../api/endpoints.js';
import { choicesOf } from '../../../bpmn/forms/index.js';
import type { ApplicantTask, FormData, Json } from '../api/model.js';
import { ErrorNotice } from '../shared/ui.js';

interface Choice {
  value: Json;
  label: string;
}

/** The first choice in the form is the satisfaction; its levels come from the schema. */
function levelsOf(task: ApplicantTask): { name: string; choices: Choice[] } | null {
  for (const [name, field] of Object.entries(task.formSchema?.properties ?? {})) {
    const choices = choicesOf(field);
    if (choices && choices.length > 1) return { name, choices };
  }
  return null;
}

export function Rating({ task }: { task: ApplicantTask }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [words, setWords] = useState('');
  const key = useRef(newKey());
  const levels = levelsOf(task);
  const rate = useMutation({
    mutationFn: (form: FormData) =>
      api.complete(task.id, { outcome: task.outcomes[0]?.id, form }, key.current),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['case'] }),
  });
  if (!levels) return null;
  const answerOf = (name: string, value: Json): FormData =>
    words.trim() ? { [name]: value, comment: words.trim() } : { [name]: value };
  return (
    <section className="card stack" data-testid="rating">
      <h2>{t('rating.title')}</h2>
      <p className="small muted">{t('rating.who-reads')}</p>
      <div className="field">
        <label htmlFor="rating-words">{t('rating.words')}</label>
        <textarea
          id="rating-words"
          className="form-control"
          maxLength={500}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </div>
      <div className="choices" role="group" aria-label={t('rating.title')}>
        {levels.choices.map((choice) => (
          <button
            key={String(choice.value)}
            type="button"
            className="button button-quiet"
            disabled={rate.isPending}
            onClick={() => rate.mutate(answerOf(levels.name, choice.value))}
          >
            {choice.label}
          </button>
        ))}
      </div>
      <ErrorNotice error={rate.error} />
    </section>
  );
}
