/** What is drawn, as a file: BPMN for other tools, a picture for papers. */
import { App, Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { download } from '../shared/download.js';
import type { Editor } from './editor.js';

interface Props {
  process: string;
  editor: React.RefObject<Editor | null>;
}

const KINDS = ['bpmn', 'svg', 'png'] as const;
type Kind = (typeof KINDS)[number];
/** Sharp when printed. */
const SCALE = 2;
/** Browsers draw nothing on what is larger, in pixels of a side. */
const MOST_PIXELS = 16_000;

/** @throws Error where the browser cannot draw it */
async function png(svg: string): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const largest = Math.max(image.width, image.height);
  const scale = Math.min(SCALE, MOST_PIXELS / largest);
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil(image.width * scale);
  canvas.height = Math.ceil(image.height * scale);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png');
  });
}

async function fileOf(editor: Editor, kind: Kind): Promise<Blob> {
  if (kind === 'bpmn') return new Blob([await editor.xml()], { type: 'application/xml' });
  const svg = await editor.svg();
  return kind === 'svg' ? new Blob([svg], { type: 'image/svg+xml' }) : png(svg);
}

export function Export({ process, editor }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const save = async (kind: Kind) => {
    if (editor.current) download(`${process}.${kind}`, await fileOf(editor.current, kind));
  };
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: KINDS.map((kind) => ({ key: kind, label: t(`designer.export-${kind}`) })),
        onClick: ({ key }) =>
          void save(key as Kind).catch(() => message.error(t('designer.export-failed'))),
      }}
    >
      <Button data-testid="export">{t('designer.export')}</Button>
    </Dropdown>
  );
}
