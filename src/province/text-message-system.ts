import { ProvinceAnswer } from './answers.js';
import { type ProvinceGateway, ProvinceRefused } from './gateway.js';

const STATES = ['under-way', 'delivered', 'undelivered'] as const;

/** What the gateway says of a message itself; any other refusal is of how it is asked, and may pass. */
const OF_THE_MESSAGE: readonly string[] = ['no-telephone', 'too-long'];

/** Whether the gateway will never take this message. */
export const refusesMessage = (error: unknown): boolean =>
  error instanceof ProvinceRefused && OF_THE_MESSAGE.includes(error.code);

export interface TextMessage {
  /** The same key goes out once. */
  key: string;
  /** Sign-on's subject: the identity service knows the telephone, this platform does not. */
  subject: string;
  /** Without personal data. */
  text: string;
}

export interface TextReceipt {
  state: (typeof STATES)[number];
  /** Chinese, why it could not be delivered. */
  reason: string | null;
}

/** 短信网关. Every method throws ProvinceRefused or ProvinceUnavailable. */
export interface TextMessageSystem {
  /** Hands a message over; that it was taken does not mean that it came. */
  send(message: TextMessage): Promise<void>;
  /** What became of it. */
  receipt(key: string): Promise<TextReceipt>;
}

export class HttpTextMessageSystem implements TextMessageSystem {
  constructor(private readonly gateway: ProvinceGateway) {}

  async send(message: TextMessage) {
    await this.gateway.post('/text-messages', message);
  }

  async receipt(key: string) {
    const answer = await this.gateway.get(`/text-messages/${encodeURIComponent(key)}`);
    const read = new ProvinceAnswer(answer);
    return { state: read.oneOf('state', STATES), reason: read.optionalText('reason') };
  }
}
