/** The pages of an OFD, drawn where the browser has no viewer for it. */
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Loading } from '../../shared/ui.js';
import { type Mark, type OfdPage, readOfd } from './read.js';

async function load(address: string): Promise<OfdPage[]> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status}`);
  return readOfd(new Uint8Array(await answer.arrayBuffer()));
}

/** Addresses of the pictures, given back when they are no longer drawn. */
function usePictures(pages: OfdPage[] | undefined): ReadonlyMap<Blob, string> {
  const addresses = useMemo(() => {
    const sources = (pages ?? []).flatMap(({ marks }) =>
      marks.flatMap((mark) => (mark.kind === 'picture' ? [mark.source] : [])),
    );
    return new Map([...new Set(sources)].map((one) => [one, URL.createObjectURL(one)]));
  }, [pages]);
  useEffect(
    () => () => {
      for (const address of addresses.values()) URL.revokeObjectURL(address);
    },
    [addresses],
  );
  return addresses;
}

function Drawn({ mark, pictures }: { mark: Mark; pictures: ReadonlyMap<Blob, string> }) {
  const { transform } = mark;
  if (mark.kind === 'path')
    return (
      <path
        {...{ transform, d: mark.d, stroke: mark.stroke, fill: mark.fill }}
        strokeWidth={mark.width}
      />
    );
  if (mark.kind === 'picture')
    return (
      <image
        {...{ transform, width: mark.width, height: mark.height }}
        href={pictures.get(mark.source)}
        preserveAspectRatio="none"
      />
    );
  return (
    <text
      {...{ transform, fill: mark.color, fontSize: mark.size }}
      x={mark.x.join(' ')}
      y={mark.y.join(' ')}
    >
      {mark.text}
    </text>
  );
}

export default function OfdPages({ address, name }: { address: string; name: string }) {
  const { t } = useTranslation();
  const file = useQuery({
    queryKey: ['ofd', address],
    queryFn: () => load(address),
    staleTime: Infinity,
    retry: false,
  });
  const pictures = usePictures(file.data);
  if (file.isPending) return <Loading />;
  if (file.error) return <p className="muted">{t('bench.ofd-unreadable')}</p>;
  return (
    <div className="preview-frame preview-pages" tabIndex={0} role="group" aria-label={name}>
      {file.data.map((page, at) => (
        <svg
          key={at}
          role="group"
          aria-label={t('bench.ofd-page', { page: at + 1, count: file.data.length })}
          viewBox={`0 0 ${page.width} ${page.height}`}
        >
          {page.marks.map((mark, place) => (
            <Drawn key={place} mark={mark} pictures={pictures} />
          ))}
        </svg>
      ))}
    </div>
  );
}
