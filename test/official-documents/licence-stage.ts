/** A platform with its province, on which cases end in licences under their seals without a diagram. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  endPapersOfLicence,
  FileSystemStorage,
  issueLicence,
  sealLicence,
  type LicenceParts,
  type OfficialAct,
} from '../../src/papers/index.js';
import { createProvince, type Province } from '../../src/province/index.js';
import { ERRAND } from '../province/servers.js';
import { openApiStage, type ApiStage } from '../api/stage.js';
import { caseWith, FOOD_LICENCE, MARKET, move } from './food-case.js';

const DAY = 86_400_000;

/** yyyy-MM-dd, so many days from today. */
export const day = (offset: number): string =>
  new Date(Date.now() + offset * DAY).toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' });

export const granted = (number: string): OfficialAct =>
  move(number, 4, { act: 'grant', fromState: 'reviewing', toState: 'granted' });

export type LicenceStage = Awaited<ReturnType<typeof openLicenceStage>>;

export async function openLicenceStage() {
  const secret = randomBytes(16).toString('hex');
  const storageDir = mkdtempSync(join(tmpdir(), 'storage-'));
  const store = new FileSystemStorage(storageDir);
  const stage: ApiStage = await openApiStage({
    env: { PROVINCE_SECRET: secret, STORAGE_DIR: storageDir },
  });
  const address = { provinceUrl: stage.standIn.url, provinceSecret: secret };
  const province: Province = createProvince(address).on(ERRAND);
  const parts: LicenceParts = {
    dataSource: stage.dataSource,
    system: province.licences,
    endPapers: endPapersOfLicence,
  };

  /** A food case with its decision, and the licence it ended in under its seal. */
  async function licensed(validTo: string | null, owner = MARKET) {
    const { number: caseNumber } = await caseWith(stage.dataSource, granted);
    await stage.dataSource.query(
      `UPDATE official_document SET state = 'issued', number = $1, signature = '' WHERE case_number = $1`,
      [caseNumber],
    );
    await stage.dataSource.query(
      `UPDATE cases SET item_type = (SELECT type FROM item WHERE code = item_code LIMIT 1),
              ended = true, state = 'finished', outcome = 'granted' WHERE number = $1`,
      [caseNumber],
    );
    const [holder] = await stage.dataSource.query<{ id: string; name: string }[]>(
      `SELECT id, name FROM person WHERE account = 'zhang'`,
    );
    const licence = await issueLicence(stage.dataSource, province.licences, {
      ...{ caseNumber, itemCode: FOOD_LICENCE, name: '食品经营许可证', region: '210381003' },
      issuer: { id: MARKET, name: '海城市市场监督管理局', creditCode: '11210381MB9000015L' },
      holderPerson: holder!.id,
      holder: { idNumber: '210381198803120021', name: holder!.name },
      ...{ issuedOn: day(-1), validTo, data: { businessName: '晓梅饭店' } },
    });
    await seal(caseNumber, licence.identifier, licence.number, owner);
    return { caseNumber, ...licence };
  }

  /** @param owner whose seal it is; certificates are kept for a minute, by seal */
  async function seal(
    ...[caseNumber, identifier, number, owner = MARKET]: [string, string, string, string?]
  ): Promise<void> {
    const text = JSON.stringify({
      ...{ identifier, name: '食品经营许可证', number, issuedOn: day(-1), validTo: null },
      data: JSON.stringify({ businessName: '晓梅饭店' }),
    });
    await sealLicence(
      { dataSource: stage.dataSource, seals: province.seals, store, publicUrl: stage.url },
      {
        ...{ key: `seal/${identifier}`, caseNumber, licence: identifier, text },
        owner: { id: owner, name: '海城市市场监督管理局' },
      },
    );
  }

  return { secret, store, stage, province, parts, licensed, seal };
}
