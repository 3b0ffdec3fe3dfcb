/** What is wrong with a statement, told to who mends it. */
export interface Finding {
  /** `src/tasks/urges.ts:31:13` */
  place: string;
  code: Code;
  /** Column, parameter, or what PostgreSQL said. */
  about: string;
}

/** Each kind of fault by its code. */
export const FAULTS = {
  refused: 'PostgreSQL 不接受此语句',
  unresolved: '语句要到运行时才知道：请写成可静态求值的片段，或在 tools/sql/composed.ts 登记',
  'not-composed': 'tools/sql/composed.ts 中的登记没有用到，请删去',
  'result-shape': '结果的形状不符：UPDATE、DELETE 给出 [行, 行数]，其余给出行',
  'rows-untyped': '用到了结果，却没有写明行类型',
  'column-missing': '行类型中的列，语句没有给出',
  'column-undeclared': '语句给出的列，行类型中没有',
  'column-twice': '两列同名，驱动程序只留下后一列',
  'column-type': '列的类型与行类型不符',
  'column-null': '列可能为空，行类型中却没有 null',
  'column-value': '列可能取行类型之外的值',
  'parameter-count': '参数个数不符',
  'parameter-type': '参数类型不符',
  'former-release': '上一版本的语句在新结构上不能照旧执行；两个版本会并行一段时间',
  'parameter-null': '可能为空的值写入了不可为空的列',
} as const;
export type Code = keyof typeof FAULTS;

export const tell = ({ place, code, about }: Finding): string =>
  `${place} ${code} ${FAULTS[code]}：${about}`;
