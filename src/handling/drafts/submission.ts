/** Handing a draft in: everything is checked, every fault told at once, then it becomes a case. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Json } from '../../../bpmn/engine/index.js';
import { hiddenFields, shownData } from '../../../bpmn/forms/conditions/index.js';
import { tidyAnswers, withoutBlanks } from '../../../bpmn/forms/index.js';
import {
  type Application,
  CaseCommands,
  type CommandResult,
  type HandedIn,
  keepAnswers,
} from '../../cases/index.js';
import { answerFaults, filesIn, handedIn, requireOwnFiles } from '../answers/index.js';
import {
  applicationFaults,
  feeFaults,
  knownApplicant,
  licenceChangeOf,
  requireOneChange,
} from '../application-checks/index.js';
import {
  audit,
  actorOf,
  errandOf,
  residentInForm,
  residentOf,
  type Session,
} from '../../people/index.js';
import { requireFirstApplication } from '../../money/index.js';
import {
  type Form,
  type FormFault,
  HOLDINGS_PURPOSE,
  type ItemDefinition,
  publishedItem,
  Items,
  type SituationDto,
  currentForm,
  usefulRegisters,
} from '../../catalogue/index.js';
import { collectAtWindow } from '../collection/index.js';
import { checkWays, keepSigned } from '../handling-options/index.js';
import { CONFIG, type Config } from '../../platform/config.js';
import { unprocessable } from '../../platform/errors.js';
import type { ProblemItem } from '../../platform/http/index.js';
import { PROVINCE } from '../../platform/nest-tokens.js';
import { type Heard, type ProvinceDoor, sourceAt } from '../../province/index.js';
import {
  aboutWhom,
  applicantOf,
  authorisedIn,
  creditOf,
  type Represented,
  signerOf,
  windowEntryOf,
} from './applicant.js';
import { alreadySubmitted, type DraftRow, Drafts } from './drafts.js';
import { type Resident, requireResident } from './on-behalf.js';

@Injectable()
export class Submission {
  private readonly digestKey: string;

  constructor(
    private readonly dataSource: DataSource,
    private readonly drafts: Drafts,
    private readonly items: Items,
    private readonly commands: CaseCommands,
    @Inject(CONFIG) config: Config,
    @Inject(PROVINCE) private readonly province: ProvinceDoor,
  ) {
    this.digestKey = config.digestKey;
  }

  /** @throws DomainError `application-incomplete` listing every fault, `draft-already-submitted` … */
  async submit(
    session: Session,
    draftId: string,
    key: string,
  ): Promise<CommandResult & { caseNumber: string }> {
    const saved = await this.drafts.row(session.person.id, draftId);
    const entry = await windowEntryOf(this.dataSource.manager, draftId);
    const handedInAt = entry?.receivedAt ?? new Date();
    const { item, form, draft } = await this.asked(saved, handedInAt);
    const { data } = item;
    const { manager } = this.dataSource;
    const forWhom = entry ?? (await authorisedIn(manager, session, saved));
    const heard: Heard[] = [];
    const province = this.province.on(
      errandOf(actorOf(session), {
        matter: `draft:${draftId}`,
        applicant: await applicantOf(manager, session, draft.form, forWhom, this.digestKey),
        purpose: '核对提交的申请',
      }),
      (one) => void heard.push(one),
    );
    const resident = forWhom ? null : residentInForm(session, draft.form);
    if (resident) {
      await requireResident(this.dataSource, province, session, draft.region, resident);
    }
    const materialFiles = handedIn(draft.materials);
    const uploaded = [...materialFiles, ...filesIn(form, draft.form)];
    const applicant = await this.applicantOf(session, { resident, forWhom, saved });
    const handing = { personId: session.person.id, applicantId: applicant.applicantId };
    await requireOwnFiles(manager, handing, materialFiles);
    const application = {
      item: data,
      form: draft.form,
      applicant: await knownApplicant(manager, applicant.applicantId),
      agent: applicant.agentId ? await knownApplicant(manager, session.person.id) : null,
    };
    const registers = { manager, province, digestKey: this.digestKey };
    const strange = await applicationFaults(registers, application);
    const about = aboutWhom(session, draft.form, forWhom);
    const situation = await this.items.situation(
      ...([session, draft.item, draft.form, about, province] as const),
    );
    const answers = await answerFaults(manager, {
      ...{ form, data: draft.form, ...handing, at: handedInAt.getTime() },
    });
    const { materials, faults } = check({ draft, data, answers, situation, uploaded });
    if (faults.length === 0) faults.push(...(await feeFaults(manager, data, draft.form)));
    // Of somebody else nothing more is told, not how they stand with their credit either.
    if (strange.length > 0) refuseFaults([...strange, ...faults]);
    const chosen = await checkWays({
      manager,
      province,
      item: data,
      form: draft.form,
      present: new Set(materials.map(({ code }) => code)),
      ways: draft.ways,
      applicant: creditOf(session, draft.form, forWhom),
      signer: signerOf(session, entry),
    });
    refuseFaults([...faults, ...chosen.faults]);
    const change = await licenceChangeOf(registers, application);
    const children = situation.children.map(({ key: child, selected }) => [child, selected]);
    return this.commands.submit(
      {
        itemCode: draft.item,
        region: draft.region,
        ...applicant,
        form: draft.form as Record<string, Json>,
        checkedBy: { form: form.id, version: form.version },
        materials,
        children: Object.fromEntries(children) as Record<string, boolean>,
        ...(chosen.variables && { ways: chosen.variables }),
        ...change,
        ...(entry && { origin: 'window' as const, receivedAt: entry.receivedAt }),
      },
      actorOf(session),
      key,
      async (manager, caseNumber) => {
        const asked = { occasion: 'application', key: `${caseNumber}/application` } as const;
        await keepAnswers(manager, { caseNumber, ...asked }, usefulOf(heard, data, form));
        for (const letter of chosen.letters) await keepSigned(manager, caseNumber, letter);
        // It may have been revoked meanwhile.
        await authorisedIn(manager, session, saved);
        if (entry) await collectAtWindow(manager, session, caseNumber, entry);
        const [rows] = await manager.query<[unknown[], number]>(
          `UPDATE draft SET submitted_as = $2 WHERE id = $1 AND submitted_as IS NULL
              AND deleted_at IS NULL RETURNING id`,
          [draftId, caseNumber],
        );
        if (rows.length === 0) {
          const { submittedAs } = await this.drafts.row(session.person.id, draftId);
          throw alreadySubmitted(submittedAs ?? '');
        }
        await requireOneChange(manager, data, draft.form, caseNumber);
        if (data.benefit && typeof draft.form.idNumber === 'string') {
          await requireFirstApplication(manager, {
            caseNumber,
            item: draft.item,
            itemName: data.name,
            idNumber: draft.form.idNumber,
            personId: session.person.id,
          });
        }
        if (applicant.agentId) {
          await audit(manager, {
            person: session.person.id,
            post: session.post?.id,
            act: 'case.submit-for',
            target: `case:${caseNumber}`,
            outcome: 'done',
            detail: {
              applicant: applicant.applicantId,
              ...(saved.authorisation && { authorisation: saved.authorisation }),
            },
          });
        }
      },
    );
  }

  /**
   * The item and its form as the case will keep them, and the draft as it will be kept: tidied, and without
   * what they do not ask.
   */
  private async asked(saved: DraftRow, at: Date) {
    const { manager } = this.dataSource;
    const item = await publishedItem(manager, saved.item);
    const form = await currentForm(manager, item.data.form);
    const filled = withoutBlanks(tidyAnswers(form.schema, saved.form));
    const hidden = hiddenFields(form.schema, filled, at.getTime());
    return { item, form, draft: { ...saved, form: shownData(filled, hidden) } };
  }

  /** Who applies: the one who signed on, or the one an agent hands in for, by office or authorisation. */
  private async applicantOf(
    session: Session,
    { resident, forWhom, saved }: Handing,
  ): Promise<Pick<Application, 'applicantId' | 'applicantKind' | 'agentId' | 'authorisationId'>> {
    const { id, kind } = session.person;
    if (forWhom) {
      const { applicantId, applicantKind } = forWhom;
      const { authorisation } = saved;
      return {
        ...{ applicantId, applicantKind },
        ...(authorisation !== null && { agentId: id, authorisationId: authorisation }),
      };
    }
    if (!resident) {
      return { applicantId: id, applicantKind: kind === 'legal' ? kind : ('natural' as const) };
    }
    const applicantId = await residentOf(this.dataSource.manager, resident, this.digestKey);
    return { applicantId, applicantKind: 'natural' as const, agentId: id };
  }
}

