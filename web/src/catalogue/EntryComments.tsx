/** What reviewers say at the elements of a draft, and what its author answers. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/endpoints.js';
import type { EntryComment, ItemEntry } from '../api/model.js';
import { momentText } from '../shared/time.js';
import { ErrorNotice } from '../shared/ui.js';

interface Props {
  code: string;
  entry: ItemEntry;
  /** The element that is commented on. */
  place: string | null;
  setPlace: (place: string | null) => void;
  onOpen?: (place: string) => void;
}

export function Comments({ code, entry, place, setPlace, onOpen }: Props) {
  const { t } = useTranslation();
  const { comments, mayComment, mayAnswer } = entry;
  const open = comments.filter(({ answer }) => answer === null).length;
  return (
    <>
      <h3>{t('entry.comments', { open, count: comments.length })}</h3>
      {comments.length === 0 && <p className="muted">{t('entry.no-comments')}</p>}
      <ul className="plain-list" data-testid="entry-comments">
        {comments.map((comment) => (
          <li key={comment.id} className="stack">
            <Said comment={comment} onOpen={onOpen} />
            {comment.answer === null && mayAnswer && <Answering code={code} comment={comment} />}
          </li>
        ))}
      </ul>
      {mayComment && <Commenting code={code} entry={entry} place={place} setPlace={setPlace} />}
    </>
  );
}

function Said({ comment, onOpen }: { comment: EntryComment; onOpen?: (place: string) => void }) {
  const { t } = useTranslation();
  const { name, pointer, place, words, by, title, at, answer, answeredBy } = comment;
  return (
    <div>
      {onOpen && pointer !== null ? (
        <button type="button" className="button button-link" onClick={() => onOpen(place)}>
          {name}
        </button>
      ) : (
        <strong>{name}</strong>
      )}
      {pointer === null && <span className="muted small">（{t('entry.gone')}）</span>}
      <p>{words}</p>
      <p className="small muted">{[by, title, momentText(at)].filter(Boolean).join(' · ')}</p>
      {answer !== null && (
        <p className="timeline-opinion small">
          {t('entry.answered', { name: answeredBy ?? '', answer })}
        </p>
      )}
    </div>
  );
}

/** What was said is read anew by who sees it. */
function useSaying<Said>(code: string, say: (said: Said) => Promise<unknown>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: say,
    onSettled: () => queries.invalidateQueries({ queryKey: ['catalogue', 'entry', code] }),
  });
}

function Answering({ code, comment }: { code: string; comment: EntryComment }) {
  const { t } = useTranslation();
  const [answer, setAnswer] = useState('');
  const saying = useSaying(code, () => api.answerItemComment(code, comment.id, answer.trim()));
  return (
    <form
      className="row"
      onSubmit={(event) => {
        event.preventDefault();
        saying.mutate(undefined);
      }}
    >
      <Input
        style={{ flex: 1, minWidth: '12rem' }}
        aria-label={t('entry.answer-of', { name: comment.name })}
        maxLength={1000}
        value={answer}
        onChange={(event) => setAnswer(event.target.value)}
      />
      <Button
        htmlType="submit"
        loading={saying.isPending}
        disabled={!answer.trim()}
        data-testid="answer-comment"
      >
        {t('entry.answer')}
      </Button>
      <ErrorNotice error={saying.error} />
    </form>
  );
}

function Commenting({ code, entry, place, setPlace }: Omit<Props, 'onOpen'>) {
  const { t } = useTranslation();
  const id = useId();
  const [words, setWords] = useState('');
  const saying = useSaying(code, () => api.commentOnItem(code, place ?? '', words.trim()));
  const add = () =>
    saying.mutate(undefined, {
      onSuccess: () => {
        setWords('');
        setPlace(null);
      },
    });
  return (
    <div className="stack">
      <div className="field">
        <label htmlFor={`${id}-place`}>{t('entry.element')}</label>
        <Select
          style={{ width: '100%' }}
          id={`${id}-place`}
          showSearch={{ optionFilterProp: 'label' }}
          allowClear
          data-testid="comment-element"
          placeholder={t('entry.element-hint')}
          value={place ?? undefined}
          options={entry.elements.map((one) => ({ value: one.place, label: one.name }))}
          onChange={(chosen?: string) => setPlace(chosen ?? null)}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-words`}>{t('entry.words')}</label>
        <Input.TextArea
          id={`${id}-words`}
          data-testid="comment-words"
          maxLength={1000}
          autoSize={{ minRows: 2 }}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </div>
      <ErrorNotice error={saying.error} />
      <div>
        <Button
          data-testid="add-comment"
          loading={saying.isPending}
          disabled={place === null || words.trim().length < 2}
          onClick={add}
        >
          {t('entry.add')}
        </Button>
      </div>
    </div>
  );
}
