import { beforeAll, describe, expect, it } from 'vitest';
import type { Reply } from '../../src/domain/reply.ts';
import { buttonsOf, type House, telegramMessage, testHouse } from '../support/house.ts';

/** Written under a card by somebody who means us: each is asked about before anything leaves. */
const OURS = {
  'zh-CN': [
    '备注：这人难缠',
    '备注急性子',
    '撤回',
    '撤消',
    '先别发',
    '拉黑他',
    '任务：明天给他打电话',
    '标签：难缠',
    '暂缓到周一',
    '解决1',
    '丢单：太贵',
    '回复您好',
    '#难缠',
    '备注:爱砍价',
    '備註：老賴',
    '标签难缠',
    '赢单500',
    '丢单太贵',
    '拉黑',
    '拉黑这个人',
    '等等',
    '别发',
    '不发了',
    '等一下',
    '撤回！',
    '先别发啊',
    '撤回上一条',
    '刚才那条别发',
    '发错了',
    '算了',
    '。备注 难缠',
    '。撤销',
    '完成1',
    '任务明天给他回电话',
    '备注此人信用不好',
    '备注：他老是拖款',
    '【备注】难缠',
    '删除他',
    '删除这个客户',
    '记一下：喜欢绿茶',
    '待办：周五寄样',
    '撤销',
    '撤销！',
    '拉黑。',
    '#vip #老客户',
    '线索：白茶十斤 3000',
    '线索白茶十斤3000',
    '暂缓3天',
    '好的，明天发\n/备注 这人难缠',
    '好的\n//难缠',
    '取消发送',
    '推迟1 明天9点',
    '撤銷',
    '工单：杯子碎了',
    '收件箱',
    '黑名单',
    '回复：您好，已发货',
    '别发给他',
    '哎等等',
    '慢着',
    '不要发',
    '先不发',
  ],
  en: [
    'note difficult client',
    'undo',
    'cancel',
    'block',
    'won 500',
    'delete',
    'tag #vip',
    'inbox',
    '.note difficult',
    'wait',
    'hold on',
    "don't send",
    'stop',
    'Note: difficult client',
    'note he never pays on time',
    'Note difficult client',
    'NOTE difficult',
    'block him',
    'delete him',
    'block Anna',
    'tag difficult',
    'lost too expensive',
    'lost: too expensive',
    'task call him tomorrow',
    'task: call back on friday',
    'snooze tomorrow',
    'snooze 3d',
    'done 1',
    'resolve 12',
    'undo 12',
    'Undo!',
    'Wait!',
    'wait wait',
    'oh wait',
    "no wait, don't send",
    "Don't send that!",
    'do not send it yet',
    'hold on!!',
    'take it back',
    'unsend',
    'never mind',
    'cancel that',
    'delete that message',
    'oops wrong person',
    '#difficult',
    'lead logo design 500',
    'won 500 EUR',
    'won: 500',
    'lost',
    'tickets',
    'contact c3',
    'reply Thanks, on its way',
    'ticket cup broken',
    'later tomorrow 9am Good morning',
    'quote Logo 2x300',
    'away 3d',
    'memo: bad payer',
    'todo: send samples',
    '!note bad payer',
    'snooze',
    'postpone 1 tomorrow 9am',
    'Fine, tomorrow then\n/note bad payer',
    'rename Anna Jones',
    'note - bad payer',
    'find smith',
    'scheduled',
    'ban him',
  ],
};

