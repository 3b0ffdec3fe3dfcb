/** The guide's materials: what to bring, and what the platform holds already. */
import { useTranslation } from 'react-i18next';
import type { ItemData } from '../api/model.js';

export function GuideMaterials({ item }: { item: ItemData }) {
  const { t } = useTranslation();
  const childName = (key: string | undefined) =>
    item.children?.find((child) => child.key === key)?.name;
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
        {item.materials?.map((material) => (
          <tr key={material.code}>
            <td>
              {material.name}
              {material.child && childName(material.child) && (
                <div className="small muted">
                  {t('material.for', { name: childName(material.child) })}
                </div>
              )}
              {material.acceptance && <div className="small muted">{material.acceptance}</div>}
            </td>
            <td>
              {material.source === 'government' ? (
                <span className="material-held">{t('material.held-guide')}</span>
              ) : (
                t(`material.source-${material.source}`)
              )}
            </td>
            <td>{t(`material.need-${material.need}`)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
