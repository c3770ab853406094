import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { isPaymentLure } from '../../../src/domain/triage/lure.ts';
import { type House, testHouse } from '../../support/house.ts';
import { mailsIn, rawMail, withMail } from '../../support/letters/raw_mail.ts';
import { growsTooFast, repeated } from '../../support/linear.ts';

let house: House;
beforeAll(async () => {
  house = withMail(await testHouse());
});
beforeEach(async () => {
  await house.reset();
});

const urgentOf = async () => (await house.cards()).at(-1)!.fields?.find(({ label }) => label === '紧急')?.value;
const from = (Subject: string, text: string) => rawMail({ From: 'Pay <kim@berg.example>', Subject }, text);

const LURES: [string, string][] = [
  ['银联付款异常', '尊敬的商户：您的收款账户付款异常，请于24小时内登录 http://x.example 核实。'],
  ['付款异常', '【银联】付款异常，请点击链接处理'],
  ['交易失败', '您名下的交易支付失败，账户将被冻结，请尽快核实身份。'],
  ['银联付款异常', '您好，您的付款异常，请核实。'],
  ['Payment failed', 'Your payment failed. Please verify your billing details at https://x.example'],
  ['Card declined', 'Dear customer, your card was declined. Log in to restore your account.'],
];
const CRIES: [string, string][] = [
  ['付款', '我在你们网站付款失败了，钱被扣了两次'],
  ['付款', '你们小程序付款异常，付不了'],
  ['付款失败', '付款一直失败，怎么买？'],
  ['Payment', 'I cannot pay: payment failed three times. https://shop.example/checkout'],
  ['Order 1042', 'My card was charged twice for order 1042.'],
];

describe('trouble with a payment', () => {
  it.each(LURES)('(%s) that a stranger lays at the reader’s door does not ring', async (subject, text) => {
    await mailsIn(house, from(subject, text));
    expect(await urgentOf()).toBeUndefined();
  });

  it.each(CRIES)('(%s) of a stranger who speaks of what they buy rings', async (subject, text) => {
    await mailsIn(house, from(subject, text));
    expect(await urgentOf()).toBe('付款出错');
  });

  it.each(LURES.slice(2, 4))(
    '(%s) rings of a customer whom the owner has answered, however it is put',
    async (subject, text) => {
      await mailsIn(house, from('Oolong', 'How much is the oolong?'));
      await house.say('/reply c1 It is 20 dollars');
      await mailsIn(house, from(subject, text));
      expect(await urgentOf()).toBe('付款出错');
    },
  );
});

it.each(['您的付款', 'your account ', 'we have '])(
  'a text of %s is looked through in time proportional to its length',
  (unit) => {
    expect(growsTooFast(isPaymentLure, repeated(unit))).toBeUndefined();
  },
);
