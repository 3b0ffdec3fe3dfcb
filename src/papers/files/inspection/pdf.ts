/**
 * PDFs that do something by themselves (ISO 32000: JavaScript, Launch, embedded files, forms sent away …)
 * are not taken. Objects are read one by one as they stand in the file, also those of object streams and
 * of earlier revisions, and names may be written with `#xx`: the library undoes that.
 */
import { PDFArray, PDFDict, PDFDocument, PDFName, type PDFObject, PDFStream } from 'pdf-lib';
import { Refused, refuse } from './refusal.js';
import { searchWhole } from './stowaways.js';

/** Keys that stand only where something acts. */
const ACTIVE_KEYS: Record<string, string> = {
  JS: 'JavaScript 脚本',
  JavaScript: 'JavaScript 脚本',
  AA: '自动触发的动作',
  EmbeddedFiles: '嵌入的文件',
  EF: '嵌入的文件',
  RichMedia: '多媒体内容',
  XFA: 'XFA 动态表单',
};

/** Kinds of actions (12.6.4) that go no further than the document or a link a person follows. */
const HARMLESS_ACTIONS = new Set([
  'GoTo',
  'URI',
  'Named',
  'Hide',
  'SetOCGState',
  'Trans',
  'Thread',
]);
const ACTIONS: Record<string, string> = {
  JavaScript: 'JavaScript 脚本',
  Launch: '启动程序的动作',
  SubmitForm: '向外发送内容的动作',
  ImportData: '读取外部数据的动作',
  GoToR: '打开其他文件的动作',
  GoToE: '打开嵌入文件的动作',
  Rendition: '多媒体内容',
  RichMediaExecute: '多媒体内容',
  Sound: '多媒体内容',
  Movie: '多媒体内容',
  GoTo3DView: '多媒体内容',
};

const ACTIVE_ANNOTATIONS = new Set([
  'FileAttachment',
  'RichMedia',
  'Screen',
  'Movie',
  'Sound',
  '3D',
]);

/** As they stand in the bytes, beyond what the library reads; long enough not to stand there by chance. */
const IN_BYTES = /\/(JavaScript|Launch|EmbeddedFiles?|RichMedia)\b/;

const active = (what: string): never =>
  refuse(
    'file-holds-active-content',
    `含有${what}，不能接收；请另存为普通 PDF（或打印为 PDF）后再上传`,
  );

const nameOf = (object: PDFObject | undefined): string =>
  object instanceof PDFName ? object.decodeText() : '';

/** @throws Refused `file-holds-active-content`, `file-encrypted`, `file-broken`, `file-two-kinds` */
export async function inspectPdf(bytes: Buffer): Promise<void> {
  searchWhole(bytes);
  const text = bytes.toString('latin1');
  if (!/%%EOF\s*$/.test(text.slice(-2_048).replace(/\0+$/, '')))
    refuse('file-two-kinds', '在 PDF 结尾之后还有其他内容，不能接收；请重新导出');
  const plain = text.replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) =>
    String.fromCharCode(parseInt(hex, 16)),
  );
  if (IN_BYTES.test(plain)) active('脚本、启动动作或嵌入的文件');
  const document = await PDFDocument.load(bytes, {
    ignoreEncryption: true,
    updateMetadata: false,
    throwOnInvalidObject: false,
  }).catch(() => refuse('file-broken', '无法读取，可能已损坏；请重新导出后再上传'));
  if (document.isEncrypted)
    refuse('file-encrypted', '设有密码或权限限制，无法检查；请去掉后再上传');
  for (const [, object] of document.context.enumerateIndirectObjects()) lookAt(object, 0);
}

/** Direct objects within one another; deeper ones no honest program writes. */
const DEEPEST = 64;

function lookAt(object: PDFObject, depth: number): void {
  if (depth > DEEPEST) throw new Refused({ code: 'file-broken', message: '结构异常，不能接收' });
  if (object instanceof PDFArray) for (const each of object.asArray()) lookAt(each, depth + 1);
  const dict = object instanceof PDFStream ? object.dict : object;
  if (!(dict instanceof PDFDict)) return;
  lookAtDict(dict);
  for (const value of dict.values()) lookAt(value, depth + 1);
}

function lookAtDict(dict: PDFDict): void {
  for (const key of dict.keys()) {
    const what = ACTIVE_KEYS[key.decodeText()];
    if (what) active(what);
  }
  const type = nameOf(dict.get(PDFName.of('Type')));
  if (type === 'EmbeddedFile') active('嵌入的文件');
  const kind = nameOf(dict.get(PDFName.of('S')));
  const act = ACTIONS[kind];
  // `S` stands in other dictionaries too, with words of their own.
  if (act) active(act);
  if (type === 'Action' && kind !== '' && !HARMLESS_ACTIONS.has(kind)) active('自动执行的动作');
  if (ACTIVE_ANNOTATIONS.has(nameOf(dict.get(PDFName.of('Subtype'))))) active('附件或多媒体批注');
}
