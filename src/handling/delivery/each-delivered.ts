/**
 * What is said to be 送达 is so: a 一件事 once each of its results on paper is, a part that goes together
 * with its matter, a parcel by its number (行政许可法 44).
 */
import type { EntityManager } from 'typeorm';
import { conflict, type DomainError, unprocessable } from '../../platform/errors.js';
import { parcelsOf, type Parcel } from './parcels.js';

/** What a delivery says of itself, before anybody has checked it. */
interface Said {
  way?: unknown;
  trackingNumber?: unknown;
}

/**
 * Before the act 送达, by a task of the diagram or beside it.
 * @throws DomainError 409 `results-not-delivered`, `results-together`, 422 `tracking-number-missing`
 */
export async function requireEachDelivered(
  manager: EntityManager,
  caseNumber: string,
  said: unknown,
): Promise<void> {
  const { way, trackingNumber } = Object(said) as Said;
  if (way === 'post' && !isNumber(trackingNumber)) {
    throw unprocessable('tracking-number-missing', '邮寄送达须填写邮寄单号。', {
      field: 'trackingNumber',
    });
  }
  const parcels = await parcelsOf(manager, caseNumber);
  const waiting = parcels
    .flatMap(({ parts }) => parts)
    .filter((part) => part.caseNumber !== caseNumber);
  if (waiting.length > 0) {
    const names = waiting.map(({ itemName }) => itemName).join('、');
    throw conflict(
      'results-not-delivered',
      `还有纸质结果没有送达：${names}。请先在“结果送达”中登记寄出、签收或者领取。`,
    );
  }
  const elsewhere = parcels.find((parcel) => parcel.caseNumber !== caseNumber);
  if (elsewhere) throw goesTogether(elsewhere);
}

/** A part alone, where all go together. */
export const goesTogether = ({ caseNumber }: Parcel): DomainError =>
  conflict('results-together', `申请人选择统一领取，请在办件 ${caseNumber} 一并办理。`);

const isNumber = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';
