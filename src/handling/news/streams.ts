/**
 * The open pages of this process, told of what happens by PostgreSQL (LISTEN), whichever process did it.
 * One connection hears for all of them, from the first page on. Pages are told no more than that a case
 * changed; what they may see of it is asked when they read it.
 */
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { Response } from 'express';
import { DataSource } from 'typeorm';
import { NEWS, type News } from '../../cases/index.js';
import { Sessions } from '../../people/index.js';
import { DomainError, unavailable } from '../../platform/errors.js';
import { Listening } from '../../platform/database/listening.js';
import { CHANGES } from '../../platform/database/remembered.js';
import { Stream } from './stream.js';

/** Pages of one session that look at once: browsers open no more connections to one place. */
const OF_A_SESSION = 6;
const OF_A_PROCESS = 5_000;
/** ms */
const BEAT = 20_000;

@Injectable()
export class Streams implements OnModuleDestroy {
  private readonly open = new Set<Stream>();
  private readonly byTopic = new Map<string, Set<Stream>>();
  private readonly listening: Listening;
  private heart: NodeJS.Timeout | undefined;
  private ended = false;

  constructor(
    dataSource: DataSource,
    private readonly sessions: Sessions,
  ) {
    this.listening = new Listening(dataSource, [NEWS, CHANGES], {
      hear: (channel, payload) => this.hear(channel, payload),
      missed: () => this.tellAll(),
    });
  }

  /** @throws DomainError `too-many-pages` (429), `too-many-streams` and `shutting-down` (503) */
  async add(session: string, topics: ReadonlySet<string>, response: Response): Promise<void> {
    this.requireRoom(session);
    await this.listening.begin();
    // Meanwhile others came, or the end.
    this.requireRoom(session);
    if (response.destroyed) return;
    const stream = new Stream(session, topics, response);
    this.open.add(stream);
    for (const topic of topics) {
      const of = this.byTopic.get(topic) ?? new Set();
      this.byTopic.set(topic, of.add(stream));
    }
    response.once('close', () => this.remove(stream));
    this.heart ??= setInterval(() => void this.beat(), BEAT).unref();
  }

  /** Before the server is told to end, which would wait for them. */
  onModuleDestroy(): void {
    this.ended = true;
    clearInterval(this.heart);
    for (const stream of this.open) stream.end();
    this.listening.end();
  }

  private requireRoom(session: string): void {
    if (this.ended) throw unavailable('shutting-down', '服务正在停止，请稍后再试。');
    if (this.open.size >= OF_A_PROCESS)
      throw unavailable('too-many-streams', '此刻打开的页面过多，页面将定时刷新。');
    const own = [...this.open].filter((one) => one.session === session);
    if (own.length >= OF_A_SESSION)
      throw new DomainError(
        429,
        'too-many-pages',
        `同一次登录最多有 ${OF_A_SESSION} 个页面即时更新，其余页面定时刷新。`,
      );
  }

  private remove(stream: Stream): void {
    stream.end();
    this.open.delete(stream);
    for (const topic of stream.topics) {
      const of = this.byTopic.get(topic);
      of?.delete(stream);
      if (of?.size === 0) this.byTopic.delete(topic);
    }
  }

  /** A page whose session is over ends; it asks anew and is told that nobody is signed in. */
  private async beat(): Promise<void> {
    for (const stream of this.open) stream.beat();
    const digests = new Set([...this.open].map(({ session }) => session));
    if (digests.size === 0) return;
    // Where the database does not answer, nothing is read either; the next beat asks again.
    const going = await this.sessions.goingOn([...digests]).catch(() => digests);
    for (const stream of this.open) if (!going.has(stream.session)) stream.end();
  }

  private hear(channel: string, payload: string): void {
    if (channel === CHANGES) {
      const [table, session] = payload.split(':');
      // Over, or under another post: whoever is still there asks anew.
      if (table === 'session' && session) this.endOf(session);
      return;
    }
    if (channel !== NEWS) return;
    const news = JSON.parse(payload) as News;
    if (news.case === undefined) return this.tellAll();
    const concerned = new Set(
      (news.for ?? []).flatMap((topic) => [...(this.byTopic.get(topic) ?? [])]),
    );
    for (const stream of concerned) stream.tell(news.case);
  }

  private endOf(session: string): void {
    for (const stream of this.open) if (stream.session === session) stream.end();
  }

  private tellAll(): void {
    for (const stream of this.open) stream.tell(null);
  }
}
