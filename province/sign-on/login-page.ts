import type { Person } from './people.js';
import { escapeHtml, page } from '../page.js';

const KINDS: Record<Person['kind'], string> = {
  natural: '个人',
  legal: '法人',
  staff: '工作人员',
};

function choice(person: Person): string {
  const posts = person.posts.map((post) => post.title ?? '').join('、');
  return `<li><button name="person" value="${escapeHtml(person.account)}">
    <b>${escapeHtml(person.name)}</b> <code>${escapeHtml(person.account)}</code>
    <small>${escapeHtml(posts)}</small></button></li>`;
}

function choices(people: Person[], kind: Person['kind']): string {
  const items = people.filter((person) => person.kind === kind).map(choice);
  return `<h2>${KINDS[kind]}</h2><ul class="people">${items.join('')}</ul>`;
}

/**
 * The sign-on page: a plain form with `login` and `password`, and below it the demonstration's
 * people, one click each. Works without scripts, so programs can fill it in as well.
 */
export function loginPage(people: Person[], error?: string): string {
  return page(
    '统一身份认证',
    `<h1>统一身份认证</h1>
    <p class="hint">演示环境：人物与证件号码均为虚构。</p>
    ${error ? `<p role="alert" class="error">${escapeHtml(error)}</p>` : ''}
    <form method="post" class="card">
      <label>账号 <input name="login" autocomplete="username" required autofocus></label>
      <label>密码 <input name="password" type="password" autocomplete="current-password" required></label>
      <button class="primary">登录</button>
    </form>
    <form method="post" aria-label="选择演示人物">
      ${choices(people, 'natural')}${choices(people, 'legal')}${choices(people, 'staff')}
    </form>`,
  );
}