/** For whom a draft is handed in; neither = for oneself. */
interface Handing {
  resident: Resident | null;
  forWhom: Represented | null;
  saved: DraftRow;
}

/** What fills forms in is asked of every register: of those this application has no use for, nothing is kept. */
function usefulOf(heard: Heard[], item: ItemDefinition, { schema }: Form): Heard[] {
  const useful = usefulRegisters(item, schema);
  return heard.filter(
    ({ path, purpose }) => purpose !== HOLDINGS_PURPOSE || useful.has(sourceAt(path)?.code ?? ''),
  );
}

/** A village's code has 12 digits, a township's 9. */
const VILLAGE_CODE = 12;

/** An item that begins in the village needs to know which one, or nobody would find the task. */
function placeFaults({ region }: DraftRow, { regionLevel }: ItemDefinition): ProblemItem[] {
  if (regionLevel !== 'village' || region.length === VILLAGE_CODE) return [];
  return [{ field: '/region', message: '办理所在地要选到村（社区）' }];
}

interface Given {
  draft: DraftRow;
  data: ItemDefinition;
  answers: FormFault[];
  situation: SituationDto;
  uploaded: HandedIn[];
}

/** Form and materials; what the platform holds counts as handed in. */
function check({ draft, data, answers, situation, uploaded }: Given): {
  materials: HandedIn[];
  faults: ProblemItem[];
} {
  const faults: ProblemItem[] = placeFaults(draft, data);
  for (const fault of answers) {
    faults.push({ ...fault, field: `/form${fault.field}` });
  }
  const handed = new Set(uploaded.map(({ code }) => code));
  const materials: HandedIn[] = [...uploaded];
  for (const { code, name, need, held } of situation.materials) {
    if (handed.has(code)) continue;
    if (held) materials.push({ code, source: 'license', licenceId: held.licence });
    else if (need === 'required') {
      faults.push({ field: `/materials/${code}`, message: `缺少材料“${name}”，请上传` });
    }
  }
  faults.push(...situation.blocked.map(({ code, message }) => ({ field: `/${code}`, message })));
  if (data.children && !situation.children.some(({ selected }) => selected)) {
    faults.push({ field: '/form', message: '按所填情形没有需要办理的事项，请核对表单' });
  }
  return { materials, faults };
}

/** @throws DomainError `application-incomplete` with every fault */
function refuseFaults(faults: ProblemItem[]): void {
  if (faults.length === 0) return;
  const more = faults.length > 1 ? ' 等' : '';
  throw unprocessable(
    'application-incomplete',
    `申请还有 ${faults.length} 处需要完善：${faults[0]!.message}${more}。改好后再提交，已填的内容都还在草稿里。`,
    { errors: faults },
  );
}
