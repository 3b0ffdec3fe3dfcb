/** What the applicant chose and signed is checked when the application is handed in. */
import type { EntityManager } from 'typeorm';
import type { Variables } from '../../../bpmn/engine/index.js';
import type { ItemDefinition } from '../../catalogue/index.js';
import { type Applicant, requireCredit } from '../../people/index.js';
import type { ProblemItem } from '../../platform/http/index.js';
import type { Province } from '../../province/index.js';
import { gapsLetter, promiseLetter } from './letters.js';
import { possibleGaps, promisesAsked } from './offers.js';
import type { SignedLetter } from './signed.js';

/** As a draft keeps it: way → the name that was signed with; absent = not chosen. */
export interface ChosenWays {
  gaps?: { signedName: string };
  promise?: { signedName: string };
}

export interface Choice {
  manager: EntityManager;
  province: Province;
  item: ItemDefinition;
  form: Record<string, unknown>;
  /** Codes of the materials that are there: uploaded or held. */
  present: ReadonlySet<string>;
  ways: ChosenWays;
  applicant: Applicant;
  /** Who signs: the applicant, or who applies for them. */
  signer: { id: string; name: string };
}

export interface CheckedWays {
  faults: ProblemItem[];
  letters: SignedLetter[];
  /** What the diagram may know; absent when no way was chosen. */
  variables?: Variables;
}

/** @throws DomainError `credit-bars-gaps`, `credit-bars-promise`, `credit-away` */
export async function checkWays(choice: Choice): Promise<CheckedWays> {
  const gaps = await checkGaps(choice);
  const promise = await checkPromise(choice);
  const ways = { ...gaps.variables, ...promise.variables };
  return {
    faults: [...gaps.faults, ...promise.faults],
    letters: [...gaps.letters, ...promise.letters],
    ...(Object.keys(ways).length > 0 && { variables: ways }),
  };
}

const NOTHING: CheckedWays = { faults: [], letters: [] };

async function checkGaps(choice: Choice): Promise<CheckedWays> {
  const { item, form, present, ways, applicant, signer } = choice;
  const missing = possibleGaps(item, form).filter(({ code }) => !present.has(code));
  const within = item.ways?.gaps?.within;
  if (missing.length === 0 || !within) return NOTHING;
  if (!ways.gaps) {
    const faults = missing.map(({ code, name }) => ({
      field: `/materials/${code}`,
      message: `缺少材料“${name}”，请上传；暂时没有的，可以选择容缺受理并签署承诺书`,
    }));
    return { faults, letters: [] };
  }
  await requireCredit(choice.manager, choice.province, applicant, 'gaps');
  const wrong = nameFault('gaps', ways.gaps.signedName, signer.name);
  if (wrong) return { faults: [wrong], letters: [] };
  const names = missing.map(({ name }) => name);
  const codes = missing.map(({ code }) => code);
  const letter = { ...gapsLetter(item, within, names), materials: codes };
  return {
    faults: [],
    letters: [signed('gaps', letter, signer)],
    variables: { gaps: true, missing: codes, within },
  };
}

async function checkPromise(choice: Choice): Promise<CheckedWays> {
  const { manager, province, item, form, ways, applicant, signer } = choice;
  const promises = await promisesAsked(manager, item, form);
  if (promises.length === 0) return NOTHING;
  await requireCredit(manager, province, applicant, 'promise');
  if (!ways.promise) {
    const message = '选择了告知承诺，请阅读并签署告知承诺书；不愿承诺的，请改选一般程序';
    return { faults: [{ field: '/ways/promise', message }], letters: [] };
  }
  const wrong = nameFault('promise', ways.promise.signedName, signer.name);
  if (wrong) return { faults: [wrong], letters: [] };
  return {
    faults: [],
    letters: [signed('promise', promiseLetter(promises), signer)],
    variables: { promise: true },
  };
}

const signed = (
  kind: SignedLetter['kind'],
  letter: SignedLetter['letter'],
  { id, name }: Choice['signer'],
): SignedLetter => ({ kind, letter, signedBy: id, signedName: name });

/** Who signed on by their real name signs with it; another name is a slip or a stranger. */
function nameFault(kind: string, signedName: string, name: string): ProblemItem | null {
  if (signedName.trim() === name) return null;
  return { field: `/ways/${kind}`, message: `承诺书的签名应为登录人姓名“${name}”，请重新签署` };
}
