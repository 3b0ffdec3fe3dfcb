import { ProvinceAnswer } from './answers.js';
import type { ProvinceGateway } from './gateway.js';

export interface HandedOverCase {
  /** The same key hands the case over once. */
  key: string;
  caseNumber: string;
  /** Item code. */
  item: string;
  data: Record<string, unknown>;
}

/** 垂管系统: takes a case over; its steps come back as signed notices. */
export interface DepartmentSystem {
  /**
   * @param system fire, tobacco, tax …
   * @returns the case's number there
   * @throws ProvinceRefused | ProvinceUnavailable
   */
  handOver(system: string, handedOver: HandedOverCase): Promise<{ externalNumber: string }>;
}

/** One step of a department system, as its notice tells it. */
export interface DepartmentStep {
  noticeId: string;
  system: string;
  externalNumber: string;
  caseNumber: string;
  step: 'accepted' | 'handled' | 'decided';
  outcome: string | null;
}

/** Reads the notice's body. @throws Error when it is not as agreed */
export function readDepartmentStep(body: unknown): DepartmentStep {
  const answer = new ProvinceAnswer(body);
  return {
    noticeId: answer.text('noticeId'),
    system: answer.text('system'),
    externalNumber: answer.text('externalNumber'),
    caseNumber: answer.text('caseNumber'),
    step: answer.oneOf('step', ['accepted', 'handled', 'decided']),
    outcome: answer.optionalText('outcome'),
  };
}

export class HttpDepartmentSystem implements DepartmentSystem {
  constructor(private readonly gateway: ProvinceGateway) {}

  async handOver(system: string, handedOver: HandedOverCase) {
    const path = `/department-systems/${encodeURIComponent(system)}/cases`;
    const answer = new ProvinceAnswer(await this.gateway.post(path, handedOver));
    return { externalNumber: answer.text('externalNumber') };
  }
}
