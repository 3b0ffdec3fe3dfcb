/** What the province's data sharing knows of an applicant, as forms may be filled in from it beforehand. */
export interface Register {
  /** Name of the data set. */
  code: string;
  name: string;
  /** Its fields by name, and what they are called. */
  fields: Record<string, string>;
}

export const REGISTERS: readonly Register[] = [
  {
    code: 'population',
    name: '人口基础信息库',
    fields: {
      name: '姓名',
      idNumber: '身份证号码',
      birthDate: '出生日期',
      householdAddress: '户籍地址',
    },
  },
  {
    code: 'business-registration',
    name: '市场主体登记库',
    fields: {
      creditCode: '统一社会信用代码',
      name: '名称',
      operator: '经营者姓名',
      address: '住所',
    },
  },
  {
    code: 'property',
    name: '不动产登记库',
    fields: { certificateNo: '不动产权证号' },
  },
  {
    code: 'social-card',
    name: '社会保障卡持卡库',
    fields: { account: '社会保障卡账号' },
  },
];
