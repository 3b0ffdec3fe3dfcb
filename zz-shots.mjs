import { chromium } from 'playwright-core';
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox','--disable-gpu'] });
const U='http://localhost:3970';
async function sign(account, viewport){
  const c = await b.newContext({ viewport, locale:'zh-CN', baseURL:U }); c.setDefaultTimeout(30000);
  const p = await c.newPage(); const probs=[]; p.on('pageerror',e=>probs.push(e.message)); p.on('console',m=>/Security Policy/.test(m.text())&&probs.push(m.text()));
  await p.goto('/'); await p.getByTestId('welcome-sign-in').click(); await p.locator('[name=login]').fill(account); await p.locator('[name=password]').fill('onestop'); await p.locator('[name=password]').press('Enter'); await p.getByTestId('person-menu').waitFor(); p.probs=probs; return p;
}
const z = await sign('zhang',{width:390,height:844});
const N='210381202611280000010';
await z.goto('/cases/'+N); await z.getByTestId('licences').scrollIntoViewIfNeeded(); await z.screenshot({path:'/tmp/s1.png'});
const one = await (await z.request.get('/api/cases/'+N)).json();
const d = one.documents.find(x=>x.kind==='refusal-decision');
await z.goto(`/cases/${d.caseNumber}/documents/${d.id}`); await z.getByTestId('document').waitFor(); await z.screenshot({path:'/tmp/s2.png', fullPage:true});
const whole = await (await z.request.get('/api/documents/'+d.id)).json();
await (await import('node:fs')).promises.writeFile('/tmp/real.pdf', await (await z.request.get(`/api/documents/${d.id}/pdf`)).body());
const ins = one.documents.find(x=>x.kind==='inspection-record');
await (await import('node:fs')).promises.writeFile('/tmp/real2.pdf', await (await z.request.get(`/api/documents/${ins.id}/pdf`)).body());
const c2 = await b.newContext({viewport:{width:390,height:844},locale:'zh-CN'}); const s = await c2.newPage();
await s.goto(whole.verifyAt); await s.getByTestId('verdict').waitFor();
await s.getByTestId('compare-file').setInputFiles('/tmp/real.pdf'); await s.getByTestId('comparison').waitFor(); await s.screenshot({path:'/tmp/s3.png', fullPage:true});
const a = await sign('admin',{width:1440,height:900});
await a.goto('/papers'); await a.getByTestId('template-body').waitFor(); await a.screenshot({path:'/tmp/s4.png'});
await a.getByTestId('template-body').fill('# 收件凭证\n{{nothing}}'); await a.getByTestId('save-template').click(); await a.getByTestId('template-faults').waitFor(); await a.screenshot({path:'/tmp/s5.png'});
await a.goto('/archives'); await a.locator('[data-state=received]').first().waitFor(); await a.screenshot({path:'/tmp/s6.png'});
console.log(z.probs, a.probs);
await b.close();
