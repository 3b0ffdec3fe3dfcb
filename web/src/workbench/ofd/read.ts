/**
 * Reads an OFD (GB/T 33190-2016), a zip of XML, as pages of texts, paths and pictures: enough to look at a
 * paper beside the form. Seals and what is drawn with shadings or patterns are left out; the file itself
 * has them.
 */
import { strFromU8, unzipSync } from 'fflate';

/** Of a page, in millimetres, as everything else here. */
export interface OfdPage {
  width: number;
  height: number;
  marks: Mark[];
}

interface Placed {
  /** Moves and stretches what is drawn: the boundary, and the matrix within it. */
  transform: string;
}
export type Mark =
  | (Placed & {
      kind: 'text';
      size: number;
      color: string;
      /** One place for each character, as far as the file gives them. */
      x: number[];
      y: number[];
      text: string;
    })
  | (Placed & { kind: 'path'; d: string; stroke: string; fill: string; width: number })
  | (Placed & { kind: 'picture'; source: Blob; width: number; height: number });

/** The first so many pages are drawn. */
const MOST_PAGES = 30;
/** Marks of a file: one that has more is no paper that a person reads. */
const MOST_MARKS = 100_000;
/** Bytes of the file unpacked. */
const MOST_BYTES = 100 * 1024 * 1024;
const PICTURES: Readonly<Record<string, string>> = {
  ...{ png: 'image/png', jpg: 'image/jpeg', jpeg: 'image/jpeg', bmp: 'image/bmp' },
};
const BLACK = '#000';

/** @throws Error where it is no OFD, or larger than anybody reads */
export function readOfd(bytes: Uint8Array): OfdPage[] {
  return new Reader(unpacked(bytes)).pages();
}

function unpacked(bytes: Uint8Array): Map<string, Uint8Array> {
  let size = 0;
  const parts = unzipSync(bytes, {
    filter: ({ originalSize }) => {
      size += originalSize;
      if (size > MOST_BYTES) throw new Error('the OFD is too large to be drawn');
      return true;
    },
  });
  return new Map(Object.entries(parts).map(([name, part]) => [nameOf(name), part]));
}

/** Whether a path begins at the root or not, and however its letters are written, it is one part. */
const nameOf = (path: string): string => path.replace(/^\/+/, '').toLowerCase();

/** A path as a part names it: from the root, or from its own folder. */
function within(folder: string, path: string): string {
  if (path.startsWith('/')) return nameOf(path);
  const places = folder ? folder.split('/') : [];
  for (const place of path.split('/')) {
    if (place === '..') places.pop();
    else if (place !== '.' && place !== '') places.push(place);
  }
  return nameOf(places.join('/'));
}

const folderOf = (path: string): string => path.split('/').slice(0, -1).join('/');

/** By their names without prefix: writers choose it. */
const all = (node: Element | Document, name: string): Element[] => [
  ...node.getElementsByTagNameNS('*', name),
];
const first = (node: Element | Document, name: string): Element | undefined => all(node, name)[0];
const childrenOf = (node: Element, name: string): Element[] =>
  [...node.children].filter(({ localName }) => localName === name);
const numbers = (text: string | null | undefined): number[] =>
  (text ?? '').trim().split(/\s+/).map(Number).filter(Number.isFinite);
const words = (node: Element | undefined): string => node?.textContent?.trim() ?? '';

class Reader {
  private readonly pictures = new Map<string, Blob>();
  private readonly templates = new Map<string, string>();
  private left = MOST_MARKS;

  constructor(private readonly parts: ReadonlyMap<string, Uint8Array>) {}

  pages(): OfdPage[] {
    const path = within('', words(first(this.xml('ofd.xml'), 'DocRoot')));
    const root = this.xml(path);
    const folder = folderOf(path);
    for (const name of ['PublicRes', 'DocumentRes'])
      for (const node of all(root, name)) this.readPictures(within(folder, words(node)));
    for (const node of all(root, 'TemplatePage'))
      this.templates.set(idOf(node), within(folder, node.getAttribute('BaseLoc') ?? ''));
    const usual = boxOf(first(root, 'PageArea'));
    return all(root, 'Page')
      .filter((node) => node.parentElement?.localName === 'Pages')
      .slice(0, MOST_PAGES)
      .map((node) => this.page(within(folder, node.getAttribute('BaseLoc') ?? ''), usual));
  }

  private xml(path: string): Document {
    const part = this.parts.get(path);
    if (!part) throw new Error(`the OFD lacks ${path}`);
    return new DOMParser().parseFromString(strFromU8(part), 'application/xml');
  }

  private readPictures(path: string): void {
    if (!this.parts.has(path)) return;
    const xml = this.xml(path);
    const base = within(folderOf(path), xml.documentElement.getAttribute('BaseLoc') ?? '');
    for (const node of all(xml, 'MultiMedia')) {
      const place = within(base, words(first(node, 'MediaFile')));
      const type = PICTURES[place.split('.').at(-1) ?? ''];
      const bytes = this.parts.get(place);
      if (bytes && type) this.pictures.set(idOf(node), new Blob([bytes as BlobPart], { type }));
    }
  }

