import { Injectable } from '@nestjs/common';
import { AddressRateLimitGuard } from '../../platform/http/index.js';

/** Far more than a counter with a queue before it asks; far too few to try codes. */
const REQUESTS = 60;
const SECONDS = 60;

/** Verification is open to anybody: held back by address, whoever says they are. */
@Injectable()
export class VerificationGuard extends AddressRateLimitGuard {
  constructor() {
    super(REQUESTS, SECONDS);
  }
}
