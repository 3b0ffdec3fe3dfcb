/**
 * What an archive says of a case, by the fields of DA/T 46 (文书类电子文件元数据方案) and GB/T 39362: as
 * XML for the archive, and the same as JSON. Pure.
 */
import { type Retention, retentionOf } from '../../../workflows/item-types/index.js';
import type { EarlierPackage } from './earlier.js';
import type { Part } from './parts.js';

/** A file of the package. */
export interface PackedFile {
  /** Path in the package. */
  path: string;
  /** 题名 */
  title: string;
  kind: '文书' | '证照' | '材料' | '过程' | '子件';
  size: number;
  /** SM3, hex. */
  digest: string;
  /** 文号 */
  number?: string;
  /** Under whose seal: its name, value and time. */
  seal?: { name: string; value: string; publicKey: string; at: string };
}

export interface CaseFacts {
  number: string;
  item: { code: string; name: string; version: number; type: string; retention: Retention | null };
  /** 立档单位 */
  department: { name: string; creditCode: string | null };
  applicant: string;
  region: string;
  state: string;
  submittedAt: string;
  acceptedAt: string | null;
  decidedAt: string | null;
  finishedAt: string | null;
  parent: string | null;
}

/** An official act: 业务行为 of DA/T 46. */
export interface Act {
  at: string;
  act: string;
  from: string;
  to: string;
  person: string | null;
  department: string | null;
  reason: string | null;
  article: string | null;
}

export interface Metadata {
  case: CaseFacts;
  acts: Act[];
  files: PackedFile[];
  /** Materials that stand in another case's package: shared by reference. */
  references: { code: string; title: string; case: string }[];
  /** Of a 一件事: its parts, whose packages this one holds. */
  parts: Part[];
  packedAt: string;
  /** The package that this one follows; null = it is the case's first. */
  follows: EarlierPackage | null;
}

/** 保管期限 of a case. */
export const keptFor = ({ item: { type, retention } }: CaseFacts): Retention =>
  retentionOf(type, retention);

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};
const escaped = (text: string): string =>
  text
    .replace(/[&<>"']/g, (letter) => ESCAPES[letter]!)
    // XML 1.0 has no way to write these.
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '');

type Node = [name: string, content: string | number | null | Node[]];

function element([name, content]: Node, indent: string): string {
  if (content === null || content === '') return `${indent}<${name}/>\n`;
  if (!Array.isArray(content)) return `${indent}<${name}>${escaped(String(content))}</${name}>\n`;
  const inner = content.map((node) => element(node, `${indent}  `)).join('');
  return `${indent}<${name}>\n${inner}${indent}</${name}>\n`;
}

/** metadata.xml */
export function metadataXml({
  case: one,
  acts,
  files,
  references,
  parts,
  packedAt,
  follows,
}: Metadata): string {
  const root: Node = [
    '电子文件封装包元数据',
    [
      ['聚合层次', '件'],
      ['封装包类型', parts.length > 0 ? '嵌套封装包' : '一般封装包'],
      [
        '来源',
        [
          ['立档单位名称', one.department.name],
          ['立档单位统一社会信用代码', one.department.creditCode],
        ],
      ],
      ['电子文件号', one.number],
      [
        '内容描述',
        [
          ['题名', `${one.applicant}关于${one.item.name}的申请`],
          ['责任者', one.department.name],
          ['日期', one.finishedAt ?? one.submittedAt],
          ['文种', '政务服务办件'],
          ['事项编码', one.item.code],
          ['事项名称', one.item.name],
          ['事项版本', one.item.version],
          ['申请人', one.applicant],
          ['行政区划', one.region],
          ['办件状态', one.state],
          ['上级办件', one.parent],
        ],
      ],
      ['保管期限', keptFor(one).period],
      ['保管期限依据', keptFor(one).source],
      ['密级', '内部'],
      [
        '形成时间',
        [
          ['申报', one.submittedAt],
          ['受理', one.acceptedAt],
          ['决定', one.decidedAt],
          ['办结', one.finishedAt],
        ],
      ],
      ['业务实体', acts.map(actNode)],
      ['电子文件', files.map(fileNode)],
      ['引用材料', references.map(referenceNode)],
      ['子件', parts.map(partNode)],
      ['前一归档包', follows && followsNode(follows)],
      ['封装时间', packedAt],
    ],
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element(root, '')}`;
}

const actNode = ({ at, act, from, to, person, department, reason, article }: Act): Node => [
  '业务',
  [
    ['行为时间', at],
    ['业务行为', act],
    ['原状态', from],
    ['新状态', to],
    ['行为人', person],
    ['机构', department],
    ['理由', reason],
    ['行为依据', article],
  ],
];

const fileNode = ({ path, title, kind, size, digest, number, seal }: PackedFile): Node => [
  '文件',
  [
    ['计算机文件名', path],
    ['题名', title],
    ['类别', kind],
    ['文件编号', number ?? null],
    ['计算机文件大小', size],
    ['格式信息', path.split('.').at(-1) ?? ''],
    ['摘要算法', 'SM3'],
    ['摘要', digest],
    ...(seal ? [sealNode(seal)] : []),
  ],
];

const sealNode = ({ name, value, publicKey, at }: NonNullable<PackedFile['seal']>): Node => [
  '电子签名',
  [
    ['签名规则', 'SM2/SM3'],
    ['签名人', name],
    ['签名时间', at],
    ['签名结果', value],
    ['证书公钥', publicKey],
  ],
];

const partNode = (part: Part): Node => [
  '办件',
  [
    ['电子文件号', part.case],
    ['事项名称', part.item],
    ['立档单位名称', part.department],
    ['归档包编号', part.package],
    ['接收回执号', part.receiptNumber],
    ['摘要', part.digest],
  ],
];

const followsNode = ({ id, digest, receiptNumber, receivedAt }: EarlierPackage): Node[] => [
  ['归档包编号', id],
  ['接收回执号', receiptNumber],
  ['接收时间', receivedAt],
  ['摘要', digest],
];

const referenceNode = (each: Metadata['references'][number]): Node => [
  '材料',
  [
    ['材料编码', each.code],
    ['题名', each.title],
    ['所在办件', each.case],
  ],
];