  private page(path: string, usual: number[]): OfdPage {
    const xml = this.xml(path);
    const own = boxOf(first(xml, 'Area'));
    const [, , width = 210, height = 297] = own.length === 4 ? own : usual;
    const behind = all(xml, 'Template').flatMap((node) => {
      const template = this.templates.get(node.getAttribute('TemplateID') ?? '');
      return template && this.parts.has(template) ? this.marksOf(this.xml(template)) : [];
    });
    return { width, height, marks: [...behind, ...this.marksOf(xml)] };
  }

  private marksOf(xml: Document): Mark[] {
    return all(xml, 'Layer').flatMap((layer) => this.within(layer));
  }

  private within(block: Element): Mark[] {
    return [...block.children].flatMap((node): Mark[] => {
      this.left -= 1;
      if (this.left < 0) return [];
      if (node.localName === 'PageBlock') return this.within(node);
      if (node.localName === 'TextObject') return textsOf(node);
      if (node.localName === 'PathObject') return pathOf(node);
      return node.localName === 'ImageObject' ? this.pictureOf(node) : [];
    });
  }

  private pictureOf(node: Element): Mark[] {
    const source = this.pictures.get(node.getAttribute('ResourceID') ?? '');
    const [, , width = 0, height = 0] = numbers(node.getAttribute('Boundary'));
    if (!source) return [];
    // A matrix stretches the unit square; without one the picture fills its boundary.
    const unit = node.hasAttribute('CTM');
    const size = unit ? { width: 1, height: 1 } : { width, height };
    return [{ kind: 'picture', transform: placeOf(node), source, ...size }];
  }
}

const idOf = (node: Element): string => node.getAttribute('ID') ?? '';
const boxOf = (area: Element | undefined): number[] =>
  area ? numbers(words(first(area, 'PhysicalBox'))) : [];

function placeOf(node: Element): string {
  const [x = 0, y = 0] = numbers(node.getAttribute('Boundary'));
  const matrix = numbers(node.getAttribute('CTM'));
  const inner = matrix.length === 6 ? ` matrix(${matrix.join(' ')})` : '';
  return `translate(${x} ${y})${inner}`;
}

/** `Value="r g b"`; one that is drawn by a pattern counts as not given. */
function colorOf(node: Element, name: string): string | undefined {
  const [color] = childrenOf(node, name);
  const parts = numbers(color?.getAttribute('Value'));
  if (parts.length === 1) return `rgb(${parts[0]} ${parts[0]} ${parts[0]})`;
  return parts.length === 3 ? `rgb(${parts.join(' ')})` : undefined;
}

/** From one character to the next; `g n d` stands for n times d. */
function steps(text: string | null): number[] {
  const tokens = (text ?? '').trim().split(/\s+/).filter(Boolean);
  const out: number[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    if (tokens[at] !== 'g') out.push(Number(tokens[at]));
    else {
      const times = Math.min(Number(tokens[at + 1]) || 0, MOST_MARKS);
      for (let n = 0; n < times; n += 1) out.push(Number(tokens[at + 2]) || 0);
      at += 2;
    }
  }
  return out.filter(Number.isFinite);
}

function places(from: string | null, deltas: string | null, count: number): number[] {
  let at = Number(from) || 0;
  return [at, ...steps(deltas).map((by) => (at += by))].slice(0, Math.max(count, 1));
}

function textsOf(node: Element): Mark[] {
  const size = Number(node.getAttribute('Size')) || 3.5;
  const color = colorOf(node, 'FillColor') ?? BLACK;
  return childrenOf(node, 'TextCode').map((code) => {
    const text = code.textContent ?? '';
    const count = [...text].length;
    return {
      ...{ kind: 'text', transform: placeOf(node), size, color, text },
      x: places(code.getAttribute('X'), code.getAttribute('DeltaX'), count),
      y: places(code.getAttribute('Y'), code.getAttribute('DeltaY'), count),
    };
  });
}

/** OFD's letters (9.1) → SVG's; a start is a move. */
const LETTERS: Readonly<Record<string, string>> = { S: 'M', B: 'C', C: 'Z' };

function pathOf(node: Element): Mark[] {
  const [data] = childrenOf(node, 'AbbreviatedData');
  const d = (data?.textContent ?? '').replaceAll(/[A-Z]/g, (letter) => LETTERS[letter] ?? letter);
  const strokes = node.getAttribute('Stroke') !== 'false';
  const fills = node.getAttribute('Fill') === 'true';
  return [
    {
      ...{ kind: 'path', transform: placeOf(node), d },
      stroke: strokes ? (colorOf(node, 'StrokeColor') ?? BLACK) : 'none',
      fill: fills ? (colorOf(node, 'FillColor') ?? BLACK) : 'none',
      width: Number(node.getAttribute('LineWidth')) || 0.353,
    },
  ];
}
