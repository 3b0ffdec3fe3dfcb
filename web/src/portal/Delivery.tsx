/** 送达: how the result comes, where the parcel is or where to pick it up, and by when. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { isBarred } from '../api/client.js';
import { api } from '../api/endpoints.js';
import type { CaseDetail, DeliveryState, PartDelivery } from '../api/model.js';
import { useEnglish } from '../shared/english.js';
import { Signature } from '../shared/Signature.js';
import { dueText, momentText } from '../shared/time.js';
import { ErrorNotice, Loading } from '../shared/ui.js';

function Words({ state }: { state: DeliveryState }) {
  const { t } = useTranslation();
  const say = useEnglish();
  if (state.deliveredAt) {
    const receiver = state.receiver && t('delivery.received-by', { name: state.receiver });
    return (
      <>
        <p>
          {t('delivery.delivered', { time: momentText(state.deliveredAt) })} {receiver}
        </p>
        {state.signature && <Signature path={state.signature} label={t('delivery.drawn')} />}
      </>
    );
  }
  if (state.way === 'electronic') return <p>{t('delivery.electronic-why')}</p>;
  if (state.waitingFor.length > 0) {
    return <p>{t('delivery.waits-for', { names: say(state.waitingFor).join('、') })}</p>;
  }
  if (state.sentAt) return <p>{t('delivery.sent', { time: momentText(state.sentAt) })}</p>;
  if (!state.waiting) return <p className="muted">{t('delivery.not-yet')}</p>;
  return (
    <p>
      {state.way === 'window'
        ? t('delivery.pick-up', { place: state.pickUpAt })
        : t('delivery.to-be-sent')}
    </p>
  );
}

/** Of a matter: how far the result of each item is, and by which parcel it comes. */
function Part({ part }: { part: PartDelivery }) {
  const { t } = useTranslation();
  const say = useEnglish();
  const { deliveredAt, sentAt, receiver, courier, trackingNumber, way } = part;
  const said = deliveredAt
    ? t('delivery.delivered', { time: momentText(deliveredAt) })
    : sentAt
      ? t('delivery.sent', { time: momentText(sentAt) })
      : t('delivery.part-waits');
  return (
    <li data-testid={`delivery-${part.caseNumber}`}>
      <strong>{say(part.itemName)}</strong>
      <div className="small">
        {[t(`delivery.way-${way}`), said, courier].filter(Boolean).join(' · ')}{' '}
        <span className="number breakable">{trackingNumber}</span>{' '}
        {deliveredAt && receiver && t('delivery.received-by', { name: receiver })}
      </div>
    </li>
  );
}

export function Delivery({ one }: { one: CaseDetail }) {
  const { t } = useTranslation();
  const { number, state, ended } = one;
  const query = useQuery({
    queryKey: ['case', number, 'delivery', state, ended],
    queryFn: () => api.delivery(number),
  });
  if (query.isPending) return <Loading lines={2} />;
  if (query.isLoadingError || isBarred(query.error))
    return <ErrorNotice error={query.error} retry={() => void query.refetch()} />;
  const { data } = query;
  const rows: [string, string | null][] = [
    ['way', t(`delivery.way-${data.way}`)],
    ['address', data.way === 'post' ? data.address : null],
    ['courier', data.courier],
    ['parcel-number', data.trackingNumber],
    ['paper', data.paperKind && t(`delivery.paper-${data.paperKind}`)],
    ['due', data.dueAt && dueText(data.dueAt)],
  ];
  return (
    <section className="card" id="delivery" data-testid="delivery">
      <h2>{t('delivery.result')}</h2>
      <Words state={data} />
      <dl className="facts">
        {rows.map(
          ([name, value]) =>
            value && (
              <div key={name}>
                <dt>
                  {t(`delivery.${name === 'way' || name === 'due' ? `column-${name}` : name}`)}
                </dt>
                <dd className="breakable">{value}</dd>
              </div>
            ),
        )}
      </dl>
      {data.parts.length > 0 && (
        <ul className="plain-list">
          {data.parts.map((part) => (
            <Part key={part.caseNumber} part={part} />
          ))}
        </ul>
      )}
      {data.together && <p className="small muted">{t('delivery.together')}</p>}
    </section>
  );
}
