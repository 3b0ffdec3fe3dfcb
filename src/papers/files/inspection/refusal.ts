/** Why a file is not taken: a code for machines and what its sender may do. */
export interface Refusal {
  code: string;
  /** What is wrong with it, in words that follow “文件‘x’”. */
  message: string;
}

/** Ends an inspection; becomes the answer to who sent the file. */
export class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.code);
  }
}

export function refuse(code: string, message: string): never {
  throw new Refused({ code, message });
}
