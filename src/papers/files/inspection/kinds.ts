/** What is taken, by the ending of its name, and how each is looked into. */
import { openContainer, refuseActiveOffice } from './container.js';
import { inspectPdf } from './pdf/index.js';
import { inspectJpeg, inspectPng } from './pictures.js';
import { refuse } from './refusal.js';

export interface FileKind {
  mime: string;
  /** How its bytes begin, latin1. */
  start: string;
  /** @throws Refused */
  inspect(bytes: Buffer): void | Promise<void>;
}

const NOT_IT = '的内容与扩展名不符，可能已损坏或被改名；请重新导出后再上传';

async function inspectDocx(bytes: Buffer): Promise<void> {
  const container = await openContainer(bytes);
  const types = container.xml.get('[Content_Types].xml') ?? '';
  if (
    !types.includes('wordprocessingml.document.main+xml') ||
    !container.names.includes('word/document.xml')
  )
    refuse('file-not-what-it-says', NOT_IT);
  refuseActiveOffice(container);
}

/** OFD (GB/T 33190): a zip with `OFD.xml` at its root. */
async function inspectOfd(bytes: Buffer): Promise<void> {
  const { xml } = await openContainer(bytes);
  if (!/<(\w+:)?OFD\b/.test(xml.get('OFD.xml') ?? '')) refuse('file-not-what-it-says', NOT_IT);
  for (const text of xml.values())
    if (/<(\w+:)?(Script|JavaScript)\b|javascript:/i.test(text))
      refuse('file-holds-active-content', '含有脚本，不能接收；请重新导出');
}

const jpeg: FileKind = { mime: 'image/jpeg', start: '\xff\xd8\xff', inspect: inspectJpeg };

export const KINDS: Readonly<Record<string, FileKind>> = {
  pdf: { mime: 'application/pdf', start: '%PDF-', inspect: inspectPdf },
  png: { mime: 'image/png', start: '\x89PNG\r\n\x1a\n', inspect: inspectPng },
  jpg: jpeg,
  jpeg,
  docx: {
    mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    start: 'PK\x03\x04',
    inspect: inspectDocx,
  },
  ofd: { mime: 'application/ofd', start: 'PK\x03\x04', inspect: inspectOfd },
};
