/** 提醒: one's own, and what administrators keep of them. */
import { client, take } from '../client.js';
import type { MadeFrom, Reviewed } from '../../shared/versions/made-from.js';

const byId = (id: string) => ({ params: { path: { id } } });
const byOccasion = (occasion: string) => ({ params: { path: { occasion } } });

export const notifications = {
  notifications: (unread: boolean, cursor?: string) =>
    take(client.GET('/api/notifications', { params: { query: { unread, cursor } } })),
  unreadNotifications: () => take(client.GET('/api/notifications/unread')),
  readNotification: (id: string) => take(client.POST('/api/notifications/{id}/reading', byId(id))),
  readNotifications: () => take(client.POST('/api/notifications/reading')),
  notificationTexts: () => take(client.GET('/api/notification-texts')),
  saveNotificationText: (occasion: string, body: string, madeFrom: MadeFrom) =>
    take(
      client.PUT('/api/notification-texts/{occasion}', {
        ...byOccasion(occasion),
        body: { body, ...madeFrom },
      }),
    ),
  publishNotificationText: (occasion: string, body: Reviewed) =>
    take(
      client.POST('/api/notification-texts/{occasion}/publication', {
        ...byOccasion(occasion),
        body,
      }),
    ),
  textMessages: () => take(client.GET('/api/text-messages')),
  sendTextMessages: () => take(client.POST('/api/text-messages/sending')),
  sendTextMessage: (id: string) => take(client.POST('/api/text-messages/{id}/sending', byId(id))),
};
