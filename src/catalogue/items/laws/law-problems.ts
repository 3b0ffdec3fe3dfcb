/** What the records of law say of an item's legal basis. */
import type { EntityManager } from 'typeorm';
import type { ItemDefinition } from '../definition/index.js';
import type { ItemProblem } from '../rules/index.js';

interface Stale {
  place: number;
  law: string;
  article: string;
  repealed: boolean;
}

/** An article that is repealed founds nothing; one that reads otherwise than it is quoted is told. */
export async function lawProblems(
  manager: EntityManager,
  { legalBasis }: ItemDefinition,
): Promise<ItemProblem[]> {
  const cited = legalBasis.map(({ law, article = '', text }, place) => ({
    ...{ place, law, article, text },
  }));
  const stale = await manager.query<Stale[]>(
    `SELECT c.place, c.law, c.article, a.text IS NULL AS repealed
       FROM jsonb_to_recordset($1::jsonb) AS c(place int, law text, article text, text text)
       JOIN LATERAL (SELECT text FROM law_article l
              WHERE l.law = c.law AND l.article = c.article
                AND l.valid_from <= (now() AT TIME ZONE 'Asia/Shanghai')::date
              ORDER BY l.valid_from DESC LIMIT 1) a
         ON a.text IS NULL OR (c.text IS NOT NULL AND c.text <> a.text)
      ORDER BY c.place`,
    [JSON.stringify(cited)],
  );
  return stale.map(({ place, law, article, repealed }) =>
    repealed
      ? {
          ...{ rule: 'basis-repealed', severity: 'error', path: `/legalBasis/${place}` },
          message: `${law}${article}已经废止，不能作为设定依据；请更换依据，或取消这个事项。`,
          messageInEnglish: `${law} ${article} is repealed.`,
        }
      : {
          ...{ rule: 'basis-changed', severity: 'warning', path: `/legalBasis/${place}/text` },
          message: `${law}${article}的条文已经修改，与这里所引的不同；请核对后更新。`,
          messageInEnglish: `${law} ${article} reads otherwise now.`,
        },
  );
}
