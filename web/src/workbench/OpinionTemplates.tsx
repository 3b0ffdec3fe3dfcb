/** Opinions one writes often: put in with a click, kept with another. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../api/endpoints.js';

interface Props {
  opinion: string;
  onPick: (text: string) => void;
}

export function OpinionTemplates({ opinion, onPick }: Props) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const query = useQuery({ queryKey: ['opinion-templates'], queryFn: api.opinionTemplates });
  const refresh = () => queries.invalidateQueries({ queryKey: ['opinion-templates'] });
  const keep = useMutation({ mutationFn: api.addOpinionTemplate, onSettled: refresh });
  const drop = useMutation({ mutationFn: api.removeOpinionTemplate, onSettled: refresh });
  const own = query.data ?? [];
  const known = own.find(({ text }) => text === opinion.trim());
  const usual = (t('bench.usual-opinions', { returnObjects: true }) as string[]).filter(
    (text) => !own.some((one) => one.text === text),
  );
  return (
    <span className="row">
      <Dropdown
        trigger={['click']}
        menu={{
          items: [...own.map(({ text }) => text), ...usual].map((text) => ({
            key: text,
            label: text,
          })),
          onClick: ({ key }) => onPick(key),
        }}
      >
        <Button size="small" data-testid="templates">
          {t('bench.templates')}
        </Button>
      </Dropdown>
      {known ? (
        <Button size="small" type="text" onClick={() => drop.mutate(known.id)}>
          {t('bench.drop-template')}
        </Button>
      ) : (
        <Button
          size="small"
          type="text"
          disabled={opinion.trim() === ''}
          onClick={() => keep.mutate(opinion.trim())}
        >
          {t('bench.keep-template')}
        </Button>
      )}
    </span>
  );
}
