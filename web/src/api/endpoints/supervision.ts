/** Figures, cards and orders. */
import { client, take } from '../client.js';
import type {
  BoardQuery,
  CardTransition,
  CardDecisions,
  CardRuleContent,
  CardsQuery,
  HeatQuery,
  LeagueQuery,
  NewAppraisalPoints,
  NewListsAhead,
  NewPublicationSetting,
  NewQuietHours,
  NewRetentionDays,
  NewCard,
  NewOrder,
  NewSavedQuery,
  ChangedSavedQuery,
  NewUrgeLimits,
  OrderTransition,
  OrdersQuery,
  RatingFiguresQuery,
  RatingsQuery,
  StatisticsQuery,
  SupervisedCasesQuery,
  SupervisionAct,
  TrendQuery,
} from '../model.js';
import { byId } from './parameters.js';

export const supervision = {
  board: (query: BoardQuery) => take(client.GET('/api/supervision/board', { params: { query } })),
  supervisedScope: () => take(client.GET('/api/supervision/scope')),
  supervisedCases: (query: SupervisedCasesQuery, cursor?: string) =>
    take(client.GET('/api/supervision/cases', { params: { query: { ...query, cursor } } })),
  statistics: (query: StatisticsQuery) =>
    take(client.GET('/api/supervision/statistics', { params: { query } })),
  trend: (query: TrendQuery) => take(client.GET('/api/supervision/trend', { params: { query } })),
  league: (query: LeagueQuery) =>
    take(client.GET('/api/supervision/league', { params: { query } })),
  ratingFigures: (query: RatingFiguresQuery) =>
    take(client.GET('/api/supervision/ratings', { params: { query } })),
  ratings: (query: RatingsQuery, cursor?: string) =>
    take(client.GET('/api/ratings', { params: { query: { ...query, cursor } } })),
  heatVersions: () => take(client.GET('/api/supervision/heat/versions')),
  heat: (query: HeatQuery) => take(client.GET('/api/supervision/heat', { params: { query } })),
  units: (q: string) => take(client.GET('/api/supervision/units', { params: { query: { q } } })),
  cardRules: () => take(client.GET('/api/card-rules')),
  addCardRule: (body: CardRuleContent) => take(client.POST('/api/card-rules', { body })),
  changeCardRule: (id: string, body: CardRuleContent) =>
    take(client.PUT('/api/card-rules/{id}', { ...byId(id), body })),
  endCardRule: (id: string) => take(client.DELETE('/api/card-rules/{id}', byId(id))),
  evaluateCardRules: () => take(client.POST('/api/card-rules/evaluation')),
  supervisionSettings: () => take(client.GET('/api/supervision-settings')),
  setUrgeLimits: (body: NewUrgeLimits) =>
    take(client.PUT('/api/supervision-settings/urges', { body })),
  setRetentionDays: (body: NewRetentionDays) =>
    take(client.PUT('/api/supervision-settings/retention', { body })),
  setQuietHours: (body: NewQuietHours) =>
    take(client.PUT('/api/supervision-settings/quiet-hours', { body })),
  setListsAhead: (body: NewListsAhead) =>
    take(client.PUT('/api/supervision-settings/benefits', { body })),
  setPublication: (body: NewPublicationSetting) =>
    take(client.PUT('/api/supervision-settings/publication', { body })),
  retentionRemovals: () => take(client.GET('/api/retention-removals')),
  setAppraisalPoints: (body: NewAppraisalPoints) =>
    take(client.PUT('/api/supervision-settings/appraisal', { body })),
  cards: (query: CardsQuery, cursor?: string) =>
    take(client.GET('/api/cards', { params: { query: { ...query, cursor } } })),
  card: (id: string) => take(client.GET('/api/cards/{id}', byId(id))),
  issueCard: (body: NewCard, key: string) =>
    take(client.POST('/api/cards', { params: { header: { 'Idempotency-Key': key } }, body })),
  moveCard: (id: string, move: CardTransition, body: SupervisionAct) =>
    take(client.POST(`/api/cards/{id}/${move}`, { ...byId(id), body })),
  decideCards: (body: CardDecisions) => take(client.POST('/api/cards/decisions', { body })),
  orders: (query: OrdersQuery, cursor?: string) =>
    take(client.GET('/api/orders', { params: { query: { ...query, cursor } } })),
  order: (id: string) => take(client.GET('/api/orders/{id}', byId(id))),
  issueOrder: (body: NewOrder, key: string) =>
    take(client.POST('/api/orders', { params: { header: { 'Idempotency-Key': key } }, body })),
  moveOrder: (id: string, move: OrderTransition, body: SupervisionAct) =>
    take(client.POST(`/api/orders/{id}/${move}`, { ...byId(id), body })),
  savedQueries: () => take(client.GET('/api/saved-queries')),
  saveQuery: (body: NewSavedQuery) => take(client.POST('/api/saved-queries', { body })),
  savedQuery: (id: string) => take(client.GET('/api/saved-queries/{id}', byId(id))),
  queryRecipients: () => take(client.GET('/api/saved-queries/recipients')),
  changeSavedQuery: (id: string, body: ChangedSavedQuery) =>
    take(client.PATCH('/api/saved-queries/{id}', { ...byId(id), body })),
  sendSavedQuery: (id: string, person: string) =>
    take(client.POST('/api/saved-queries/{id}/sending', { ...byId(id), body: { person } })),
  deleteSavedQuery: (id: string) => take(client.DELETE('/api/saved-queries/{id}', byId(id))),
};
