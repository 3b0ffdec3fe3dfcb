/** 机构: the tree of the city's bodies, found by unfolding or by words, with one of them beside it. */
import { useQuery } from '@tanstack/react-query';
import { Button, Input, Tree } from 'antd';
import type { DataNode } from 'antd/es/tree';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { isBarred } from '../api/client.js';
import { api } from '../api/endpoints.js';
import type { OrganisationRow } from '../api/model.js';
import { Empty, ErrorNotice } from '../shared/ui.js';
import { OrganisationForm } from './OrganisationForm.js';
import { OrganisationPanel } from './OrganisationPanel.js';
import { NewRegionForm } from './NewRegionForm.js';
import '../workbench/workbench.css';
import './register.css';
import '../shared/locales/register.js';

const nodeOf = (row: OrganisationRow): DataNode => ({
  key: row.id,
  title: row.kept ? row.name : <span className="muted">{row.name}</span>,
  isLeaf: row.below === 0,
});

/** Those below are read when a body is unfolded. */
function Below({ open }: { open: (id: string) => void }) {
  const { t } = useTranslation();
  const top = useQuery({
    queryKey: ['register', 'tree'],
    queryFn: () => api.organisations({}),
  });
  const [read, setRead] = useState<Record<string, DataNode[]>>({});
  const grown = (nodes: DataNode[]): DataNode[] =>
    nodes.map((node) => {
      const children = read[String(node.key)];
      return children ? { ...node, children: grown(children) } : node;
    });
  const unfold = async ({ key }: DataNode) => {
    const { items } = await api.organisations({ parent: String(key) });
    setRead((before) => ({ ...before, [String(key)]: items.map(nodeOf) }));
  };
  if (top.isLoadingError || isBarred(top.error))
    return <ErrorNotice error={top.error} retry={() => void top.refetch()} />;
  if (top.data?.items.length === 0)
    return <Empty title={t('register.empty')}>{t('register.empty-hint')}</Empty>;
  return (
    <Tree
      blockNode
      virtual={false}
      loadData={unfold}
      treeData={grown(top.data?.items.map(nodeOf) ?? [])}
      onSelect={([id]) => id !== undefined && open(String(id))}
    />
  );
}

function Found({ words }: { words: string }) {
  const { t } = useTranslation();
  const found = useQuery({
    queryKey: ['register', 'found', words],
    queryFn: () => api.organisations({ q: words }),
  });
  if (found.isLoadingError || isBarred(found.error)) return <ErrorNotice error={found.error} />;
  if (found.data?.items.length === 0) return <Empty title={t('register.none-found')} />;
  return (
    <ul className="plain found">
      {found.data?.items.map(({ id, name }) => (
        <li key={id}>
          <Link to={`/organisations/${id}`}>{name}</Link>
        </li>
      ))}
    </ul>
  );
}

export default function Organisations() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { id } = useParams();
  const [words, setWords] = useState('');
  const [adding, setAdding] = useState<'organisation' | 'region'>();
  const open = (one: string) => void navigate(`/organisations/${one}`);
  return (
    <div className="staff-page">
      <div className="row between">
        <h1>{t('register.organisations')}</h1>
        <span className="row">
          <Link to="/staff">{t('register.staff')}</Link>
          <Link to="/authorities">{t('register.authorities')}</Link>
          <Link to="/register-changes">{t('register.changes')}</Link>
          <Button onClick={() => setAdding('region')}>{t('register.add-region')}</Button>
          <Button type="primary" onClick={() => setAdding('organisation')}>
            {t('register.add-organisation')}
          </Button>
        </span>
      </div>
      <p className="muted">{t('register.organisations-why')}</p>
      <div className="register">
        <nav aria-label={t('register.organisations')}>
          <Input.Search
            allowClear
            aria-label={t('register.search')}
            placeholder={t('register.search')}
            maxLength={60}
            onSearch={(value) => setWords(value.trim())}
          />
          {words ? <Found words={words} /> : <Below open={open} />}
        </nav>
        <section>
          {id ? <OrganisationPanel key={id} id={id} /> : <Empty title={t('register.choose')} />}
        </section>
      </div>
      {adding === 'organisation' && (
        <OrganisationForm
          parent={id ?? null}
          close={() => setAdding(undefined)}
          saved={(key) => {
            setAdding(undefined);
            open(key);
          }}
        />
      )}
      {adding === 'region' && <NewRegionForm close={() => setAdding(undefined)} />}
    </div>
  );
}
