import { it } from 'vitest';
import { testHouse } from '../../support/house.ts';
const house = await testHouse();
const show = (reply: any) => {
  const out: string[] = [];
  if (reply.failed) out.push('[failed]');
  if (reply.title) out.push(`**${reply.title}**`);
  if (reply.text) out.push(reply.text);
  for (const f of reply.fields ?? []) out.push(`  ${f.label}: ${f.value}`);
  for (const l of reply.lists ?? []) { if (l.title) out.push(`- ${l.title}`); for (const i of l.items) out.push(`    ${i.ref ?? ''} ${i.text} | ${i.detail ?? ''} [${(i.buttons ?? []).map((b: any) => `${b.label}=${b.command}`).join('] [')}]`); }
  for (const row of reply.buttons ?? []) out.push(`  [${row.map((b: any) => `${b.label}=${b.command}`).join('] [')}]`);
  if (reply.hint) out.push(`~ ${reply.hint}`);
  return out.join('\n');
};
it('shows', async () => {
  for (const lines of [
    ['/add 张三 13800138000', '/lead 张三 龙井10斤 ¥1280', '/add Anna a@b.co', '/lead Anna logo 500 USD', '/stages', '/stages 报价 65%', '/stages add 样品 30% 5天', '/stages 样品', '/stages 样品 上移', '/stages s1 =d', '/stages s1 =d 9', '/move 1 样品', '/move 张三 到报价', '/move 2', '/move 2 next', '/move 2 火星', '/pipeline', '/lead 1', '/lead 1 产品 龙井', '/lead 1 预计 12-24', '/lead 1 来源 小红书', '/lead 1 下一步 周五打电话', '/lead 1 金额 2000', '/lead 1 产品', '/pipeline 报价', '/pipeline over 1000', '/pipeline 龙井', '/pipeline 小红书', '/pipeline 本月', '/pipeline stale', '/lost 2', '/lost 2 太贵了，下次', '/lostreasons', '/pipeline lost', '/reopen 2', '/lost 2 交货太慢', '/lostreasons add 交货太慢', '/pipeline lost', '/stages remove 报价', '/stages remove 报价 接洽', '/undo', '/stages rename 报价 询价', '/find 意向:询价', '/pipeline conversion', '/stages remove 成交', '/move 1 成交', '/pipeline won', '/leads', '/undo', '/undo'],
    ['/settings language en', '/pipeline', '/stages', '/lead 1', '/lead 1 expected friday', '/lead 1 next step call', '/move 1', '/stages add Sample 2 40 percent 2 weeks', '/stages foo', '/stages quoted 160%', '/stages quoted blah', '/lost 2', '/lostreasons', '/pipeline lost', '/pipeline conversion', '/pipeline foo bar'],
  ]) for (const line of lines) console.log(`>>> ${line}\n${show(await house.say(line))}`);
});
