import { describe, expect, it } from 'vitest';
import { peopleReadings } from '../../../src/text/person/whom/mixed/readings.ts';

const CLOCK = { now: new Date('2026-11-27T12:00:00Z'), timezone: 'UTC', locale: 'en' as const };

/** Words, and the filter that they say; several, parted by |, where they can be meant in several ways; ? in front: only nearly so. */
const READ = {
  en: `
my vips = vips
all my vips = vips
our regulars = regulars
in Berlin who bought mugs = city:"Berlin" bought:"mugs"
everyone in Berlin who bought mugs = city:"Berlin" bought:"mugs"
people from Berlin who bought a mug = city:"Berlin" bought:"mug"
vips in Berlin = vips city:"Berlin"
my vips who bought mugs = vips bought:"mugs"
people who bought once = ? orders:>=1 | orders:=1
who bought only once = orders:1
who bought exactly once = orders:1
people who bought just once = orders:1
one-time buyers = orders:1
repeat customers = orders:>=2
repeat customers in Berlin = orders:>=2 city:"Berlin"
one-time customers outside Berlin = orders:1 -city:"Berlin"
those who haven't bought since March = ? -last:<=272d | last:>272d
those who bought since March = ? last:<=272d
everyone except Anna and Bob = -Anna -Bob
everyone except Anna, Bob and Kim = -Anna -Bob -Kim
all but Anna Moor and Bob = -"Anna Moor" -Bob
everyone but my vips = -vips
everyone except vips and Bob = -vips -Bob
everyone except vips or leads = -vips -leads
everyone except people who bought mugs = -bought:"mugs"
everyone except those in Berlin = -city:"Berlin"
everyone except vips in Berlin = -vips or -city:"Berlin" | -vips city:"Berlin"
everyone who bought mugs except vips = bought:"mugs" -vips
customers who spent over 500 = spent:>500
customers who spent over $500 = spent:>$500
people who spent less than 20 = spent:<20
who spent at least 100 euros = spent:>=€100
who spent between 100 and 500 = spent:>=100 spent:<=500
who spent 500 or more = spent:>=500
who spent up to 100 = spent:<=100
who spent over 500 and live in Berlin = spent:>500 city:"Berlin"
who have spent at least £100 and speak English = spent:>=£100 lang:en
bought mugs but not a teapot = bought:"mugs" -teapot | bought:"mugs" -bought:"teapot"
who bought mugs and not teapots = bought:"mugs" -teapots | bought:"mugs" -bought:"teapots"
in Berlin and bought mugs but not teapots = city:"Berlin" bought:"mugs" -teapots | city:"Berlin" bought:"mugs" -bought:"teapots"
bought mugs except in Berlin = bought:"mugs" -city:"Berlin"
everyone who bought mugs but not in Berlin = bought:"mugs" -city:"Berlin"
who bought mugs but aren't in Berlin = bought:"mugs" -city:"Berlin"
who bought mugs and are not vips = bought:"mugs" -vips
everyone not in Berlin = -city:"Berlin"
customers outside Berlin = -city:"Berlin"
outside of Berlin = -city:"Berlin"
who don't live in Berlin = -city:"Berlin"
who live in New York = city:"New York"
people in New York or Los Angeles = city:"New York" or city:"Los Angeles"
vips in Berlin and Hamburg = vips city:"Berlin" or vips city:"Hamburg"
customers in Berlin or Hamburg who bought mugs = city:"Berlin" bought:"mugs" or city:"Hamburg" bought:"mugs"
who bought mugs or live in Berlin = bought:"mugs" or city:"Berlin"
who bought mugs and live in Berlin = bought:"mugs" city:"Berlin"
who bought mugs and live in Berlin or spent over 500 = bought:"mugs" city:"Berlin" or spent:>500 | bought:"mugs" city:"Berlin" or bought:"mugs" spent:>500
vips and leads = vips or leads
regulars, vips and leads = regulars or vips or leads
vips and leads in Berlin = vips city:"Berlin" or leads city:"Berlin" | vips or leads city:"Berlin"
vips who live in Berlin or bought mugs = vips city:"Berlin" or vips bought:"mugs"
vips who bought mugs or teapots = vips bought:"mugs" or vips bought:"teapots"
customers who bought both mugs and teapots = bought:"mugs" bought:"teapots"
both vips and regulars = vips regulars
either vips or regulars = vips or regulars
neither vips nor leads = -vips -leads
neither in Berlin nor vips = -city:"Berlin" -vips
vips but not in Berlin = vips -city:"Berlin"
vips not in Berlin = vips -city:"Berlin"
in Berlin but not vip = city:"Berlin" -vip
everyone who isn't a vip = -vip
everyone who is a vip = vip
everyone with #vip = #vip
#vip, not Bob Smith = #vip -"Bob Smith"
vips in Berlin except Bob Smith = vips city:"Berlin" -"Bob Smith"
everyone in Berlin, except vips = city:"Berlin" -vips
customers in Berlin who never bought = city:"Berlin" orders:0
vips who have not bought mugs = vips -bought:"mugs"
customers without an order = orders:0
customers who ordered in the last 3 months = last:<=90d
who bought mugs in the last 30 days = ? bought:"mugs" last:<=30d
who haven't bought for 60 days = last:>60d
English speakers = lang:en
who speak English = lang:en
with birthdays this month = birthday:"this month"
everyone whose birthday is this month = birthday:"this month"
those who bought twice or more = orders:>=2
the mug buyers = bought:"mug"
the three mug buyers = ? bought:"mug"
buyers of blue mugs = bought:"blue mugs"`,
  'zh-CN': `
我的vip = vip
我们的vip客户 = vip
vip们 = vip
所有老客 = 老客
上海以外的客户 = -city:"上海"
除上海外的客户 = -city:"上海"
除上海以外的老客 = 老客 -city:"上海"
除老客外所有人 = -老客
除老客外的所有人 = -老客
除了老客的所有人 = -老客
除老客和vip外的客户 = -老客 -vip
除了王强、李明和小陈 = -王强 -李明 -小陈
除了上海和杭州的 = -city:"上海" -city:"杭州"
除了上海的老客以外的所有人 = -city:"上海" or -老客
除了买过龙井的 = -bought:"龙井"
除了买过龙井的所有人 = -bought:"龙井"
除了没买过龙井的 = bought:"龙井"
所有人（王强除外） = -王强
所有人，王强除外 = -王强
王强除外 = -王强
所有人除了王强和李明 = -王强 -李明
只买过一次的 = orders:1
只买过一次的客户 = orders:1
买过一次的 = ? orders:>=1 | orders:=1
买过两次以上的老客 = orders:>=2 老客
下单超过3次的 = orders:>3
下单三次以上的上海客户 = orders:>=3 city:"上海"
买过龙井没买过普洱的 = bought:"龙井" -bought:"普洱"
买过龙井但没买过普洱的 = bought:"龙井" -bought:"普洱"
没买过龙井也没买过普洱的 = -bought:"龙井" -bought:"普洱"
不在上海也没买过龙井的 = -city:"上海" -bought:"龙井"
买过龙井但不在上海的 = bought:"龙井" -city:"上海"
买过龙井而且在上海的 = bought:"龙井" city:"上海"
在上海买过龙井的 = city:"上海" bought:"龙井"
上海买过龙井的 = city:"上海" bought:"龙井"
上海买过龙井的客户 = city:"上海" bought:"龙井"
上海的买过龙井的客户 = city:"上海" bought:"龙井"
上海或者杭州买过龙井的 = city:"上海" or city:"杭州" bought:"龙井" | city:"上海" bought:"龙井" or city:"杭州" bought:"龙井"
龙井和普洱都买过的 = bought:"龙井" bought:"普洱"
买过龙井和普洱的 = ? bought:"龙井" bought:"普洱" | bought:"龙井" or bought:"普洱"
买过龙井或普洱的老客 = bought:"龙井" 老客 or bought:"普洱" 老客
买过龙井的vip = bought:"龙井" vip
买过龙井的上海老客 = bought:"龙井" city:"上海" 老客
买过龙井的老客和vip = bought:"龙井" 老客 or bought:"龙井" vip | bought:"龙井" 老客 or vip
买过龙井的，除了王强 = bought:"龙井" -王强
没买过龙井的老客 = -bought:"龙井" 老客
没买过的上海客户 = orders:0 city:"上海"
没买过东西的老客 = orders:0 老客
从没下过单的 = orders:0
没下过单的客户 = orders:0
最近三个月下过单的 = last:<=90d
最近三个月下过单的客户 = last:<=90d
最近三个月没下过单的 = last:>90d
三个月没来的 = ? last:>90d | quiet:90d
两个月没来的老客 = ? last:>60d 老客 | quiet:60d 老客
三月以来没买过的 = ? -last:<=272d | last:>272d
三月份以后没买的 = ? -last:<=272d | last:>272d
今年买过的 = ? last:<=331d
上个月买过龙井的 = ? bought:"龙井" last:<=58d
消费超过500的 = spent:>500
消费500以上的 = spent:>=500
消费满500的客户 = spent:>=500
消费不到100的 = spent:<100
消费100到500的 = spent:>=100 spent:<=500
花了500以上的上海客户 = spent:>=500 city:"上海"
消费超过500的上海客户 = spent:>500 city:"上海"
消费500元以上并且在上海的 = spent:>=500 city:"上海"
老客和vip = 老客 or vip
老客或vip = 老客 or vip
老客和vip里买过龙井的 = 老客 bought:"龙井" or vip bought:"龙井"
是老客又是vip的 = 老客 vip
既是老客又是vip的 = 老客 vip
老客里在上海的 = 老客 city:"上海"
上海的老客 = city:"上海" 老客
上海老客 = city:"上海" 老客
上海的vip客户 = city:"上海" vip
上海和杭州的客户 = city:"上海" or city:"杭州"
上海、杭州和苏州的老客 = city:"上海" 老客 or city:"杭州" 老客 or city:"苏州" 老客
上海或杭州的vip = city:"上海" vip or city:"杭州" vip
不在上海和杭州的 = -city:"上海" -city:"杭州"
不在上海的老客 = -city:"上海" 老客
不住在上海的 = -city:"上海"
住在上海的老客 = city:"上海" 老客
在上海但不是老客的 = city:"上海" -老客
老客但不在上海的 = 老客 -city:"上海"
老客，但不要上海的 = 老客 -city:"上海"
非老客 = -老客
不是老客的 = -老客
不是老客也不在上海的 = -老客 -city:"上海"
说英文的 = lang:en
说英语的老客 = lang:en 老客
本月生日的老客 = birthday:"本月" 老客
下个月过生日的上海客户 = birthday:"下个月" city:"上海"`,
};
/** Nothing of these is read in parts: they say more, or something else. */
const NOT_READ = [
  ...[
    'not vip',
    'vips who complained',
    'people who like tea',
    'everyone over 50',
    'everybody new',
    'everyone on the list',
  ],
  ...[
    'everyone exept Bob Smith',
    'everyone besides Bob',
    'everyone I met at the fair',
    'whose order is late',
    'who bought in Berlin',
  ],
  ...[
    'in Berlin tomorrow',
    'everyone in Berlin tomorrow',
    'who bought mugs for their mother',
    'everyone who only bought mugs',
  ],
  ...[
    'everyone who did not unsubscribe',
    'customers who spent over 500 this year',
    'last 3 months buyers',
    'first-time buyers',
  ],
  ...[
    'who bought mugs -Bob',
    'customers',
    'everyone',
    'who',
    'vips except except Bob',
    'tag:vip in Berlin',
    '"vips" in Berlin: hello',
  ],
  ...[
    '所有人',
    '客户',
    '除了',
    '没付款的',
    '投诉过的',
    '昨天没来的',
    '只买过龙井的',
    '购买力很强的',
    '说日语的',
    '明天来的',
    '上次说要的',
  ],
  ...['除夕买过的', '花了200以上500以下的', '消费最多的10个客户', '名单上的', '买过龙井三次以上的'],
];

describe.each(['en', 'zh-CN'] as const)('plain words for people, put together of parts (%s)', (locale) => {
  const rows = READ[locale].trim().split('\n');
  it('are read as the filter that they say, or as each of those that they may', () => {
    expect(rows.length).toBeGreaterThanOrEqual(80);
    const wrong = rows.filter((row) => {
      const [words = '', filters = ''] = row.split(' = ');
      const said = peopleReadings(words, CLOCK);
      const shown = said && `${said.ask ? '? ' : ''}${said.filters.join(' | ')}`;
      return shown !== filters;
    });
    expect(wrong).toEqual([]);
  });
});

it('control: what is not understood whole is not read', () => {
  expect(NOT_READ.filter((words) => peopleReadings(words, CLOCK) !== undefined)).toEqual([]);
});