/** Answers like any other. */
const THEIRS = {
  'zh-CN': [
    '好的',
    '收到',
    '回复：',
    '您好，已经发货了',
    '稍等',
    '请稍等',
    '等一下哈',
    '请等一下',
    '备注好了',
    '备注一下您的电话就行',
    '备注里写清楚颜色即可',
    '备注栏填写门牌号',
    '回复晚了，抱歉',
    '取消了，钱已退回',
    '取消订单请点这里',
    '完成了',
    '解决了',
    '解决方案如下，请查收',
    '状态：已发货',
    '报价：白茶三斤共2400元',
    '链接：https://example.com/x',
    '稍后发您',
    '稍后发货',
    '稍后发给您',
    '任务完成了',
    '标签已经贴好了',
    '标签纸要什么颜色的？',
    '删除后重启就可以',
    '合并发货可以吗',
    '推迟几天可以吗',
    '没问题',
    '不用谢',
    '一斤 ¥1280',
    '可以的，明天下午到',
    '工单已提交',
    '城市：上海可以送',
    '客户都说好喝',
    '全文如下',
    '设置里可以改',
    '帮助到您就好',
    '线索列表我发您',
    '#3001',
    '#12',
    '是的',
    '不是',
    '停车场在后面',
    '算了一下，一共300元',
    '等您消息',
    '发错了，给您重发一份',
    '撤回的消息我没看到，您再发一次',
    '别发顺丰，发邮政是吗',
    '不发邮费到付的',
    '先别发货是吗？',
    '待会儿给您发',
    '1280',
    '……',
    '报价稍后发您',
    '查找一下再回复您',
    '改名手续要一周',
    '外出三天，周四回复您',
    '暂停营业到周一',
    '屏蔽门坏了，请走侧门',
    '客户您好',
    '连接断了，我再试试',
    '搜索一下我们的店名就能找到',
  ],
  en: [
    'Note that we close at 5',
    'Cancel anytime',
    'Block 5 is free',
    'Yes',
    'Thanks!',
    'Done',
    'Done!',
    'Later today',
    'Later is fine',
    'Note: we close early on Sundays',
    'Note the colour may vary',
    "Reply to this mail and we'll sort it out",
    'Contact us at hello@example.com',
    'Lead time is 3 weeks',
    'Lead time 3 weeks',
    'Lost in transit, sorry',
    'Lost parcels are refunded in full',
    'Quote attached',
    'Find attached the invoice',
    'Find us on Maple Street',
    'Ticket received',
    'Task completed',
    'Add 2 more?',
    'Help is on the way',
    'Status: shipped',
    'Message me anytime',
    'Search our site for blue',
    'Link: https://example.com/x',
    'Pair them with a belt',
    'Confirm your address please',
    'Split payment is possible',
    'Join us on Friday',
    'Export takes a week',
    'Connect the cable first',
    'Resume on Monday',
    'City centre, near the station',
    'Away until Monday',
    'Edit the order in your account',
    'Delete the app and install it again',
    'Hold on, let me check',
    'Wait, which colour did you want?',
    'Please wait',
    'One moment',
    'Stop by anytime',
    "Stop worrying, it's on its way",
    "Won't be long",
    'It is on its way!',
    'Tag us on Instagram',
    'Undo the top screw first',
    'Block letters please',
    'C',
    'A',
    'Delete cookies and try again',
    'File attached',
    'Settings > Account > Language',
    'Reply within two days please',
    'Snooze button is on top',
    '#12',
    '#3001 has shipped',
    'Digest mode is under preferences',
    'Merge lanes after the bridge',
    'Tickets are sold at the door',
    'Postpone? No problem',
    'Note taken',
  ],
};

/** Answers that begin with a command's name: a few of these may be asked about. */
const HARD = {
  'zh-CN': [
    '备注我看到了',
    '备注已收到',
    '备注可以改',
    '备注一栏不用填',
    '备注颜色就行',
    '备注您写的我们会看',
    '任务已经安排了',
    '任务奖励明天到账',
    '标签撕掉就行',
    '标签机坏了',
    '标签上有保质期',
    '拉黑是误会，已经解除',
    '完成付款后我们马上发',
    '完成后告诉我',
    '完成度80%',
    '取消的话请告诉我',
    '取消预约要提前一天',
    '撤销申请就好',
    '撤销退款申请后才能重新发货',
    '解决办法是重装',
    '解决之后联系您',
    '合并付款',
    '合并成一单发',
    '删除那一条评论就可以',
    '回复慢了抱歉',
    '回复您晚了',
    '回复已发您邮箱',
    '推迟到周五发货',
    '推迟一天',
    '暂缓发货可以吗',
    '暂缓几天您看行吗',
    '线索我查一下',
    '工单号是 4512',
    '工单正在处理',
    '报价单已发',
    '报价在附件',
    '报价含税',
    '查找订单号请看短信',
    '搜索店名',
    '客户满意最重要',
    '客户您放心',
    '链接发您了',
    '链接打不开的话换浏览器',
    '状态更新了',
    '设置好了',
    '帮助中心有说明',
    '连接WiFi后再试',
    '城市配送当天到',
    '时间线我整理好发您',
    '任务单在这里',
    '别发火嘛，马上处理',
    '别发愁',
    '不发霉的',
    '不发胶水味',
    '停车免费',
    '停电了，晚点回复您',
    '等等我查一下',
    '等下发您',
    '等一下，我看看',
    '算了吧，这次免邮给您',
  ],
  en: [
    'Note the new address: 5 Main St',
    'Notes are in the box',
    'Note to self: never mind, all good on your order',
    'Task is done',
    'Tasks like this take a day',
    'Tag is on the back',
    'Tags can be removed',
    'Blocks ship tomorrow',
    'Block C, second floor',
    'Block out the sun with this',
    'Lost and found is at the desk',
    'Lost your receipt? No problem',
    'Won the award last year',
    'Lead in the glaze is zero',
    'Leads are not included',
    'Lead singer is my cousin',
    'Ticket price includes tax',
    'Ticket number is 4512',
    'Quote is valid for 30 days',
    'Quote 300 EUR plus VAT',
    'Quote: 300 EUR',
    'Reply by Friday works',
    'Reply with your size',
    'Reply YES to confirm',
    'Cancel before 6pm',
    'Cancel and rebook online',
    'Cancel? Sure',
    'Delete the old one',
    'Undo the clasp gently',
    'Wait for the doorbell',
    'Wait until Monday please',
    'Hold on tight',
    'Hold on to the receipt',
    'Stop at the blue door',
    'Stopped by earlier',
    'Find the manual on our site',
    'Find it under Orders',
    'Search for oolong',
    'Contact details are on the card',
    'Contact is Maria',
    'Split in two boxes',
    'Split shipment',
    'Merge both orders, sure',
    'Help yourself',
    'Inbox me the photos',
    'Status is shipped',
    'Digest the news',
    'Link in bio',
    'Link below',
    'Done deal',
    'Done by Friday',
    'Resolved',
    'Resolve takes a day',
    'Export licence needed',
    'Rename it in settings',
    'Snooze the alarm first',
    'Later this week',
    'Later on Friday, around 5pm?',
    'Away from my desk, back at 3',
    'Language is no problem',
    'City tax is included',
    'Message received',
    'Copies are 2 EUR each',
    'Never mind the mess',
    'Never mind, it happens',
    'Recall is only for 2023 models',
  ],
};

