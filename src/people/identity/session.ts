/** Who is acting. A person may hold several posts and acts under the chosen one, or as an applicant. */
import type { CityLevel } from '../../../bpmn/model/vocabulary.js';
import { isIdNumber } from '../../platform/identifiers.js';
import type { ActingFor } from './authorisations.js';

export interface SessionPost {
  id: string;
  role: string;
  title: string;
  organisation: {
    id: string;
    name: string;
    line: string | null;
    level: CityLevel;
    region: string | null;
  };
}

export interface Session {
  /** sha-256 of the cookie's value; the value itself is nowhere but in the browser. */
  digest: string;
  person: {
    id: string;
    name: string;
    idNumberMasked: string;
    kind: 'natural' | 'legal' | 'staff';
  };
  assurance: string;
  posts: SessionPost[];
  /** The post chosen; null = acting as an applicant. */
  post: SessionPost | null;
  /** Those in whose name this person may act today. */
  principals: ActingFor[];
  /** Of these, the one chosen; null = acting for oneself. */
  actingFor: ActingFor | null;
}

/** The one who acts, as the commands of cases and tasks take it. */
export interface Actor {
  personId: string;
  postId: string | null;
  organisationId: string | null;
  role: string | null;
  name: string;
}

export function actorOf(session: Session): Actor {
  return {
    personId: session.person.id,
    postId: session.post?.id ?? null,
    organisationId: session.post?.organisation.id ?? null,
    role: session.post?.role ?? null,
    name: session.person.name,
  };
}

/** The resident a village's or community's agent applies for; null for everybody else. */
export function residentInForm(
  session: Session,
  form: Record<string, unknown>,
): { idNumber: string; name: string } | null {
  const { idNumber, name } = form;
  if (session.post?.role !== 'agent-desk' || typeof idNumber !== 'string') return null;
  return isIdNumber(idNumber) ? { idNumber, name: typeof name === 'string' ? name : '' } : null;
}
