import { describe, expect, it } from 'vitest';
import { namesOptOut } from '../../../src/text/sms/opt_out.ts';

describe('a text tells its reader how to get no more', () => {
  it.each([
    'New tea is in. Reply STOP to opt out.',
    'New tea. Reply STOP',
    'Txt STOP to end.',
    'New tea. STOP to opt out',
    'STOP2END',
    'The new teas are here. STOP ends these.',
    'Opt out: STOP',
    'Opt-out? Reply "STOP".',
    'reply with stop to unsubscribe',
    'Reply END to cancel',
    'Text **STOP** to get no more of these.',
    'Reply UNSUBSCRIBE if you want no more',
    'Unsubscribe: {{ unsubscribe_url }}',
    'Unsubscribe here https://shop.example/u/1',
    '新茶到了，拒收请回复R',
    '新茶到了 退订回T',
    '新茶到了，回T退订',
    '新茶到了，回复TD退订',
    '新茶到了。退订请回复 TD。',
    '新茶到了。不想再收到，请回复「退订」',
    '新茶到了，回复退订即可',
    '回复“退订”不再接收',
    '退訂請回复T',
    '新茶到了，回复T可退',
    '退订点 {{ unsubscribe_url }}',
    '退订请点：https://shop.example/u/1',
    '新茶到了，回TD退',
  ])('%s', (text) => {
    expect(namesOptOut(text)).toBe(true);
  });
});

describe('a word that only stands in a text is no way out', () => {
  it.each([
    '新茶预订，不退订金',
    '订单可退订，放心预约',
    '拒收快递的朋友请联系我们',
    '回T恤到店',
    '回T恤退款到店',
    'Meet us at the Bus STOP cafe',
    'We never STOP brewing',
    'New tea',
    'Send us a picture of your bus stop for the contest',
    'Reply to stop the rumours',
    'Reply END of month for the price list',
    'Text stop by stop guide to your friends',
    '退订金请回复客服',
    '不退订金，请回电话',
    '来请回Y，不来回N',
    '回复R领优惠',
    '回复T领茶，概不退订金',
    '概不退订金，回复T。',
    'Never miss a STOP on our tour, https://shop.example/tour',
    'This offer will not stop, see https://shop.example',
    '拒收快递请看 图文',
    '回复退订金三个字领券',
  ])('%s', (text) => {
    expect(namesOptOut(text)).toBe(false);
  });
});