describe.each(['zh-CN', 'en'] as const)('words under a card (%s)', (locale) => {
  let house: House;
  let card: string;
  beforeAll(async () => {
    house = await testHouse({ locale });
    await begin();
  });

  async function begin(): Promise<void> {
    await house.reset();
    await house.db.autocommit`update users set locale = ${locale}`;
    await house.happen(telegramMessage('hello', { from: { address: '1001', name: 'Anna Smith' } }));
    await house.deliver();
    const rows = await house.outbox();
    card = rows.findLast(({ audience, conversationId }) => audience === 'owner' && conversationId === '1')!.externalId!;
  }
  async function under(text: string): Promise<Reply> {
    await house.type(text, { answers: [card] });
    return (await house.cards()).at(-1)!;
  }
  const said = async () =>
    (
      await house.db.sql<{ text: string }>`select text from messages where direction <> 'in' and user_id is not null`
    ).map(({ text }) => text);
  async function asks(text: string): Promise<boolean> {
    await under(text);
    const gone = (await said()).length > 0;
    await house.db.autocommit`delete from messages where direction <> 'in' and user_id is not null`;
    return !gone;
  }

  it('that are meant for us never leave before the owner has said so', async () => {
    const sent: string[] = [];
    for (const text of OURS[locale]) if (!(await asks(text))) sent.push(text);
    expect(sent).toEqual([]);
  });

  it('that are answers leave, and hardly one is asked about', async () => {
    const share = async (answers: string[]): Promise<number> => {
      let asked = 0;
      for (const text of answers) if (await asks(text)) asked += 1;
      return asked / answers.length;
    };
    expect(await share(THEIRS[locale])).toBeLessThanOrEqual(0.05);
    expect(await share(HARD[locale])).toBeLessThanOrEqual(0.12);
  });

  it('can be sent to the customer named on the button, or done', async () => {
    await begin();
    const [note, sendTo] =
      locale === 'en' ? ['Note: difficult client', 'Send to Anna Smith'] : ['备注：难缠', '发给 Anna Smith'];
    const reply = await under(note);
    expect(buttonsOf(reply).map(({ command }) => command)).toEqual([
      `/reply c1 ${note}`,
      `/note ${note.replace(/^.*?[:：]\s*/, '')}`,
    ]);
    await house.press(sendTo);
    expect(await said()).toEqual([note]);
  });

  it('that take back an answer which is held keep it waiting, and can call it back', async () => {
    await begin();
    await house.db.autocommit`insert into settings (key, value) values ('undoSend', '5'::jsonb)`;
    await under(locale === 'en' ? 'It is on its way' : '已经发货');
    const reply = await under(locale === 'en' ? 'wait, do not send' : '先别发');
    const [, keep] = buttonsOf(reply);
    const [row] = await house.db.sql<{ waits: boolean }>`
      select run_at > now() + interval '30 s' as waits from outbox where audience = 'customer' and state = 'queued'`;
    expect(row?.waits).toBe(true);
    await house.press(keep!.command);
    expect(await said()).toEqual([]);
  });

  it('with a file are held when they say what no customer should read', async () => {
    await begin();
    const attachments = [{ kind: 'photo' as const, ref: 'photo-1' }];
    await house.type(locale === 'en' ? 'note: difficult client' : '备注：难缠', { answers: [card], attachments });
    expect(await said()).toEqual([]);
  });
});
