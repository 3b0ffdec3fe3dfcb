/**
 * Every object of a PDF: not those alone that its table names, but each that stands in its bytes, also of
 * earlier revisions, under a number used twice, inside of streams, and in object streams. Which of them a
 * reader takes is the reader's affair.
 */
import { constants, inflateSync } from 'node:zlib';
import { refuse } from '../refusal.js';
import { type Effort, isWord, type PdfDict, type PdfValue, ValueReader } from './values.js';

export interface PdfObject {
  /** By which others refer to it; null = cannot be told, it may be any. */
  number: number | null;
  value: PdfValue;
  isStream: boolean;
}

/** Object streams unpacked, all together, bytes. */
const MOST_UNPACKED = 64 * 1024 * 1024;
/** In one object stream. */
const MOST_OBJECTS = 200_000;
/** Each byte may be read so often, and so many besides. */
const READINGS = 20;
const READINGS_BESIDES = 1_000_000;

/** @throws Refused `file-broken`, `file-too-complex`, `file-expands-too-much` */
export function* objectsOf(bytes: Buffer): Generator<PdfObject> {
  const effort = { left: bytes.length * READINGS + READINGS_BESIDES };
  const packed: [dict: PdfDict, at: number][] = [];
  for (const { number, at } of beginnings(bytes)) {
    const reader = new ValueReader(bytes, at, effort);
    const value = reader.value();
    if (!value) continue;
    const data = value.kind === 'dict' ? streamData(reader, bytes) : null;
    yield { number, value, isStream: data !== null };
    if (value.kind === 'dict' && data !== null && isObjectStream(value)) packed.push([value, data]);
  }
  let room = MOST_UNPACKED;
  for (const [dict, at] of packed) {
    const content = unpacked(dict, bytes.subarray(at), room);
    room -= content.length;
    yield* objectsWithin(dict, content, effort);
  }
}

/** Where objects and trailers begin. */
function* beginnings(bytes: Buffer): Generator<{ number: number | null; at: number }> {
  for (let at = bytes.indexOf('obj'); at >= 0; at = bytes.indexOf('obj', at + 3)) {
    const number = numberBefore(bytes, at);
    if (number !== undefined) yield { number, at: at + 3 };
  }
  for (let at = bytes.indexOf('trailer'); at >= 0; at = bytes.indexOf('trailer', at + 7))
    yield { number: -1, at: at + 7 };
}

/** Bytes before `obj`, and white space, in which its number is looked for. */
const HEADER = 256;
const isWhite = (byte: number | undefined): boolean =>
  byte === 0 || byte === 32 || (byte !== undefined && byte >= 9 && byte <= 13);

/** Comments may stand between. @returns undefined = it is no object's header */
function numberBefore(bytes: Buffer, at: number): number | null | undefined {
  let end = at;
  while (isWhite(bytes[end - 1])) end -= 1;
  const before = bytes.toString('latin1', Math.max(0, end - HEADER), end);
  // What stands on another line may be a comment's end.
  const afterLine = /[\r\n]/.test(bytes.toString('latin1', end, at));
  if (afterLine && (before.includes('%') || !/\d$/.test(before))) return null;
  if (!/\d$/.test(before)) return undefined;
  const plain = before.replace(/%[^\r\n]*[\r\n]/g, ' ');
  const [, number] = /(\d{1,10})[\0\s]+\d{1,10}$/.exec(plain) ?? [];
  return number === undefined ? null : Number(number);
}

/** Where the bytes of the dictionary's stream begin; null = it has none. */
function streamData(reader: ValueReader, bytes: Buffer): number | null {
  const after = reader.value();
  if (!after || !isWord(after, 'stream')) return null;
  if (bytes[reader.at] === 13 && bytes[reader.at + 1] === 10) return reader.at + 2;
  return bytes[reader.at] === 10 || bytes[reader.at] === 13 ? reader.at + 1 : reader.at;
}

const valuesOf = (dict: PdfDict, key: string): PdfValue[] =>
  dict.entries.filter(([one]) => one === key).map(([, value]) => value);

/** By what a reader needs of it, whatever it calls itself. */
const isObjectStream = (dict: PdfDict): boolean =>
  valuesOf(dict, 'Type').some((type) => type.kind === 'name' && type.name === 'ObjStm') ||
  (valuesOf(dict, 'N').length > 0 && valuesOf(dict, 'First').length > 0);

const unreadable = (): never =>
  refuse('file-broken', '的内部对象以少见的方式压缩，无法检查；请另存为普通 PDF 后再上传');

/** The one value of a key that a reader cannot take for another. @throws Refused */
function only(dict: PdfDict, key: string): PdfValue | undefined {
  const values = valuesOf(dict, key);
  if (values.length > 1) unreadable();
  return values[0];
}

function whole(dict: PdfDict, key: string): number {
  const value = only(dict, key);
  return value?.kind === 'number' && Number.isInteger(value.value) && value.value >= 0
    ? value.value
    : unreadable();
}

/** Whether parameters of a filter leave what it gives as it is. */
const changesNothing = (value: PdfValue | undefined): boolean =>
  value === undefined ||
  isWord(value, 'null') ||
  (value.kind === 'dict' &&
    valuesOf(value, 'Predictor').every((one) => one.kind === 'number' && one.value === 1));

/** Object streams are packed by Flate or not at all. */
function unpacked(dict: PdfDict, data: Buffer, room: number): Buffer {
  if (![only(dict, 'DecodeParms'), only(dict, 'DP')].every(changesNothing)) unreadable();
  const filter = only(dict, 'Filter');
  const filters = filter?.kind === 'array' ? filter.items : filter ? [filter] : [];
  if (filters.length === 0) return data;
  const [name] = filters;
  if (filters.length > 1 || name?.kind !== 'name' || !/^(FlateDecode|Fl)$/.test(name.name))
    unreadable();
  try {
    // What it holds ends with itself: what is said of its length counts nothing.
    return inflateSync(data, { maxOutputLength: room, finishFlush: constants.Z_SYNC_FLUSH });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE')
      refuse('file-expands-too-much', '解压后过大（疑似压缩炸弹），不能接收；请精简后重新导出');
    return unreadable();
  }
}

function* objectsWithin(dict: PdfDict, content: Buffer, effort: Effort): Generator<PdfObject> {
  const [count, first] = [whole(dict, 'N'), whole(dict, 'First')];
  if (count > MOST_OBJECTS) unreadable();
  const header = new ValueReader(content, 0, effort);
  effort.left += content.length * READINGS;
  for (let n = 0; n < count; n += 1) {
    const [number, offset] = [header.value(), header.value()];
    if (number?.kind !== 'number' || offset?.kind !== 'number') return unreadable();
    const value = new ValueReader(content, first + offset.value, effort).value();
    if (value) yield { number: number.value, value, isStream: false };
  }
}
