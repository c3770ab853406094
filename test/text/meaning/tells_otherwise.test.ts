import { describe, expect, it } from 'vitest';
import type { Meaning } from '../../../src/text/meaning/meaning.ts';
import { saysTaxRate, tellsOtherwise } from '../../../src/text/meaning/tells_otherwise.ts';
import { withoutDeed } from '../../../src/text/person/new_person.ts';
import { priceSaid } from '../../../src/text/sentence/theirs/price.ts';

describe('what ends something is meant only where a word of its own says so', () => {
  it.each<[Meaning, string]>([
    ['lost', 'tom wants it by 14 june'],
    ['lost', 'tom went quiet, nudge him wednesday'],
    ['lost', 'priya - chase menu'],
    ['lost', '周敏又要了'],
    ['ticketResolve', 'hana ticket: sending a replacement tomorrow'],
    ['ticketResolve', '韩梅售后：明天补发'],
    ['unsubscribe', 'nadia wants one more mug'],
    ['unsubscribe', '陶哥还要一饼'],
    ['deletePerson', "delete nadia's last note"],
    ['leadAmount', '王建国报价改成250一斤'],
    ['leadAmount', 'tom is at 12 each now'],
    ['merge', 'tag priya and maja vip'],
    ['merge', 'maja 的见面改到周五'],
    ['orderCancel', '每两周给何志远发新茶单'],
    ['undo', 'back now'],
    ['quoteTax', 'priya vat no GB123456789'],
  ])('%s is not %s', (meaning, text) => expect(tellsOtherwise(meaning, text)).toBe(true));

  it.each<[Meaning, string]>([
    ['lost', 'tom went with someone cheaper'],
    ['lost', "tom doesn't want it"],
    ['lost', 'Tom is out'],
    ['lost', '周敏不要了 嫌贵'],
    ['lost', '那单黄了'],
    ['ticketResolve', 'kate is happy now'],
    ['ticketResolve', '小雨的处理完了'],
    ['merge', 'gus and Gus Bell are the same person'],
    ['merge', '这两个是同一个人'],
    ['orderCancel', 'tom changed his mind'],
    ['orderCancel', '阿珍那单退了'],
    ['undo', 'bring tom back'],
    ['undo', '弄错了'],
    ['quoteTax', 'dan quote plus 20% vat'],
    ['unsubscribe', 'nadia wants no more emails'],
    ['deletePerson', 'delete nadia'],
    ['leadAmount', '王建国的意向改成5200'],
  ])('%s may well be %s', (meaning, text) => expect(tellsOtherwise(meaning, text)).toBe(false));
});

it.each([
  ['plus 20% vat', true],
  ['add 20 vat to dan', true],
  ['charge her vat at 20', true],
  ['报价税率13', true],
  ['加13个点', true],
  ['£1,450 + vat, 2 weeks turnaround', false],
  ['vat, 3 rooms', false],
  ['含税，10天交货', false],
])('%s says the rate of a tax: %s', (text, is) => expect(saysTaxRate(text)).toBe(is));

it.each([
  ["bring tom's box order up to 25", undefined],
  ['change the mug order to 30', undefined],
  ["bring tom's order down to 80", 'to'],
  ["bring tom's box order up to £25", 'to'],
  ['change the box order total to 90', 'to'],
])('%s speaks of a price: %s', (text, is) => expect(priceSaid(text)?.is).toBe(is));

it.each([
  ['刘娜报价', '刘娜'],
  ['刘娜', '刘娜'],
  ['老报价', '老报价'],
  ['Nina quote', 'Nina quote'],
])('of %s the name is %s', (name, bare) => expect(withoutDeed(name)).toBe(bare));
