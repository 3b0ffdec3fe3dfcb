/** The materials' checklist: what the platform holds is ticked, only the rest is asked for. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useNavigate } from 'react-router';
import { isBarred } from '../api/client.js';
import { api } from '../api/endpoints.js';
import type {
  Draft,
  DraftFile,
  DraftSituation,
  Situation,
  SituationMaterial,
} from '../api/model.js';
import { useEnglish } from '../shared/english.js';
import { ErrorNotice, Loading, Notice } from '../shared/ui.js';
import '../shared/forms/form.css';
import { useDraftPage } from './DraftPages.js';
import { comesFromCheck } from './fromCheck.js';
import { SaveState } from './SaveState.js';
import { Upload } from '../shared/forms/Upload.js';
import './portal.css';

interface RowProps {
  material: SituationMaterial;
  files: string[];
  known: DraftFile[];
  onChange: (files: string[]) => void;
}

function MaterialRow({ material, files, known, onChange }: RowProps) {
  const { t } = useTranslation();
  return (
    <li className="material" data-testid={`material-${material.code}`}>
      <div className="material-head">
        <strong>{material.name}</strong>
        <span className="small muted">{t(`material.need-${material.need}`)}</span>
      </div>
      {material.acceptance && !material.held && (
        <p className="small muted">{material.acceptance}</p>
      )}
      {material.held ? (
        <p className="material-held">
          <span aria-hidden="true">✓ </span>
          {t('material.held', { name: material.held.name })}
        </p>
      ) : (
        <Upload
          code={material.code}
          label={material.name}
          files={files}
          known={known}
          onChange={onChange}
        />
      )}
    </li>
  );
}

/** Materials of the whole first, then those of each child, in the order given. */
function grouped(situation: Situation) {
  const groups = new Map<string, SituationMaterial[]>();
  for (const material of situation.materials) {
    const key = material.child ?? '';
    groups.set(key, [...(groups.get(key) ?? []), material]);
  }
  const nameOf = (key: string) => situation.children.find((child) => child.key === key)?.name ?? '';
  return [...groups].map(([key, materials]) => ({ key, name: nameOf(key), materials }));
}

/** Required materials that are neither held nor uploaded. */
export function missingMaterials(situation: Situation, files: Record<string, string[]>) {
  return situation.materials.filter(
    (material) => material.need === 'required' && !material.held && !files[material.code]?.length,
  );
}

function Checklist({ situation }: { situation: DraftSituation }) {
  const { draft, save } = useDraftPage();
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { content, change, flush } = save;
  const missing = missingMaterials(situation, content.materials);
  const { gaps } = situation.ways;
  const say = useEnglish(draft.item);
  const back = comesFromCheck(useLocation().state);
  const goOn = async () => {
    await flush();
    await navigate(`/drafts/${draft.id}/check`);
  };
  return (
    <>
      <div className="stack">
        {grouped(situation).map((group) => (
          <section className="card" key={group.key}>
            <h2>{group.name || t('material.common')}</h2>
            <ul className="plain-list">
              {group.materials.map((material) => (
                <MaterialRow
                  key={material.code}
                  material={material}
                  files={content.materials[material.code] ?? []}
                  known={draft.files}
                  onChange={(files) =>
                    change({ materials: { ...content.materials, [material.code]: files } })
                  }
                />
              ))}
            </ul>
          </section>
        ))}
        {missing.length > 0 ? (
          <Notice tone="info" title={t('material.missing', { count: missing.length })}>
            <p>{missing.map((material) => material.name).join('、')}</p>
          </Notice>
        ) : (
          <Notice tone="success">{t('material.complete')}</Notice>
        )}
        {gaps && (
          <Notice tone="info" title={t('ways.gaps-title')} testId="gaps-hint">
            <p>
              {t('ways.gaps-hint', {
                names: gaps.materials.map(({ name }) => say(name)).join('、'),
                within: gaps.within,
              })}
            </p>
          </Notice>
        )}
      </div>
      <div className="actions">
        <button
          type="button"
          className="button button-large"
          disabled={missing.length > 0}
          onClick={() => void goOn().catch(() => undefined)}
        >
          {t(back ? 'action.back-to-check' : 'action.continue')}
        </button>
        <Link className="button button-quiet" to={`/drafts/${draft.id}`}>
          {t('action.back')}
        </Link>
        <SaveState save={save} />
      </div>
    </>
  );
}

/** What the platform asks and holds for this draft, by its answers so far. */
export function useDraftSituation(draft: Draft) {
  const say = useEnglish(draft.item);
  return useQuery({
    queryKey: ['draft-situation', draft.id, draft.form, draft.materials],
    queryFn: () => api.draftSituation(draft.id, draft.form, draft.materials),
    placeholderData: (before) => before,
    // What was filled in, and letters to be signed word for word, stay as they are.
    select: (asked) => ({
      ...asked,
      children: say(asked.children),
      materials: say(asked.materials),
      fees: say(asked.fees),
    }),
  });
}

export default function MaterialsPage() {
  const { draft } = useDraftPage();
  const situation = useDraftSituation(draft);
  if (situation.isLoadingError || isBarred(situation.error))
    return <ErrorNotice error={situation.error} />;
  return situation.data ? <Checklist situation={situation.data} /> : <Loading lines={7} />;
}
