/** Items as the portal shows them: found, read, and guided through. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { searchItems } from '../search/index.js';
import { currentForm, type FormFieldDto } from '../forms/index.js';
import {
  actorOf,
  auditLook,
  errandOf,
  knownAs,
  residentInForm,
  type Session,
  requireAuthorised,
} from '../../people/index.js';
import { CONFIG, type Config } from '../../platform/config.js';
import { PROVINCE } from '../../platform/nest-tokens.js';
import type { ExchangeSubject, Province, ProvinceDoor } from '../../province/index.js';
import {
  type About,
  type HeldData,
  HOLDINGS_PURPOSE,
  holdingsOf,
  NOTHING,
  subjectOf,
} from './holdings.js';
import type {
  FormDto,
  ItemDto,
  ItemListDto,
  SituationDto,
  TranslationListDto,
} from './item.dto.js';
import { neededMaterials, selectedChildren } from './situation.js';
import { registersFilling } from './usual-sources.js';
import { materialDto, shownItem, summary } from './shown-item.js';
import { listedInEnglish, listItems, publishedItem } from './published.js';

/**
 * Who signed on; for a village's agent the resident whose ID number stands in the form, and nobody as
 * long as none does: the agent's own data has no place in a resident's form.
 */
function aboutWhom(session: Session, form: Record<string, unknown>): About | null {
  // A person's id is the subject the province vouched for.
  if (session.post?.role === 'window') return null;
  if (session.post?.role !== 'agent-desk') return { subject: session.person.id };
  const resident = residentInForm(session, form);
  const village = session.post.organisation.region;
  return resident && village ? { idNumber: resident.idNumber, village } : null;
}

/** Only what the form asks for leaves the platform. */
function askedFor({ properties = {} }: FormFieldDto, prefill: Record<string, unknown>) {
  return Object.fromEntries(Object.entries(prefill).filter(([name]) => name in properties));
}

/** What fields take from the registers that they name. */
function boundTo({ properties = {} }: FormFieldDto, records: HeldData['records']) {
  const known = Object.entries(properties).flatMap(([name, field]) => {
    const prefill = field['x-prefill'];
    const value = prefill && records[prefill.register]?.[prefill.field];
    return typeof value === 'string' && value !== '' ? [[name, value] as const] : [];
  });
  return Object.fromEntries(known);
}

/** The beginning of an item's code. */
const CODE = /^\d[\dA-Z]{1,}$/;

@Injectable()
export class Items {
  private readonly digestKey: string;

  constructor(
    private readonly dataSource: DataSource,
    @Inject(PROVINCE) private readonly province: ProvinceDoor,
    @Inject(CONFIG) config: Config,
  ) {
    this.digestKey = config.digestKey;
  }

  /** One-stop matters first. */
  async list(q = ''): Promise<ItemListDto> {
    const { manager } = this.dataSource;
    const asked = q.trim();
    if (asked === '' || CODE.test(asked)) {
      const items = await listItems(manager, asked);
      return { items: items.map(({ data }) => summary(data)), nearest: false, next: null };
    }
    const { codes, nearest } = await searchItems(manager, asked);
    const place = new Map(codes.map((code, at) => [code, at]));
    const items = await listItems(manager, '', codes);
    items.sort((a, b) => place.get(a.code)! - place.get(b.code)!);
    return { items: items.map(({ data }) => summary(data)), nearest, next: null };
  }

  /** @throws DomainError `item-not-found` */
  async read(code: string): Promise<ItemDto> {
    const { data, version } = await publishedItem(this.dataSource.manager, code);
    return shownItem(data, version);
  }

  /** What lists and cases say of items; of one item all that it says. */
  async listedInEnglish(): Promise<TranslationListDto> {
    return { translations: await listedInEnglish(this.dataSource.manager) };
  }

  /** @throws DomainError `item-not-found` */
  async english(code: string): Promise<TranslationListDto> {
    const { data } = await publishedItem(this.dataSource.manager, code);
    return { translations: data.english ?? [] };
  }

  /** @throws DomainError `item-not-found` */
  async form(code: string): Promise<FormDto> {
    const { data } = await publishedItem(this.dataSource.manager, code);
    const { schema, uiSchema } = await currentForm(this.dataSource.manager, data.form);
    return { schema, uiSchema };
  }

  /**
   * What applies in the applicant's situation, and what need not be handed in.
   * @param about whose data is looked up; null = nobody's; left out = of who signed on, or is acted for
   * @param province on the errand of what this is for; left out = of who looks at the item
   * @throws DomainError `item-not-found`
   */
  async situation(
    session: Session,
    code: string,
    form: Record<string, unknown>,
    about?: About | null,
    province?: Province,
  ): Promise<SituationDto> {
    const { data } = await publishedItem(this.dataSource.manager, code);
    const whom = about === undefined ? await this.aboutWhom(session, code, form) : about;
    const { held, prefill, records, blocked } = whom
      ? await this.holdings(session, code, whom, province)
      : NOTHING;
    const { schema } = await currentForm(this.dataSource.manager, data.form);
    const selected = selectedChildren(data, form);
    return {
      children: (data.children ?? []).map(({ key, item, name }) => ({
        key,
        item,
        name,
        selected: selected[key] ?? false,
      })),
      materials: neededMaterials(data, form).map((material) => ({
        ...materialDto(material),
        held: (material.heldAs && held[material.heldAs]) || null,
      })),
      prefill: { ...askedFor(schema, prefill), ...boundTo(schema, records) },
      sources: registersFilling(schema, records),
      blocked,
    };
  }

  private async aboutWhom(
    session: Session,
    code: string,
    form: Record<string, unknown>,
  ): Promise<About | null> {
    const { actingFor, person } = session;
    if (!actingFor) return aboutWhom(session, form);
    const { manager } = this.dataSource;
    const { about } = await requireAuthorised(manager, actingFor.authorisation, person.id, code);
    return 'subject' in about ? about : { verified: about };
  }

  /**
   * Whoever has registers looked up about somebody else leaves a line, before anything is asked: the
   * person by the id that every line names them by, or will as soon as they are known.
   */
  private async holdings(
    session: Session,
    code: string,
    about: About,
    province: Province | undefined,
  ): Promise<HeldData> {
    const { person, post } = session;
    const applicant = await this.namedInLog(subjectOf(about));
    if (applicant !== person.id) {
      await auditLook(this.dataSource.manager, {
        ...{ person: person.id, post: post?.id ?? null, act: 'register.read' },
        target: `person:${applicant}`,
      });
    }
    const errand = { matter: `item:${code}`, applicant, purpose: HOLDINGS_PURPOSE } as const;
    return holdingsOf(province ?? this.province.on(errandOf(actorOf(session), errand)), about);
  }

  private async namedInLog(about: ExchangeSubject): Promise<string> {
    if ('creditCode' in about) return about.creditCode;
    if ('subject' in about) return about.subject;
    return knownAs(this.dataSource.manager, about.idNumber, this.digestKey);
  }
}
