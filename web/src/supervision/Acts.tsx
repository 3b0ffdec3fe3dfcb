/** What was done with a card or an order so far, and what can be done with it now. */
import { useMutation } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fileAddress } from '../api/files.js';
import type { SupervisionActEntry } from '../api/model.js';
import { Upload } from '../shared/forms/Upload.js';
import { momentText } from '../shared/time.js';
import { ErrorNotice } from '../shared/ui.js';

export function History({ acts }: { acts: SupervisionActEntry[] }) {
  const { t } = useTranslation();
  return (
    <ol className="acts" data-testid="acts">
      {acts.map((act, index) => (
        <li key={index}>
          <strong>{t(`supervision.act-${act.act}`)}</strong>
          <span className="small muted number">
            {momentText(act.at)} ·{' '}
            {[act.department, act.person ?? t('supervision.by-rule')].filter(Boolean).join(' ')}
          </span>
          {act.text && <p>{act.text}</p>}
          {act.files.length > 0 && (
            <p className="row small">
              {act.files.map(({ id, name }) => (
                <a key={id} href={fileAddress(id)}>
                  {name}
                </a>
              ))}
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}

interface MovesProps<Move extends string> {
  id: string;
  moves: Move[];
  /** Moves that need no words. */
  silent: string[];
  /** Whether papers may be added. */
  withFiles: boolean;
  carryOut: (move: Move, body: { text?: string; files?: string[] }) => Promise<unknown>;
  onDone: () => void;
}

export function Moves<Move extends string>({
  id,
  moves,
  silent,
  withFiles,
  carryOut,
  onDone,
}: MovesProps<Move>) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [files, setFiles] = useState<string[]>([]);
  const act = useMutation({
    mutationFn: (move: Move) =>
      carryOut(move, {
        ...(text.trim() && { text: text.trim() }),
        ...(files.length > 0 && { files }),
      }),
    onSuccess: () => {
      setText('');
      setFiles([]);
      onDone();
    },
  });
  if (moves.length === 0) return null;
  return (
    <div className="stack">
      <Input.TextArea
        rows={3}
        maxLength={4000}
        aria-label={t('supervision.words')}
        placeholder={t('supervision.words')}
        value={text}
        onChange={(event) => setText(event.target.value)}
        data-testid="act-text"
      />
      {withFiles && (
        <Upload
          code={`act-${id}`}
          label={t('supervision.evidence')}
          files={files}
          onChange={setFiles}
        />
      )}
      <div className="row">
        {moves.map((move, index) => (
          <Button
            key={move}
            type={index === 0 ? 'primary' : 'default'}
            loading={act.isPending && act.variables === move}
            disabled={act.isPending || (!silent.includes(move) && !text.trim())}
            onClick={() => act.mutate(move)}
            data-testid={`move-${move}`}
          >
            {t(`supervision.move-${move}`)}
          </Button>
        ))}
      </div>
      <ErrorNotice error={act.error} />
    </div>
  );
}
