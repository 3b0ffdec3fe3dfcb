import { Router } from 'express';
import { Body } from '../body.js';
import type { FaultMode, Faults } from '../faults/faults.js';
import type { Journal } from '../journal.js';
import { Problem } from '../problems.js';
import type { People } from '../sign-on/people.js';

/** A text message (短信) handed to the gateway. */
export interface TextMessage {
  key: string;
  subject: string;
  text: string;
  takenAt: string;
  /** What becomes of it: `lost` on its way, nobody ever hears; `returned`, the number is no more. */
  end: 'arrived' | 'lost' | 'returned';
}

/** A message comes so long after it was taken, ms. */
const ON_ITS_WAY = 50;

/** Letters of one message; longer ones the operators would cut. */
const LONGEST = 300;

const ENDS: Partial<Record<FaultMode, TextMessage['end']>> = {
  'lost-notice': 'lost',
  'returned-notice': 'returned',
};

function receiptOf({ end, takenAt }: TextMessage) {
  const underWay = end === 'lost' || Date.now() - Date.parse(takenAt) < ON_ITS_WAY;
  if (underWay) return { state: 'under-way', reason: null };
  if (end === 'returned') return { state: 'undelivered', reason: '号码已停用' };
  return { state: 'delivered', reason: null };
}

/** 短信网关: takes a message once by its key, refuses what it cannot send, and may lose what it took. */
export function textMessageRoutes(
  taken: Journal<TextMessage>,
  people: People,
  faults: Faults,
): Router {
  const router = Router();
  router.post('/', (request, response) => {
    const body = new Body(request.body);
    const key = body.text('key');
    const subject = body.text('subject');
    const text = body.text('text');
    if (!people.bySubject(subject))
      throw new Problem(404, 'no-telephone', '统一身份认证里没有这个人的手机号。');
    if (text.length > LONGEST) throw new Problem(422, 'too-long', `短信最长 ${LONGEST} 字。`);
    if (!taken.get(key)) {
      const fault = faults.onNotice('/text-messages')?.mode;
      const end = (fault && ENDS[fault]) ?? 'arrived';
      taken.put({ key, subject, text, takenAt: new Date().toISOString(), end });
    }
    response.status(202).json({ key });
  });
  router.get('/:key', (request, response) => {
    const message = taken.get(request.params.key);
    if (!message) throw new Problem(404, 'unknown-message', '没有收到过这条短信。');
    response.json(receiptOf(message));
  });
  return router;
}

/** What came to a person's telephone, for a look at it during a demonstration or a test. */
export function telephoneRoutes(taken: Journal<TextMessage>, people: People): Router {
  const router = Router();
  router.get('/:account', (request, response) => {
    const person = people.byAccount(request.params.account);
    if (!person) throw new Problem(404, 'unknown-account', '没有这个账号。');
    const items = [...taken.values()]
      .filter((each) => each.subject === person.subject && receiptOf(each).state === 'delivered')
      .map(({ text, takenAt }) => ({ text, at: takenAt }));
    response.json({ items });
  });
  return router;
}
