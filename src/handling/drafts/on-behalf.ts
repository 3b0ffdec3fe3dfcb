/**
 * Applying for a resident (帮办代办): a village's agent does so for the own village only, and for people
 * whom the population register knows under that name and as registered there. A refusal is audited.
 */
import type { DataSource } from 'typeorm';
import { audit, type Session } from '../../people/index.js';
import { forbidden, unavailable, unprocessable } from '../../platform/errors.js';
import { livesIn, type Province, ProvinceUnavailable } from '../../province/index.js';

export interface Resident {
  idNumber: string;
  name: string;
}

/**
 * Lets an agent pass who may apply for this resident.
 * @param region where the application is handed in
 * @throws DomainError `not-your-village`, `resident-unknown`, `resident-of-another-village`, `population-away`
 */
export async function requireResident(
  dataSource: DataSource,
  province: Province,
  session: Session,
  region: string,
  resident: Resident,
): Promise<void> {
  const refused = async (reason: string) => {
    const { person, post } = session;
    await audit(dataSource.manager, {
      person: person.id,
      post: post?.id,
      act: 'case.submit-for',
      target: `region:${region}`,
      outcome: 'refused',
      detail: { reason },
    });
  };
  if (session.post?.organisation.region !== region) {
    await refused('not-your-village');
    throw forbidden(
      'not-your-village',
      '代办员只能为本村（社区）的居民代办。请把办理所在地选为您所在的村（社区）。',
    );
  }
  const record = await registered(province, resident);
  if (!record) {
    await refused('resident-unknown');
    throw unprocessable(
      'resident-unknown',
      '人口库中没有这个身份证号码和姓名的居民。请对照身份证核对后再提交。',
      { errors: [{ field: '/form/idNumber', message: '与人口库不一致，请核对号码和姓名' }] },
    );
  }
  if (livesIn(record, region)) return;
  await refused('resident-of-another-village');
  throw forbidden(
    'resident-of-another-village',
    '这位居民的户籍不在您所在的村（社区），不能由您代办。请到户籍所在的村（社区）代办，或者由本人登录申请。',
  );
}

/** The register's record of the resident; undefined when number and name do not belong together. */
async function registered(province: Province, { idNumber, name }: Resident) {
  try {
    const records = await province.exchange.lookUp({
      dataset: 'population',
      about: { idNumber },
      purpose: '核对代办的居民',
    });
    return records.find((record) => record.name === name);
  } catch (error) {
    if (!(error instanceof ProvinceUnavailable)) throw error;
    throw unavailable(
      'population-away',
      '暂时连不上人口库，无法核对代办的居民。草稿已保存，请稍后再提交。',
    );
  }
}
