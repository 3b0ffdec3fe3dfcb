/** What a draft's situation asks for and offers, seen with the eyes of the one it is for. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { currentForm, formFaults, publishedItem, Items } from '../../catalogue/index.js';
import { actorOf, errandOf, type Session } from '../../people/index.js';
import { PROVINCE } from '../../platform/nest-tokens.js';
import type { Province, ProvinceDoor } from '../../province/index.js';
import { offersOf } from '../handling-options/index.js';
import { CONFIG, type Config } from '../../platform/config.js';
import { DomainError } from '../../platform/errors.js';
import { applicationFees, firmActedFor, knownApplicant } from '../application-checks/index.js';
import {
  aboutWhom,
  applicantOf,
  authorisedIn,
  creditOf,
  type Represented,
  windowEntryOf,
} from './applicant.js';
import type { DraftDto, DraftFormDto, DraftSituationDto } from './draft.dto.js';
import { Drafts } from './drafts.js';

@Injectable()
export class DraftSituations {
  private readonly digestKey: string;

  constructor(
    private readonly dataSource: DataSource,
    private readonly drafts: Drafts,
    private readonly items: Items,
    @Inject(PROVINCE) private readonly province: ProvinceDoor,
    @Inject(CONFIG) config: Config,
  ) {
    this.digestKey = config.digestKey;
  }

  /**
   * @param filled the form and materials as they stand on the page, which may not be saved yet
   * @throws DomainError `draft-not-found`; as `authorisedIn`
   */
  async read(session: Session, id: string, filled: DraftFormDto): Promise<DraftSituationDto> {
    const { manager } = this.dataSource;
    const draft = await this.drafts.row(session.person.id, id);
    const { item } = draft;
    const { form, materials = {} } = filled;
    const entry =
      (await windowEntryOf(manager, id)) ?? (await authorisedIn(manager, session, draft));
    const about = aboutWhom(session, form, entry);
    const province = this.province.on(
      errandOf(actorOf(session), {
        matter: `draft:${id}`,
        applicant: await applicantOf(manager, session, form, entry, this.digestKey),
        purpose: '填写申请时了解应交的材料和可选的办理方式',
      }),
    );
    const situation = await this.items.situation(session, item, form, about, province);
    const { data } = await publishedItem(manager, item);
    const present = situation.materials
      .filter(({ code, held }) => held || (materials[code]?.length ?? 0) > 0)
      .map(({ code }) => code);
    const ways = await offersOf(manager, province, data, {
      form,
      present: new Set(present),
      applicant:
        about && creditOf(session, await this.ownFirmOnly(province, session, form, entry), entry),
    });
    const asked = await currentForm(manager, data.form);
    // Of a form that is not right yet nothing can be told.
    const right =
      data.fees.length + situation.children.length > 0 && formFaults(asked, form).length === 0;
    const fees = right ? await applicationFees(manager, data, form) : [];
    return { ...situation, ways, fees };
  }

  /** Begins a draft with what is known of the one it is for, as a guide does for who applies themselves. */
  async begin(session: Session, id: string): Promise<DraftDto> {
    const { prefill } = await this.read(session, id, { form: {} });
    return this.drafts.save(session.person.id, id, { form: prefill, materials: {} });
  }

  /** Of a firm that the applicant does not act for, nobody is told how it stands with its credit. */
  private async ownFirmOnly(
    province: Province,
    session: Session,
    form: Record<string, unknown>,
    entry: Represented | null,
  ): Promise<Record<string, unknown>> {
    const { dataSource, digestKey } = this;
    const { manager } = dataSource;
    if (!form.creditCode) return form;
    const applicant = await knownApplicant(manager, entry?.applicantId ?? session.person.id);
    const { creditCode, ...rest } = form;
    try {
      const firm = await firmActedFor({ manager, province, digestKey }, applicant, creditCode);
      return firm ? form : rest;
    } catch (error) {
      // The register is away: the guide goes on without it; handing in asks again.
      if (error instanceof DomainError) return rest;
      throw error;
    }
  }
}
