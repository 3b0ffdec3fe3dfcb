/** What must hold of posts. Aliases: p the post written, o its body, n its person. */
import { POST_ROLES } from '../../people/index.js';
import type { Rule } from '../faults.js';

const rule = (
  code: string,
  field: string,
  broken: string,
  message: (name: string) => string,
): Rule => ({
  code,
  field,
  sql: `SELECT p.id AS key, n.name FROM post p JOIN person n ON n.id = p.person_id
          JOIN organisation o ON o.id = p.organisation_id
         WHERE p.id = ANY($1) AND $2::date IS NOT NULL AND (${broken})`,
  message,
});

/** Days on which both are held. */
const MEANWHILE = `(p.valid_from < coalesce(s.valid_to, 'infinity')
  AND s.valid_from < coalesce(p.valid_to, 'infinity'))`;
const ROLES = POST_ROLES.map((role) => `'${role}'`).join(', ');

export const POST_RULES: readonly Rule[] = [
  rule(
    'post-dates',
    'until',
    `p.valid_to IS NOT NULL AND p.valid_to < p.valid_from`,
    (name) => `${name}的离任日期早于任职日期。`,
  ),
  rule('no-such-role', 'role', `p.role NOT IN (${ROLES})`, (name) => `${name}的岗位角色不存在。`),
  rule(
    'body-not-there',
    'organisation',
    `o.kind = 'zone' AND p.role NOT IN ('supervisor', 'county-admin')
       OR p.valid_from < o.valid_from
       OR (o.valid_to IS NOT NULL AND (p.valid_to IS NULL OR p.valid_to > o.valid_to))`,
    (name) => `${name}任职期间，这个机构不是一直都在；请核对机构和日期。`,
  ),
  rule(
    'post-twice',
    'role',
    `EXISTS (SELECT 1 FROM post s WHERE s.id <> p.id AND s.person_id = p.person_id
       AND s.organisation_id = p.organisation_id AND s.role = p.role AND ${MEANWHILE})`,
    (name) => `${name}在这个机构已有同样的岗位。`,
  ),
  // 执法证 (行政处罚法 42): without one nobody inspects.
  rule(
    'no-certificate',
    'certificate',
    `p.role = 'inspector' AND coalesce(p.enforcement_certificate, '') = ''`,
    (name) => `${name}任核查岗位须有执法证号。`,
  ),
  rule(
    'certificate-taken',
    'certificate',
    `EXISTS (SELECT 1 FROM post s WHERE s.enforcement_certificate = p.enforcement_certificate
       AND s.person_id <> p.person_id)`,
    (name) => `${name}的执法证号已是他人的；请核对。`,
  ),
  // 三员分立: who audits what is done does nothing himself.
  rule(
    'auditor-apart',
    'role',
    `EXISTS (SELECT 1 FROM post s WHERE s.id <> p.id AND s.person_id = p.person_id AND ${MEANWHILE}
       AND (s.role = 'auditor') <> (p.role = 'auditor'))`,
    (name) => `${name}：审计岗位不能与其他岗位由一人兼任（三员分立）。`,
  ),
  rule(
    'city-post',
    'organisation',
    `(p.role = 'admin' AND o.level <> 'city') OR (p.role = 'county-admin' AND o.level <> 'county')`,
    (name) => `${name}：市级管理员任职于市级机构，县级管理员任职于县级机构。`,
  ),
];
