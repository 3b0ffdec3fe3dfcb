/** One definition in its editor: its versions, the one shown, and keeping and publishing what is drawn. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import { ApiError, isRefusal } from '../../api/client.js';
import { DraftChain } from './chain.js';
import { begunFrom, instead, isDraft, newFrom, type MadeFrom, type Reviewed } from './made-from.js';
import { useAutosave } from './useAutosave.js';
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
  /** What it changed; empty = nobody said. */
  note: string;
  /** Cases that run on it, where cases do. */
  runningCases?: number;
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
  publish(key: string, reviewed: Reviewed & { note: string }): Promise<{ version: number }>;
  /** No new case begins with it. */
  retire?(key: string): Promise<unknown>;
  /** Where nothing was ever done by it. */
  remove?(key: string): Promise<unknown>;
}

interface Drawing {
  xml: string;
  name: string;
}

/** What the editor is to show; another object each time it is to begin anew. */
interface Opening {
  xml: string;
}

/** Where giving up leads back to: the draft as it was opened or saved by hand; null = there was none. */
type Checkpoint = string | null;

/** How often it is looked whether somebody else keeps the same draft, ms. */
const LOOK_MS = 20_000;

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
  const checkpoint = useRef<Checkpoint>(null);
  /** The platform keeps something drawn that nobody has saved by hand. */
  const [autosaved, setAutosaved] = useState(false);
  const running = useRef<Promise<unknown>>(Promise.resolve());
  const gone = useRef(false);
  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
    };
  }, []);

  const versions = useQuery({
    queryKey: [kind.list, 'versions', key],
    queryFn: () => kind.versions(key),
    retry: false,
    refetchInterval: LOOK_MS,
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
  /** Drafts that were shown or kept here; any other is somebody else's. */
  const [own] = useState(() => new Set<string | null>());
  const unsaved = useUnsaved(kind.code, key, async () => ({
    ...{ xml: await drawn(), name, madeFrom: chain.madeFrom },
  }));
  const { find, settle, setDirty, changed: noted } = unsaved;
  const autosave = useAutosave(async () => {
    if (!unsaved.dirty) return;
    await keep();
    setAutosaved(true);
  });
  const { later, stop, forgive } = autosave;

  const read = useCallback(
    async ({ version, revision }: VersionHead) => {
      own.add(revision);
      const { xml } = await queries.fetchQuery({
        queryKey: [kind.list, 'xml', key, version, revision],
        queryFn: () => kind.xml(key, version),
        staleTime: Infinity,
      });
      return xml;
    },
    [kind, key, own, queries],
  );
  /** Shows a version as it is kept; what is drawn is forgotten. */
  const show = useCallback(
    async (wanted: VersionHead, among: readonly VersionHead[]) => {
      const xml = await read(wanted);
      stop();
      forgive();
      await settle();
      checkpoint.current = isDraft(wanted) ? xml : null;
      setAutosaved(false);
      chain.begin(isDraft(wanted) ? begunFrom([wanted]) : newFrom(among));
      setRecovered(null);
      setShown(wanted.version);
      setOpening({ xml });
    },
    [chain, read, settle, stop, forgive],
  );

  // Once, as soon as it is known which versions there are.
  const settledVersions = (versions.isSuccess || missing) && versions.isFetchedAfterMount;
  const begun = useRef('');
  useEffect(() => {
    if (!settledVersions || begun.current === key) return;
    begun.current = key;
    const begin = async () => {
      const items = versions.data?.items ?? [];
      const draft = items.find(isDraft);
      if (draft) checkpoint.current = await read(draft);
      const found = await find();
      if (found && found.at > (imported?.at ?? 0)) {
        chain.begin(found.madeFrom);
        setRecovered(found.at);
        setShown(draft?.version);
        setOpening({ xml: found.xml });
        setDirty(true);
        later();
      } else if (imported) {
        // It was made from no draft: where there is one, the platform says whose.
        chain.begin(newFrom(items));
        setOpening({ xml: imported.xml });
        setDirty(true);
      } else if (items[0]) await show(items[0], items);
    };
    begin().catch(setProblem);
  }, [settledVersions, versions.data, key, imported, chain, find, setDirty, show, read, later]);

  /** What was imported is kept by now, or not wanted: loading the page anew must not bring it back. */
  const refresh = async () => {
    if (imported && !gone.current)
      await navigate(location.pathname, { replace: true, state: null });
    await queries.invalidateQueries({ queryKey: [kind.list, 'versions', key] });
    await queries.invalidateQueries({ queryKey: [kind.list], exact: true });
  };
  /** One after another, each made from the one before. */
  const send = (xml: string) => {
    const sent = running.current
      .catch(() => undefined)
      .then(async () => {
        const kept = await chain.send({ xml, name });
        own.add(kept.revision);
        return kept;
      });
    running.current = sent;
    return sent;
  };
  /** What is drawn while it is on its way stays unsaved. @returns what was kept */
  const keep = async () => {
    stop();
    const changes = unsaved.changes();
    const xml = await drawn();
    const kept = await send(xml);
    setShown(kept.version);
    await settle(changes);
    await refresh();
    return xml;
  };
  const save = useMutation({
    mutationFn: async () => {
      checkpoint.current = await keep();
      setAutosaved(false);
      setRecovered(null);
      forgive();
    },
    onSuccess: () => void message.success(t('versions.saved')),
  });
  /** Whoever publishes another's draft keeps nothing of it anew: it stays the other's. */
  const keepChanged = async () => {
    const isShown = known.find(({ version }) => version === shown);
    if (unsaved.dirty || !isShown || !isDraft(isShown)) await keep();
  };
  const publish = async (reviewed: Reviewed & { note: string }) => {
    const { version } = await kind.publish(key, reviewed);
    chain.begin({ replaces: null, madeFromVersion: version });
    checkpoint.current = null;
    setAutosaved(false);
    await settle(unsaved.changes());
    await refresh();
    void message.success(told(version));
  };
  const drop = useMutation({
    mutationFn: async () => {
      stop();
      await running.current.catch(() => undefined);
      const revision = chain.madeFrom.replaces ?? known.find(isDraft)?.revision;
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
  /** Back to what was opened or saved by hand, also on the platform. */
  const discard = async () => {
    stop();
    await running.current.catch(() => undefined);
    if (autosaved && checkpoint.current === null) return drop.mutateAsync();
    if (autosaved && checkpoint.current !== null) await send(checkpoint.current);
    const { items } = await kind.versions(key);
    const back = items.find(isDraft) ?? items[0];
    if (back) await show(back, items);
    await refresh();
  };
  /** A version becomes the draft, in place of the one there may be. */
  const restore = async (wanted: VersionHead) => {
    stop();
    const xml = await read(wanted);
    const { items } = await kind.versions(key);
    chain.begin(instead(items));
    await send(xml);
    await settle();
    await refresh();
    const { items: now } = await kind.versions(key);
    await show(now.find(isDraft) ?? wanted, now);
  };
  const end = async (how: (key: string) => Promise<unknown>) => {
    stop();
    await how(key);
    await settle();
    await queries.invalidateQueries({ queryKey: [kind.list], exact: true });
    await navigate(kind.page);
  };
  /** The draft there is gives way to what is drawn here. */
  const overwrite = async () => {
    const { items } = await kind.versions(key);
    chain.begin(instead(items));
    await keep();
    forgive();
    save.reset();
  };
  const takeTheirs = async () => {
    const { items } = await kind.versions(key);
    if (items[0]) await show(items[0], items);
    await refresh();
    save.reset();
  };
  const draft = known.find(isDraft);
  const changed = useCallback(() => {
    noted();
    later();
  }, [noted, later]);
  return {
    ...{ overwrite, takeTheirs, discard, autosaved, restore, end },
    /** Another draft is there than the one that is drawn on here. */
    overtaken: draft !== undefined && !own.has(draft.revision) ? draft : null,
    ...{ name, known, shown, opening, recovered, publish, keepChanged, save, drop },
    show: (wanted: VersionHead) => show(wanted, known),
    ...{ dirty: unsaved.dirty, kept: unsaved.kept, leave: unsaved.leave },
    ...{ draft, changed },
    loading: !opening && !problem && !versions.error,
    error: autosave.error ?? drop.error ?? problem ?? (missing && imported ? null : versions.error),
  };
}

export type Definition<Version extends VersionHead> = ReturnType<typeof useDefinition<Version>>;
