/**
 * For whom a draft is: the one who signed on; the resident a village's agent applies for; the person at the
 * window whose identity the window has verified (综窗代录); or who authorised the one who signed on (委托代办).
 */
import type { EntityManager } from 'typeorm';
import type { About } from '../../catalogue/index.js';
import {
  type Applicant,
  knownAs,
  requireAuthorised,
  residentInForm,
  type Session,
} from '../../people/index.js';
import type { ExchangeSubject } from '../../province/index.js';

/** Somebody else whose the application is. */
export interface Represented {
  applicantId: string;
  applicantName: string;
  applicantKind: 'natural' | 'legal';
  /** Whom the population register, the business register or the sign-on vouched for. */
  about: ExchangeSubject;
}

/** A draft that a window filled in for somebody (窗口代录). */
export interface WindowEntry extends Represented {
  draftId: string;
  /** The window that collects. */
  organisationId: string;
  /** When the paper was taken in; earlier than the entry = entered late. */
  receivedAt: Date;
  late: boolean;
  queueNumber: string | null;
}

/** @returns null when nobody is applied for at a window with this draft */
export async function windowEntryOf(
  manager: EntityManager,
  draftId: string,
): Promise<WindowEntry | null> {
  const [row] = await manager.query<
    (Omit<WindowEntry, 'about'> & { idNumber: string; draftId: string })[]
  >(
    `SELECT draft_id AS "draftId", applicant_id AS "applicantId", applicant_name AS "applicantName",
            applicant_kind AS "applicantKind", id_number AS "idNumber",
            organisation_id AS "organisationId", received_at AS "receivedAt", late,
            queue_number AS "queueNumber"
       FROM window_entry WHERE draft_id = $1`,
    [draftId],
  );
  if (!row) return null;
  const { idNumber, ...entry } = row;
  const about = entry.applicantKind === 'legal' ? { creditCode: idNumber } : { idNumber };
  return { ...entry, about };
}

/**
 * Who authorised the one that filled the draft in, if that still counts for its item.
 * @returns null when it was begun under no authorisation
 * @throws DomainError as `requireAuthorised`
 */
export async function authorisedIn(
  manager: EntityManager,
  session: Session,
  { authorisation, item }: { authorisation: string | null; item: string },
): Promise<Represented | null> {
  if (authorisation === null) return null;
  const agent = session.person.id;
  const { principalId, name, kind, about } = await requireAuthorised(
    ...([manager, authorisation, agent, item] as const),
  );
  return { applicantId: principalId, applicantName: name, applicantKind: kind, about };
}

/** Of whom what the platform holds is shown while the draft is filled in; null = of nobody. */
export function aboutWhom(
  session: Session,
  form: Record<string, unknown>,
  entry: Represented | null,
): About | null {
  if (entry) return { verified: entry.about };
  const { role } = session.post ?? {};
  // A person's id is the subject the province vouched for.
  if (role !== 'agent-desk') return { subject: session.person.id };
  // The agent's own data has no place in a resident's form.
  const resident = residentInForm(session, form);
  const village = session.post?.organisation.region;
  return resident && village ? { idNumber: resident.idNumber, village } : null;
}

/** Id of the one the draft is for; null = an agent has not said yet whom they apply for. */
export async function applicantOf(
  manager: EntityManager,
  session: Session,
  form: Record<string, unknown>,
  entry: Represented | null,
  digestKey: string,
): Promise<string | null> {
  if (entry) return entry.applicantId;
  if (session.post?.role !== 'agent-desk') return session.person.id;
  const resident = residentInForm(session, form);
  return resident && knownAs(manager, resident.idNumber, digestKey);
}

/** Whose credit counts, and how the province is asked about them. */
export function creditOf(
  session: Session,
  form: Record<string, unknown>,
  entry: Represented | null,
): Applicant {
  const { creditCode } = form;
  if (entry) return { personId: entry.applicantId, about: entry.about, creditCode };
  const { id } = session.person;
  return { personId: id, about: { subject: id }, creditCode };
}

/** Who signs a promise: the person at the window by their own name, else who signed on, as an agent too. */
export const signerOf = (session: Session, entry: WindowEntry | null) =>
  entry ? { id: entry.applicantId, name: entry.applicantName } : session.person;
