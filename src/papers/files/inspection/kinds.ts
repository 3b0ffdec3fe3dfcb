/** What is taken, by the ending of its name, and how each is looked into. */
import { inspectContainer } from './container/container.js';
import { OfdRules } from './container/ofd.js';
import { DocxRules, OfficeRules } from './container/office/index.js';
import { inspectPdf } from './pdf/index.js';
import { inspectJpeg, inspectPng } from './pictures.js';

export interface FileKind {
  mime: string;
  /** How its bytes begin, latin1. */
  start: string;
  /** @throws Refused */
  inspect(bytes: Buffer): void | Promise<void>;
}

const inOffice = (): OfficeRules => new OfficeRules();

const jpeg: FileKind = { mime: 'image/jpeg', start: '\xff\xd8\xff', inspect: inspectJpeg };

export const KINDS: Readonly<Record<string, FileKind>> = {
  pdf: { mime: 'application/pdf', start: '%PDF-', inspect: inspectPdf },
  png: { mime: 'image/png', start: '\x89PNG\r\n\x1a\n', inspect: inspectPng },
  jpg: jpeg,
  jpeg,
  docx: {
    mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    start: 'PK\x03\x04',
    inspect: (bytes) => inspectContainer(bytes, new DocxRules(), inOffice),
  },
  ofd: {
    mime: 'application/ofd',
    start: 'PK\x03\x04',
    inspect: (bytes) => inspectContainer(bytes, new OfdRules(), inOffice),
  },
};
