/** The table on the page as a file, made by the server from the same figures. */
import { useTranslation } from 'react-i18next';

interface Props {
  /** Address of the file in the API: `supervision/league`, `cards`. */
  of: string;
  query: object;
}

export function Download({ of, query }: Props) {
  const { t } = useTranslation();
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && value !== '') params.set(name, String(value));
  const address = (format: string) => {
    params.set('format', format);
    return `/api/${of}/file?${params.toString()}`;
  };
  return (
    <span className="row no-print">
      {(['xlsx', 'csv'] as const).map((format) => (
        <a
          key={format}
          className="small"
          href={address(format)}
          download
          data-testid={`download-${format}`}
        >
          {t('supervision.download', { format: format === 'xlsx' ? 'Excel' : 'CSV' })}
        </a>
      ))}
    </span>
  );
}
