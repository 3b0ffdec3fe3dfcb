/** One definition in its editor: its versions, the one shown, and keeping and publishing what is drawn. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { ApiError } from '../../api/client.js';

/** What an editor begins with when nothing is kept yet. */
export interface Imported {
  xml: string;
  name: string;
}

export interface VersionHead {
  version: number;
  state: string;
  name: string;
  revision: string | null;
}

/** A kind of definition that is drawn: how its pages speak to the API. */
export interface DrawnKind<Version extends VersionHead> {
  /** As the API's reviews call it. */
  code: string;
  /** Name of the query of its list page. */
  list: string;
  versions(key: string): Promise<{ items: Version[] }>;
  xml(key: string, version: number): Promise<{ xml: string }>;
  save(
    key: string,
    draft: { xml: string; name: string; replaces: string | null },
  ): Promise<{ revision: string | null }>;
  publish(key: string, revision: string): Promise<{ version: number }>;
}

const isDraft = ({ state }: VersionHead): boolean => state === 'draft';

/**
 * @param drawn what the editor shows, as a file
 * @param told what is said when a version is published
 */
export function useDefinition<Version extends VersionHead>(
  kind: DrawnKind<Version>,
  key: string,
  { drawn, told }: { drawn: () => Promise<string>; told: (version: number) => string },
) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const imported = useLocation().state as Imported | null;
  const [chosen, setVersion] = useState<number>();
  const [dirty, setDirty] = useState(Boolean(imported));

  const versions = useQuery({
    queryKey: [kind.list, 'versions', key],
    queryFn: () => kind.versions(key),
    retry: false,
  });
  const known = versions.data?.items ?? [];
  const shown = chosen ?? (imported ? undefined : known[0]?.version);
  const source = useQuery({
    queryKey: [kind.list, 'xml', key, shown],
    queryFn: () => kind.xml(key, shown!),
    enabled: shown !== undefined,
    staleTime: Infinity,
  });
  const xml = shown === undefined ? imported?.xml : source.data?.xml;
  const name = known.find(({ version }) => version === shown)?.name ?? imported?.name ?? key;

  const settled = async () => {
    setDirty(false);
    await queries.invalidateQueries({ queryKey: [kind.list, 'versions', key] });
    await queries.invalidateQueries({ queryKey: [kind.list], exact: true });
  };
  // What the drawing was made from: the draft as it was when this editor first saw it, or kept it itself.
  const madeFrom = useRef<string | null>(undefined);
  if (madeFrom.current === undefined && versions.data)
    madeFrom.current = known.find(isDraft)?.revision ?? null;
  const choose = (version: number) => {
    const wanted = known.find((one) => one.version === version);
    if (wanted && isDraft(wanted)) madeFrom.current = wanted.revision;
    setVersion(version);
  };
  const keep = async () => {
    const draft = { xml: await drawn(), name, replaces: madeFrom.current ?? null };
    madeFrom.current = (await kind.save(key, draft)).revision;
  };
  const save = useMutation({
    mutationFn: keep,
    onSuccess: async () => {
      await settled();
      void message.success(t('versions.saved'));
    },
  });
  /** Whoever publishes another's draft keeps nothing of it anew: it stays the other's. */
  const keepChanged = async () => {
    const isShown = known.find(({ version }) => version === shown);
    if (dirty || !isShown || !isDraft(isShown)) await keep();
  };
  const publish = async (revision: string) => {
    const { version } = await kind.publish(key, revision);
    madeFrom.current = null;
    await settled();
    void message.success(told(version));
  };
  const missing = versions.error instanceof ApiError && versions.error.status === 404;
  return {
    ...{ name, xml, known, shown, setVersion: choose, dirty, setDirty, save, keepChanged, publish },
    loading: !xml && !missing && source.isPending,
    error: save.error ?? source.error ?? (missing && !imported ? versions.error : null),
  };
}
