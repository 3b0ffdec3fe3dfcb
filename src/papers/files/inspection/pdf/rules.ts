/** What makes a PDF do something by itself (ISO 32000-2: actions, multimedia, embedded and external files). */
import { refuse } from '../refusal.js';
import type { PdfObject } from './objects.js';
import type { PdfDict, PdfValue } from './values.js';

const [SCRIPT, FILE, MEDIA, OUTSIDE] = [
  'JavaScript 脚本',
  '嵌入的文件',
  '多媒体内容',
  '自文件之外取来的内容',
];

/** Keys that stand only where something acts. */
const KEYS: Record<string, string> = {
  JS: SCRIPT,
  JavaScript: SCRIPT,
  OnInstantiate: SCRIPT,
  XFA: 'XFA 动态表单',
  EmbeddedFiles: FILE,
  RichMediaContent: MEDIA,
  RichMediaSettings: MEDIA,
  FFilter: OUTSIDE,
};
/** Keys that are also names that glyphs and fonts have; then what they lead to is a stream. */
const KEYS_OF_DICTIONARIES: Record<string, string> = { AA: '自动触发的动作', EF: FILE };
/** Dictionaries whose keys are names of somebody's choice (7.8.3), and those of the glyphs of a font. */
const CHOSEN_NAMES = new Set(
  'Font XObject ExtGState ColorSpace Pattern Shading Properties CharProcs'.split(' '),
);

/** Kinds of actions (12.6.4), annotations (12.5.6) and objects, by the key that says the kind. */
const KINDS: Record<string, Record<string, string>> = {
  S: {
    JavaScript: SCRIPT,
    Launch: '启动程序的动作',
    SubmitForm: '向外发送内容的动作',
    ImportData: '读取外部数据的动作',
    GoToR: '打开其他文件的动作',
    GoToE: '打开嵌入文件的动作',
    Rendition: MEDIA,
    RichMediaExecute: MEDIA,
    Sound: MEDIA,
    Movie: MEDIA,
    GoTo3DView: MEDIA,
  },
  Subtype: {
    FileAttachment: FILE,
    RichMedia: MEDIA,
    Screen: MEDIA,
    Movie: MEDIA,
    Sound: MEDIA,
    '3D': MEDIA,
    PS: 'PostScript 程序',
  },
  Subtype2: { PS: 'PostScript 程序' },
  Type: { EmbeddedFile: FILE, Rendition: MEDIA, MediaClip: MEDIA },
};
const ALL_KINDS: Record<string, string> = { ...KINDS.Subtype, ...KINDS.S, ...KINDS.Type };

/** Actions that go no further than the document or a link a person follows. */
const HARMLESS = new Set([
  ...['GoTo', 'GoToDp', 'URI', 'Named', 'Hide', 'ResetForm', 'SetOCGState', 'Trans', 'Thread'],
]);
/** Of them, what a document may do when it is opened. */
const ON_OPENING = new Set(['GoTo', 'Named']);
const PACKINGS = /^(FlateDecode|Fl|LZWDecode|LZW|RunLengthDecode|RL)$/;
/** Links that do not lead to a page but run something. */
const RUNS = /^(?:javascript|vbscript|data|shell|jar|mk|res|search-ms|ms-[a-z-]+):/;

const active = (what: string): never =>
  refuse(
    'file-holds-active-content',
    `含有${what}，不能接收；请另存为普通 PDF（或打印为 PDF）后再上传`,
  );

const isNull = (value: PdfValue): boolean => value.kind === 'word' && value.word === 'null';
const nameOf = (value: PdfValue | undefined): string => (value?.kind === 'name' ? value.name : '');
const namesOf = ({ entries }: PdfDict, key: string): string[] =>
  entries.filter(([one]) => one === key).map(([, value]) => nameOf(value));
const names = ({ entries }: PdfDict, key: string): boolean => entries.some(([one]) => one === key);
/** A value that is no flag and not nothing. */
const has = ({ entries }: PdfDict, key: string): boolean =>
  entries.some(([one, value]) => one === key && !isNull(value) && value.kind !== 'number');

/** Looks at one object after another; what one of them refers to is judged when all have been seen. */
export class PdfRules {
  /** Whether a document's root was among them. */
  hasCatalog = false;
  private readonly dictionaries = new Set<number | null>();
  private readonly actsOnOpening = new Set<number | null>();
  private readonly references: { number: number; to: Set<number | null>; what: string }[] = [];

