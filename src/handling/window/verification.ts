/** Who somebody is, by the register that keeps them: the population's, or that of firms. */
import type { DataSource } from 'typeorm';
import { audit, type Session } from '../../people/index.js';
import { unavailable, unprocessable } from '../../platform/errors.js';
import { type Province, ProvinceUnavailable } from '../../province/index.js';

interface Identity {
  kind: 'natural' | 'legal';
  /** ID number, or a firm's credit code. */
  idNumber: string;
  name: string;
  /** What the log calls a refusal. */
  act: string;
  /** Where the number stands in what was asked, as a JSON pointer before `/idNumber`. */
  at?: string;
}

/**
 * Number and name belong together, and the person lives; the firm is registered. A refusal is audited.
 * @throws DomainError 422 `person-not-verified`, `person-dead`; 503 `population-away`
 */
export async function verifyIdentity(
  dataSource: DataSource,
  province: Province,
  session: Session,
  { kind, idNumber, name, act, at = '' }: Identity,
): Promise<void> {
  const [dataset, about] =
    kind === 'legal'
      ? (['business-registration', { creditCode: idNumber }] as const)
      : (['population', { idNumber }] as const);
  const records = await lookUp(province, dataset, about);
  const record = records.find((one) => one.name === name);
  const refused = (reason: string) =>
    audit(dataSource.manager, {
      person: session.person.id,
      post: session.post?.id,
      act,
      target: session.post
        ? `organisation:${session.post.organisation.id}`
        : `person:${session.person.id}`,
      outcome: 'refused',
      detail: { reason },
    });
  if (!record) {
    await refused('person-not-verified');
    throw unprocessable(
      'person-not-verified',
      kind === 'legal'
        ? '市场主体库中没有这个统一社会信用代码和名称的主体。请对照营业执照核对。'
        : '人口库中没有这个身份证号码和姓名的人。请对照身份证核对后再录入。',
      { errors: [{ field: `${at}/idNumber`, message: '与登记库不一致，请核对号码和名称' }] },
    );
  }
  if (kind === 'natural' && record.alive === false) {
    await refused('person-dead');
    throw unprocessable('person-dead', '人口库显示此人已经死亡，不能以其名义申请。');
  }
}

async function lookUp(
  province: Province,
  dataset: string,
  about: { creditCode: string } | { idNumber: string },
) {
  try {
    return await province.exchange.lookUp({ dataset, about });
  } catch (error) {
    if (!(error instanceof ProvinceUnavailable)) throw error;
    throw unavailable('population-away', '暂时连不上登记库，无法核验身份。请稍后再试。');
  }
}
