/** Which kinds wait for approval before they are sealed, and who approves: the city's data, else the kind's. */
import type { EntityManager } from 'typeorm';
import { audit } from '../../people/index.js';
import { KINDS, kindOf, type DocumentKind } from './kinds/index.js';

/** Role of the posts that keep the body's seal. */
export const SEAL_KEEPER = 'seal-keeper';
export const APPROVER_ROLES = [SEAL_KEEPER, 'approver', 'reviewer', 'handler'] as const;

export interface KindSetting {
  approval: boolean;
  approverRole: (typeof APPROVER_ROLES)[number];
}

export async function settingsOf(manager: EntityManager, kind: DocumentKind): Promise<KindSetting> {
  const [row] = await manager.query<KindSetting[]>(
    `SELECT approval, approver_role AS "approverRole" FROM document_setting WHERE kind = $1`,
    [kind.code],
  );
  return row ?? { approval: kind.approval, approverRole: SEAL_KEEPER };
}

export async function allSettings(
  manager: EntityManager,
): Promise<(KindSetting & { kind: DocumentKind })[]> {
  const rows = await manager.query<(KindSetting & { kind: string })[]>(
    `SELECT kind, approval, approver_role AS "approverRole" FROM document_setting`,
  );
  const changed = new Map(rows.map((row) => [row.kind, row]));
  return KINDS.map((kind) => {
    const { approval, approverRole } = changed.get(kind.code) ?? {
      approval: kind.approval,
      approverRole: SEAL_KEEPER,
    };
    return { kind, approval, approverRole };
  });
}

/** Holds for documents drafted from now on. @throws DomainError `unknown-document-kind` */
export async function changeSetting(
  manager: EntityManager,
  code: string,
  { approval, approverRole }: KindSetting,
  by: { person: string; post: string | null },
): Promise<void> {
  const kind = kindOf(code);
  await manager.query(
    `INSERT INTO document_setting (kind, approval, approver_role, changed_by)
     VALUES ($1, $2, $3, $4)
     ON CONFLICT (kind) DO UPDATE SET approval = $2, approver_role = $3, changed_by = $4,
       changed_at = now()`,
    [kind.code, approval, approverRole, by.person],
  );
  await audit(manager, {
    ...by,
    act: 'document-setting.change',
    target: `document-kind:${kind.code}`,
    outcome: 'done',
    detail: { approval, approverRole },
  });
}