  /** @throws Refused `file-holds-active-content`, `file-encrypted`, `file-expands-too-much` */
  lookAt({ number, value, isStream }: PdfObject): void {
    if (value.kind === 'dict' && !isStream) this.dictionaries.add(number);
    if (value.kind === 'dict' && actsBeyondOpening(value)) this.actsOnOpening.add(number);
    // Other objects may say their kind by a reference to it.
    const kind = ALL_KINDS[nameOf(value)];
    if (kind) active(kind);
    if (value.kind === 'string') refuseRunning(value.text);
    this.lookWithin(value, '', isStream);
  }

  /** @throws Refused `file-holds-active-content` */
  finish(): void {
    for (const { number, to, what } of this.references)
      if (to.has(number) || to.has(null)) active(what);
  }

  private lookWithin(value: PdfValue, under: string, isStream: boolean): void {
    if (value.kind === 'array') for (const item of value.items) this.lookWithin(item, under, false);
    if (value.kind !== 'dict') return;
    this.lookAtDict(value, under);
    if (isStream && has(value, 'F')) active(OUTSIDE);
    for (const [key, one] of value.entries) this.lookWithin(one, key, false);
  }

  private lookAtDict(dict: PdfDict, under: string): void {
    for (const [key, value] of dict.entries) {
      if (isNull(value)) continue;
      if (dict.broken) refuseNames(key, nameOf(value));
      if (CHOSEN_NAMES.has(under) && value.kind === 'ref') continue;
      const what = KEYS[key] ?? KINDS[key]?.[nameOf(value)];
      if (what) active(what);
      this.lookAtPair(key, value);
    }
    const [kinds, types] = [namesOf(dict, 'S'), namesOf(dict, 'Type')];
    if (types.includes('Action') && kinds.some((kind) => kind && !HARMLESS.has(kind)))
      active('自动执行的动作');
    if (has(dict, 'F') && (kinds.includes('Thread') || names(dict, 'Page'))) active(OUTSIDE);
    if (types.includes('Catalog')) this.hasCatalog = true;
  }

  private lookAtPair(key: string, value: PdfValue): void {
    const ofDictionary = KEYS_OF_DICTIONARIES[key];
    if (ofDictionary) this.refuseDictionary(value, this.dictionaries, ofDictionary);
    if (key === 'OpenAction' && (value.kind === 'ref' || value.kind === 'dict'))
      if (value.kind === 'ref' || actsBeyondOpening(value))
        this.refuseDictionary(value, this.actsOnOpening, '打开时自动执行的动作');
    if ((key === 'URI' || key === 'Base') && value.kind === 'string') refuseRunning(value.text);
    if (key === 'Encrypt' && (value.kind === 'ref' || value.kind === 'dict'))
      refuse('file-encrypted', '设有密码或权限限制，无法检查；请去掉后再上传');
    if (key === 'Filter' && value.kind === 'array') refusePackedTwice(value.items);
  }

  private refuseDictionary(value: PdfValue, to: Set<number | null>, what: string): void {
    if (value.kind === 'dict' && value.entries.length > 0) active(what);
    if (value.kind === 'ref') this.references.push({ number: value.number, to, what });
  }
}

/** Whether a document that does it when it is opened does more than show one of its pages. */
const actsBeyondOpening = (dict: PdfDict): boolean =>
  namesOf(dict, 'S').some((kind) => !ON_OPENING.has(kind) || has(dict, 'Next'));

/** Of a dictionary that readers read differently, any name may be a key or a kind. */
function refuseNames(...names: string[]): void {
  for (const name of names) {
    const what = KEYS[name] ?? (name.length > 5 ? ALL_KINDS[name] : undefined);
    if (what) active(what);
  }
}

function refuseRunning(link: string): void {
  const plain = link.replace(/[\0-\x20]|^\xfe\xff/g, '').toLowerCase();
  if (RUNS.test(plain)) active('运行程序或脚本的链接');
}

/** Packed twice, a thousandth becomes a millionth. */
function refusePackedTwice(filters: PdfValue[]): void {
  if (filters.filter((filter) => PACKINGS.test(nameOf(filter))).length > 1)
    refuse('file-expands-too-much', '内容经多重压缩（疑似压缩炸弹），不能接收；请重新导出');
}
