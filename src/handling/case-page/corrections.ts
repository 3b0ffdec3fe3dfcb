/** 补正: what the applicant corrects is checked before it becomes a command. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Json } from '../../../bpmn/engine/index.js';
import { hiddenFields } from '../../../bpmn/forms/conditions/index.js';
import { tidyAnswers } from '../../../bpmn/forms/index.js';
import {
  type Form,
  formFaults,
  formInvalid,
  formVersion,
  type ItemDefinition,
} from '../../catalogue/index.js';
import {
  CaseCommands,
  caseNotFound,
  correctionTask,
  findCommand,
  keepAnswers,
  type SupplementDto,
  type CommandResult,
} from '../../cases/index.js';
import { requireFirstApplication } from '../../money/index.js';
import { type Actor, errandOf } from '../../people/index.js';
import { CONFIG, type Config } from '../../platform/config.js';
import { conflict, unprocessable } from '../../platform/errors.js';
import { PROVINCE } from '../../platform/nest-tokens.js';
import type { Heard, ProvinceDoor } from '../../province/index.js';
import { filesIn, handedIn, requireAnswers, requireOwnFiles } from '../answers/index.js';
import {
  applicationFaults,
  feeFaults,
  knownApplicant,
  licenceChangeOf,
  requireOneChange,
} from '../application-checks/index.js';
import { askedFor, changedFields, newlyNeeded, requireOnlyAsked } from './asked-for.js';

interface CorrectedCase {
  /** The case whose form and materials are corrected: a matter's are shared by its parts. */
  number: string;
  lead: string;
  form: Record<string, Json>;
  item: ItemDefinition;
  /** The application's form, as the case opened with it. */
  asForm: Form;
  /** When it was handed in, by which its form is judged: the day is the application's, not today. */
  handedInAt: Date;
  applicantId: string;
  agentId: string | null;
}

@Injectable()
export class Corrections {
  private readonly digestKey: string;

  constructor(
    private readonly dataSource: DataSource,
    private readonly commands: CaseCommands,
    @Inject(PROVINCE) private readonly province: ProvinceDoor,
    @Inject(CONFIG) config: Config,
  ) {
    this.digestKey = config.digestKey;
  }

  /**
   * @throws DomainError `not-asked-for`, `correction-invalid`, `file-not-yours`, what an application is
   *   refused for, and the command's own refusals
   */
  async supplement(
    caseNumber: string,
    actor: Actor,
    body: SupplementDto,
    key: string,
  ): Promise<CommandResult> {
    const { manager } = this.dataSource;
    const { opinion } = body;
    const asSent = (body.form ?? {}) as Record<string, Json>;
    const materials = handedIn(body.materials ?? {});
    // A repeat was checked when it came first.
    if (await findCommand(manager, key))
      return this.commands.supplement(caseNumber, actor, { opinion, form: asSent, materials }, key);
    const task = await correctionTask(manager, caseNumber, actor);
    const one = await this.read(task.sharedBy);
    const handing = { personId: actor.personId, applicantId: one.applicantId };
    await requireOwnFiles(manager, handing, materials);
    const sent = tidyAnswers(one.asForm.schema, asSent);
    const form = { ...sent, ...noLongerAsked(one, sent) };
    const changed = changedFields(one.form, form);
    const codes = materials.map(({ code }) => code);
    const change = { ...one, before: one.form, changed, materials: codes };
    requireOnlyAsked(await askedFor(manager, task), change);
    const after = { ...one.form, ...changed };
    requireRightToday(one.asForm, after, changed);
    const heard = await this.check(one, after, codes, actor);
    const correction = { opinion, form, materials: [...materials, ...newFiles(one, after)] };
    return this.commands.supplement(caseNumber, actor, correction, key, async (within) => {
      await this.requireOnly(within, one, after, actor);
      const asked = { occasion: 'correction', key: `${one.number}/correction/${key}` } as const;
      await keepAnswers(within, { caseNumber: one.number, ...asked }, heard);
    });
  }

