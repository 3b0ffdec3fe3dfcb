/** Above the drawing: undo, redo, larger, smaller, all of it, a small map, find; each has its key as well. */
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { EditorAct, Standing } from './editor.js';

interface Props {
  standing: Standing;
  onAct: (act: EditorAct) => void;
}

/** Acts with the sign that stands on them, else their name, and the keys that do the same. */
const ACTS: readonly [EditorAct, string | null, string][] = [
  ['undo', '↶', 'Ctrl+Z'],
  ['redo', '↷', 'Ctrl+Y'],
  ['larger', '＋', 'Ctrl++'],
  ['smaller', '－', 'Ctrl+-'],
  ['whole', null, ''],
  ['map', null, ''],
  ['find', null, 'Ctrl+F'],
];

export function Toolbar({ standing, onAct }: Props) {
  const { t } = useTranslation();
  const barred = { undo: !standing.canUndo, redo: !standing.canRedo };
  return (
    <div className="designer-tools" role="toolbar" aria-label={t('designer.tools')}>
      {ACTS.map(([act, sign, keys]) => {
        const name = t(`designer.act-${act}`);
        return (
          <Button
            key={act}
            size="small"
            disabled={act in barred && barred[act as keyof typeof barred]}
            title={keys ? `${name}（${keys}）` : name}
            aria-label={sign ? name : undefined}
            aria-keyshortcuts={keys || undefined}
            data-testid={`tool-${act}`}
            onClick={() => onAct(act)}
          >
            {sign ?? name}
          </Button>
        );
      })}
    </div>
  );
}
