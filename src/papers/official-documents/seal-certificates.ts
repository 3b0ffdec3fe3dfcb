/** Certificates of seals as the seal system gives them, each asked for once a minute however many verify. */
import { Inject, Injectable } from '@nestjs/common';
import { PROVINCE } from '../../platform/nest-tokens.js';
import type { ProvinceDoor } from '../../province/index.js';
import { certificateOf, type FoundCertificate } from './seal-checks.js';

/** How late a revocation may be heard of, ms. */
const KEPT_FOR = 60_000;
/** More than a city has seals in use. */
const MOST = 2_000;

interface Kept {
  answer: Promise<FoundCertificate>;
  /** On the clock of `performance.now()`. */
  until: number;
}

@Injectable()
export class SealCertificates {
  private readonly kept = new Map<string, Kept>();

  constructor(@Inject(PROVINCE) private readonly province: Pick<ProvinceDoor, 'on'>) {}

  /** Who asks meanwhile waits for the same answer; that none came is not kept. */
  of(sealId: string): Promise<FoundCertificate> {
    const known = this.kept.get(sealId);
    if (known && known.until > performance.now()) return known.answer;
    const answer = this.ask(sealId);
    if (this.kept.size >= MOST) this.kept.clear();
    this.kept.set(sealId, { answer, until: performance.now() + KEPT_FOR });
    return answer;
  }

  private async ask(sealId: string): Promise<FoundCertificate> {
    const by = { system: 'verification' };
    const about = { matter: `seal:${sealId}`, applicant: null } as const;
    const { seals } = this.province.on({ by, ...about, purpose: '核验文书印章' });
    const found = await certificateOf(seals, sealId);
    if (found === null) this.kept.delete(sealId);
    return found;
  }
}