  /**
   * The corrected application must be as right as one newly handed in.
   * @returns what the province answered to it
   */
  private async check(
    one: CorrectedCase,
    form: Record<string, Json>,
    materials: string[],
    actor: Actor,
  ): Promise<Heard[]> {
    const { manager } = this.dataSource;
    const { item, number, applicantId, agentId } = one;
    const { personId } = actor;
    // Days that were ahead when it was handed in may have come meanwhile.
    const at = one.handedInAt.getTime();
    await requireAnswers(manager, {
      ...{ form: one.asForm, data: form, before: one.form, personId, applicantId, at },
    });
    const errand = { matter: `case:${number}`, applicant: applicantId } as const;
    const heard: Heard[] = [];
    const province = this.province.on(
      errandOf(actor, { ...errand, purpose: '核对补正的申请' }),
      (one) => void heard.push(one),
    );
    const registers = { manager, province, digestKey: this.digestKey };
    const applicant = await knownApplicant(manager, applicantId);
    const agent = agentId === null ? null : await knownApplicant(manager, agentId);
    const application = { item, applicant, agent, form, caseNumber: number };
    const faults = await applicationFaults(registers, application);
    const missing = newlyNeeded(item, one.form, form).filter((code) => !materials.includes(code));
    faults.push(...(await this.notHandedIn(one, missing)));
    faults.push(...(await feeFaults(manager, item, form)));
    if (faults.length > 0) {
      throw unprocessable('correction-invalid', `补正后仍有不符合的地方：${faults[0]!.message}。`, {
        errors: faults,
      });
    }
    const licence = await licenceChangeOf(registers, application);
    if (licence && licence.leadDepartment !== one.lead)
      throw conflict('licence-operation-closed', '补正不能换成另一机关颁发的证照，请重新申请。');
    return heard;
  }

  private async notHandedIn({ item, number }: CorrectedCase, codes: string[]) {
    const rows = await this.dataSource.query<{ code: string }[]>(
      `SELECT DISTINCT material_code AS code FROM case_material WHERE case_number = $1`,
      [number],
    );
    const there = new Set(rows.map(({ code }) => code));
    return item.materials
      .filter(({ code }) => codes.includes(code) && !there.has(code))
      .map(({ code, name }) => ({
        field: `/materials/${code}`,
        message: `改正后需要材料“${name}”，请上传`,
      }));
  }

  /** A benefit, and a licence, is applied for once, whatever a correction makes of the form. */
  private async requireOnly(
    manager: EntityManager,
    { item, number }: CorrectedCase,
    form: Record<string, Json>,
    actor: Actor,
  ): Promise<void> {
    await requireOneChange(manager, item, form, number);
    const { idNumber } = form;
    if (!item.benefit || typeof idNumber !== 'string') return;
    await requireFirstApplication(manager, {
      ...{ caseNumber: number, item: item.code, itemName: item.name, idNumber },
      personId: actor.personId,
    });
  }

  private async read(number: string): Promise<CorrectedCase> {
    const [row] = await this.dataSource.query<
      (Omit<CorrectedCase, 'asForm'> & { formVersion: number | null })[]
    >(
      `SELECT c.number, c.lead_department AS lead, c.form, c.form_version AS "formVersion", i.data AS item,
              coalesce(c.received_at, c.submitted_at) AS "handedInAt",
              c.applicant_id AS "applicantId", c.agent_id AS "agentId"
         FROM cases c JOIN item i ON i.code = c.item_code AND i.version = c.item_version
        WHERE c.number = $1`,
      [number],
    );
    if (!row) throw caseNotFound(number);
    const { manager } = this.dataSource;
    return { ...row, asForm: await formVersion(manager, row.item.form, row.formVersion) };
  }
}

/**
 * What is changed today is right today.
 * @throws DomainError `form-invalid`
 */
function requireRightToday(asForm: Form, form: Record<string, Json>, changed: object): void {
  const faults = formFaults(asForm, form).filter(({ field }) => field.split('/')[1]! in changed);
  if (faults.length > 0) throw formInvalid(faults);
}

/** What the correction hides is answered no more: it goes with what brought it up. */
function noLongerAsked(
  { asForm, form, handedInAt }: CorrectedCase,
  sent: Record<string, Json>,
): Record<string, null> {
  const merged = { ...form, ...sent };
  const hidden = [...hiddenFields(asForm.schema, merged, handedInAt.getTime())];
  const answered = hidden.filter((name) => (merged[name] ?? null) !== null);
  return Object.fromEntries(answered.map((name) => [name, null]));
}

/** Files that the corrected form names and the form before did not: they become the case's. */
function newFiles({ asForm, form }: CorrectedCase, after: Record<string, Json>) {
  const before = new Set(filesIn(asForm, form).map(({ fileId }) => fileId));
  return filesIn(asForm, after).filter(({ fileId }) => !before.has(fileId));
}
