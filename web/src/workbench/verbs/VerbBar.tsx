import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { VERBS, type Verb } from './list.js';

/** The verbs one may use now, each with its key. */
export function VerbBar({ verbs, onVerb }: { verbs: Verb[]; onVerb: (verb: Verb) => void }) {
  const { t } = useTranslation();
  if (verbs.length === 0) return null;
  return (
    <div className="verb-bar" role="toolbar" aria-label={t('verb.bar')}>
      {verbs.map((verb) => (
        <Button key={verb} size="small" data-testid={`verb-${verb}`} onClick={() => onVerb(verb)}>
          {t(`verb.${verb}`)} <kbd>{VERBS[verb].key}</kbd>
        </Button>
      ))}
    </div>
  );
}
