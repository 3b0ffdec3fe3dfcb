/** Applications that choose a way of handling, and the desks that handle them. */
import type { Session } from '../../tools/session/sign-in.js';
import { eventually } from '../workflow/stage.js';
import { draftOf, upload, XIANGTANG } from './applications.js';

export const FOOD_LICENCE = '210125001000';
export const FIRE_CHECK = '210170001000';

export const restaurantForm = {
  creditCode: '92210399MA0XT0013G',
  businessName: '海城市响堂街道晓梅饭店',
  operatorName: '张晓梅',
  idNumber: '210399198604120024',
  phone: '19900000001',
  address: '海城市响堂街道永安路1号（演示）',
  premises: 'own',
  area: 180,
  floor: 1,
  seats: 60,
  deliveryMethod: 'window',
  deliveryAddress: '海城市响堂街道永安路1号（演示）',
  addressConfirmed: true,
};

/** Whom the province's credit exchange knows as dishonest; signs on as `wu`. */
export const DISHONEST = {
  creditCode: '92210399MA0XT0099B',
  businessName: '海城市响堂街道旧味餐馆（演示：已吊销）',
  operatorName: '吴某',
  idNumber: '210399197506120990',
};

export const foodForm = {
  ...restaurantForm,
  categories: ['hot'],
  onlineBusiness: false,
  foodSafetyOfficer: '张晓梅',
};

export const fireForm = { ...restaurantForm, autoFireSystem: true, firePromise: true };

export interface Case {
  number: string;
  state: string;
  ended: boolean;
  licences: { identifier: string; state?: string }[];
  applicantTask: {
    element: string;
    act: string;
    materials: { code: string; name: string }[];
  } | null;
}

/** A draft with one uploaded file for each material, and the ways chosen. @returns its id */
export async function applicationOf(
  session: Session,
  item: string,
  form: Record<string, unknown>,
  { materials = [] as string[], ways = {}, region = XIANGTANG },
): Promise<string> {
  const files: Record<string, string[]> = {};
  for (const code of materials) files[code] = [(await upload(session)).body.id];
  const draft = await draftOf(session, item, form, files, region);
  await session.put(`/api/drafts/${draft}`, { form, materials: files, ways });
  return draft;
}

/** Claims and answers a task of the case at somebody's desk. */
export async function handle(
  session: Session,
  caseNumber: string,
  element: string,
  answer: Record<string, unknown>,
) {
  const task = await taskAt(session, caseNumber, element);
  await session.put(`/api/tasks/${task}/claim`);
  return session.call<{ code: string; detail: string; state: string }>(
    'POST',
    `/api/tasks/${task}/completion`,
    { opinion: '同意', form: {}, ...answer },
  );
}

/** The task of an element that waits at a desk, or that its person has claimed. */
export function taskAt(session: Session, caseNumber: string, element: string): Promise<string> {
  return eventually(`${element} of ${caseNumber}`, async () => {
    // One that was claimed and refused before is in nobody's pool.
    for (const view of ['pool', 'mine']) {
      const path = `/api/tasks?view=${view}&case=${caseNumber}`;
      const { items } = await session.get<{ items: { id: string; element: string }[] }>(path);
      const found = items.find((one) => one.element === element);
      if (found) return found.id;
    }
    return undefined;
  });
}

/** An inspection on site: recorded at one desk, confirmed by a colleague with a certificate of their own. */
export async function inspectTogether(
  recorder: Session,
  companion: { session: Session; name: string },
  caseNumber: string,
  element: string,
  answer: { outcome: string; findings: string },
): Promise<void> {
  const task = await taskAt(recorder, caseNumber, element);
  await recorder.put(`/api/tasks/${task}/claim`);
  const path = `/api/tasks/${task}/inspection`;
  const { companions } = await recorder.get<{ companions: { post: string; name: string }[] }>(path);
  const post = companions.find(({ name }) => name === companion.name)!.post;
  const form = { inspectedOn: '2026-11-27', findings: answer.findings };
  await recorder.post(path, { companion: post, outcome: answer.outcome, opinion: '属实', form });
  const asked = await taskAt(companion.session, caseNumber, 'inspection-countersign');
  await companion.session.post(`/api/tasks/${asked}/completion`, {
    outcome: 'confirm',
    opinion: '属实',
  });
}
