/** What the search finds, as a file that an auditor takes along; too much of it says so here. */
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../api/endpoints.js';
import type { AuditSearch } from '../api/model.js';
import { ErrorNotice } from '../shared/ui.js';
import '../shared/locales/audit.js';

function save(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

export function Export({ search }: { search: AuditSearch }) {
  const { t } = useTranslation();
  const name = `${t('audit.title')}-${new Date().toLocaleDateString('sv-SE')}.csv`;
  const exporting = useMutation({
    mutationFn: () => api.exportAudit(search),
    onSuccess: (file) => save(file, name),
  });
  return (
    <>
      <Button
        data-testid="audit-export"
        loading={exporting.isPending}
        onClick={() => exporting.mutate()}
      >
        {t('audit.export')}
      </Button>
      <ErrorNotice error={exporting.error} />
    </>
  );
}
