/** One definition in its editor: its versions, the one shown, and keeping and publishing what is drawn. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import { ApiError, isRefusal } from '../../api/client.js';
import { DraftChain } from './chain.js';
import { begunFrom, instead, isDraft, newFrom, type MadeFrom, type Reviewed } from './made-from.js';
import { useUnsaved } from './useUnsaved.js';

/** What an editor begins with when nothing is kept yet. */
export interface Imported {
  xml: string;
  name: string;
  /** When it was begun, ms: what was drawn since then in this browser is later than it. */
  at: number;
}

export interface VersionHead {
  version: number;
  state: string;
  name: string;
  revision: string | null;
  createdBy: string;
  updatedAt: string;
}

/** A kind of definition that is drawn: how its pages speak to the API. */
export interface DrawnKind<Version extends VersionHead> {
  /** As the API's reviews call it. */
  code: string;
  /** Name of the query of its list page. */
  list: string;
  /** Address of its list page. */
  page: string;
  versions(key: string): Promise<{ items: Version[] }>;
  xml(key: string, version: number): Promise<{ xml: string }>;
  save(
    key: string,
    draft: { xml: string; name: string; madeFrom: MadeFrom },
  ): Promise<{ version: number; revision: string | null }>;
  drop(key: string, revision: string): Promise<unknown>;
  publish(key: string, reviewed: Reviewed): Promise<{ version: number }>;
}

interface Drawing {
  xml: string;
  name: string;
}

/** What the editor is to show; another object each time it is to begin anew. */
interface Opening {
  xml: string;
}

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
  const location = useLocation();
  const navigate = useNavigate();
  const imported = location.state as Imported | null;
  const [shown, setShown] = useState<number>();
  const [opening, setOpening] = useState<Opening>();
  const [problem, setProblem] = useState<unknown>(null);
  /** When what was not saved here before was drawn, ms. */
  const [recovered, setRecovered] = useState<number | null>(null);

  const versions = useQuery({
    queryKey: [kind.list, 'versions', key],
    queryFn: () => kind.versions(key),
    retry: false,
  });
  const missing = versions.error instanceof ApiError && versions.error.status === 404;
  const known = missing ? [] : (versions.data?.items ?? []);
  const name = known.find(({ version }) => version === shown)?.name ?? imported?.name ?? key;
  // What the drawing was made from: what there was when this editor first saw it, or kept it itself.
  const [chain] = useState(
    () =>
      new DraftChain(newFrom([]), {
        isRefusal,
        send: (drawing: Drawing, madeFrom) => kind.save(key, { ...drawing, madeFrom }),
      }),
  );
  const unsaved = useUnsaved(kind.code, key, async () => ({
    ...{ xml: await drawn(), name, madeFrom: chain.madeFrom },
  }));
  const { find, settle, setDirty } = unsaved;

  /** Shows a version as it is kept; what is drawn is forgotten. */
  const show = useCallback(
    async (wanted: VersionHead, among: readonly VersionHead[]) => {
      const { xml } = await queries.fetchQuery({
        queryKey: [kind.list, 'xml', key, wanted.version, wanted.revision],
        queryFn: () => kind.xml(key, wanted.version),
        staleTime: Infinity,
      });
      await settle();
      chain.begin(isDraft(wanted) ? begunFrom([wanted]) : newFrom(among));
      setRecovered(null);
      setShown(wanted.version);
      setOpening({ xml });
    },
    [kind, key, chain, queries, settle],
  );

  // Once, as soon as it is known which versions there are.
  const settledVersions = versions.isSuccess || missing;
  const begun = useRef('');
  useEffect(() => {
    if (!settledVersions || begun.current === key) return;
    begun.current = key;
    const begin = async () => {
      const items = versions.data?.items ?? [];
      const draft = items.find(isDraft);
      const found = await find();
      if (found && found.at > (imported?.at ?? 0)) {
        chain.begin(found.madeFrom);
        setRecovered(found.at);
        setShown(draft?.version);
        setOpening({ xml: found.xml });
        setDirty(true);
      } else if (imported) {
        chain.begin(begunFrom(items));
        setOpening({ xml: imported.xml });
        setDirty(true);
      } else if (items[0]) await show(items[0], items);
    };
    begin().catch(setProblem);
  }, [settledVersions, versions.data, key, imported, chain, find, setDirty, show]);

  /** What was imported is kept by now, or not wanted: loading the page anew must not bring it back. */
  const refresh = async () => {
    if (imported) await navigate(location.pathname, { replace: true, state: null });
    await queries.invalidateQueries({ queryKey: [kind.list, 'versions', key] });
    await queries.invalidateQueries({ queryKey: [kind.list], exact: true });
  };
  /** What is drawn while it is on its way stays unsaved. */
  const keep = async () => {
    const changes = unsaved.changes();
    const kept = await chain.send({ xml: await drawn(), name });
    setShown(kept.version);
    setRecovered(null);
    await settle(changes);
    await refresh();
  };
  const save = useMutation({
    mutationFn: () => keep(),
    onSuccess: () => void message.success(t('versions.saved')),
  });
  /** Whoever publishes another's draft keeps nothing of it anew: it stays the other's. */
  const keepChanged = async () => {
    const isShown = known.find(({ version }) => version === shown);
    if (unsaved.dirty || !isShown || !isDraft(isShown)) await keep();
  };
  const publish = async (reviewed: Reviewed) => {
    const { version } = await kind.publish(key, reviewed);
    chain.begin({ replaces: null, madeFromVersion: version });
    await settle(unsaved.changes());
    await refresh();
    void message.success(told(version));
  };
  const drop = useMutation({
    mutationFn: async () => {
      const revision = known.find(isDraft)?.revision;
      if (revision) await kind.drop(key, revision);
      await settle();
      const published = known.find((one) => !isDraft(one));
      if (!published) {
        await queries.invalidateQueries({ queryKey: [kind.list], exact: true });
        return navigate(kind.page);
      }
      await refresh();
      await show(published, known);
    },
  });
  /** The draft there is gives way to what is drawn here. */
  const overwrite = async () => {
    const { items } = await kind.versions(key);
    chain.begin(instead(items));
    await keep();
    save.reset();
  };
  const takeTheirs = async () => {
    const { items } = await kind.versions(key);
    if (items[0]) await show(items[0], items);
    await refresh();
    save.reset();
  };
  return {
    ...{ overwrite, takeTheirs },
    ...{ name, known, shown, opening, recovered, publish, keepChanged, save, drop },
    show: (wanted: VersionHead) => show(wanted, known),
    ...{ dirty: unsaved.dirty, kept: unsaved.kept, changed: unsaved.changed, leave: unsaved.leave },
    draft: known.find(isDraft),
    loading: !opening && !problem && !versions.error,
    error: drop.error ?? problem ?? (missing && imported ? null : versions.error),
  };
}

export type Definition<Version extends VersionHead> = ReturnType<typeof useDefinition<Version>>;
