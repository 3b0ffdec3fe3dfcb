import { Button } from 'antd';
import { useTranslation } from 'react-i18next';

/** The page as it stands, on paper. */
export function Print() {
  const { t } = useTranslation();
  return (
    <Button size="small" className="no-print" onClick={() => window.print()} data-testid="print">
      {t('supervision.print')}
    </Button>
  );
}
