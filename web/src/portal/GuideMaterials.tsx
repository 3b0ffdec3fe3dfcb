/** The guide's materials: what to bring, and what the platform holds already. */
import { useTranslation } from 'react-i18next';
import type { ItemData } from '../api/model.js';
import { Unverified } from './Unverified.js';

type Material = ItemData['materials'][number];

/** What is held as a licence or in a shared data set need not be handed in. */
function Source({ material }: { material: Material }) {
  const { t } = useTranslation();
  if (!material.heldAs) return <>{t(`material.source-${material.source}`)}</>;
  return <span className="material-held">{t('material.held-guide')}</span>;
}

/** An address leads there; anything else says where the paper is. */
const Place = ({ said }: { said: string }) =>
  /^(https?:\/)?\//.test(said) ? <a href={said}>{said}</a> : <>{said}</>;

/** What its file is to be like, where the blank form is and what a filled one looks like. */
function Papers({ material }: { material: Material }) {
  const { t } = useTranslation();
  return PAPERS.map((paper) => {
    const said = material[paper];
    return (
      said && (
        <div key={paper} className="small muted">
          {t(`material.${paper}`)}
          <Place said={said} />
        </div>
      )
    );
  });
}

const PAPERS = ['format', 'blank', 'filled'] as const;

export function GuideMaterials({ item }: { item: ItemData }) {
  const { t } = useTranslation();
  const childName = (key: string | null) => item.children.find((child) => child.key === key)?.name;
  if (item.materials.length === 0) return <p className="muted">{t('material.nothing')}</p>;
  return (
    <table className="table table-wide">
      <thead>
        <tr>
          <th scope="col">{t('material.name')}</th>
          <th scope="col">{t('material.source')}</th>
          <th scope="col">{t('material.need')}</th>
        </tr>
      </thead>
      <tbody>
        {item.materials.map((material) => (
          <tr key={material.code}>
            <td>
              {material.name}
              <Unverified verified={material.verified} />
              {childName(material.child) && (
                <div className="small muted">
                  {t('material.for', { name: childName(material.child) })}
                </div>
              )}
              {material.acceptance && <div className="small muted">{material.acceptance}</div>}
              <Papers material={material} />
            </td>
            <td>
              <Source material={material} />
            </td>
            <td>
              {t(`material.need-${material.need}`)}
              {material.conditional && (
                <span className="small muted"> {t('material.conditional')}</span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
