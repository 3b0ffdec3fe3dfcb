/**
 * Rules of what a text looks like, wherever the form says it: in fields, in what a list holds, in the
 * conditions of JSON Schema. Each is read by two: the server (RE2, in time that grows with the answer only)
 * and the applicant's page (the browser's own), which shows no form that holds a pattern it cannot read.
 */
import { RE2JS } from 're2js';
import type { FormField } from '../form.js';
import { FORMATS } from '../formats.js';
import { error, type FormFinding } from './finding.js';

/** JSON Schema's own, of those that answers are checked by. */
const STANDARD_FORMATS = new Set(['date', 'uuid', 'email', 'date-time', 'time', 'uri']);
/** Longer than any number of a paper is described by. */
const MOST_PATTERN = 300;

interface Said {
  place: string | undefined;
  field: FormField;
}

export const textFindings = (form: FormField): FormFinding[] =>
  everywhere({ place: undefined, field: form }).flatMap((said) => [
    ...patternFindings(said),
    ...formatFindings(said),
  ]);

/** The form and every part of it that says something of an answer. */
function everywhere(said: Said): Said[] {
  const { place, field } = said;
  const { items, if: condition, then, else: otherwise, allOf = [], properties = {} } = field;
  const parts = [items, condition, then, otherwise, ...allOf].filter((part) => part !== undefined);
  return [
    said,
    ...parts.flatMap((part) => everywhere({ place, field: part })),
    ...Object.entries(properties).flatMap(([name, part]) =>
      everywhere({ place: place === undefined ? name : `${place}.${name}`, field: part }),
    ),
  ];
}

const calledOf = ({ place, field }: Said): string => `“${field.title?.trim() || place || '表单'}”`;

function patternFindings(said: Said): FormFinding[] {
  const { place, field } = said;
  if (field.pattern === undefined) return [];
  const told = (what: string) => [
    error('field-pattern', place, `${calledOf(said)}的格式（正则表达式）${what}`),
  ];
  if (field.pattern.length > MOST_PATTERN)
    return told(`超过 ${MOST_PATTERN} 个字符；请写短一些，或者选择字段种类。`);
  if (isReadable(field.pattern)) return [];
  return told(`“${field.pattern}”看不懂；请改正。不支持向前、向后查找和反向引用。`);
}

function isReadable(pattern: string): boolean {
  try {
    RE2JS.compile(pattern);
    // As the page's checker compiles it.
    new RegExp(pattern, 'u');
    return true;
  } catch {
    return false;
  }
}

function formatFindings(said: Said): FormFinding[] {
  const { format } = said.field;
  if (format === undefined || Object.hasOwn(FORMATS, format) || STANDARD_FORMATS.has(format))
    return [];
  const message = `${calledOf(said)}的格式 ${format} 不认识；请选择字段种类。`;
  return [error('field-format', said.place, message)];
}
