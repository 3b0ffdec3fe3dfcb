import { Injectable } from '@nestjs/common';
import { AddressRateLimitGuard } from '../../platform/http/index.js';

/** An office behind one address signs in at eight; a machine that fills the table signs in more. */
const REQUESTS = 600;
const SECONDS = 60;

/** Each sign-in that begins is kept for some minutes, whoever asked: held back by address. */
@Injectable()
export class SignInGuard extends AddressRateLimitGuard {
  constructor() {
    super(REQUESTS, SECONDS);
  }
}
