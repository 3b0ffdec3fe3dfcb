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
