import { headWords } from '../cut.ts';
import { fold } from '../fold.ts';
import { cleanName } from '../normalise.ts';

export const LONGEST_COMPANY = 120;

/** Legal forms, which stand behind a name or in front of it, without their dots. */
const FORMS = new Set(
  `inc incorporated corp corporation co company ltd limited llc llp lp plc gmbh mbh ag kg kgaa ohg gbr ug ek ev se sa sarl sas sasu
  eurl srl srls spa snc sl slu bv nv vof oy oyj ab as asa aps pty pte pvt kk sro doo kft zrt sp zoo oo ooo group holding holdings`.split(
    /\s+/,
  ),
);

const HAN_FORM =
  /(?:(?:股份|有限责任|有限|集团|控股|责任|分)*公司|集团|控股|股份|有限合伙|合伙企业|个体工商户|株式会社|有限会社|合同会社)$/u;
const HAN_FORM_FRONT = /^(?:株式会社|有限会社|合同会社)/u;

/** Where companies are: a name begins with it where it is written in full. */
const PLACES =
  '北京|天津|上海|重庆|香港|澳门|台湾|台北|内蒙古|广西|西藏|宁夏|新疆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|中国|' +
  '石家庄|唐山|太原|大同|呼和浩特|包头|沈阳|大连|长春|哈尔滨|南京|苏州|无锡|常州|南通|扬州|徐州|镇江|盐城|杭州|宁波|温州|嘉兴|湖州|绍兴|金华|义乌|台州|合肥|芜湖|黄山|福州|厦门|泉州|漳州|武夷山|南昌|景德镇|' +
  '济南|青岛|烟台|潍坊|威海|临沂|郑州|洛阳|信阳|武汉|宜昌|长沙|株洲|岳阳|广州|深圳|珠海|佛山|东莞|中山|惠州|汕头|潮州|南宁|桂林|海口|三亚|成都|绵阳|雅安|贵阳|遵义|昆明|大理|普洱|西安|咸阳|兰州|西宁|银川|乌鲁木齐';
const HAN_PLACE = new RegExp(`^(?:(?:${PLACES})(?:省|市|自治区|特别行政区)?)+`, 'u');
/** As short as a name can be: what is left of 云南茶业 behind its place is no name of its own, but of 杭州云山茶业 it is. */
const SHORTEST_HAN = 3;

/**
 * What ways of writing one company have in common: 'acme' of ACME Inc. and Acme GmbH, 云山茶业 of 杭州云山茶业有限公司. Equal ones may be
 * one and the same, and need not.
 */
export function companyCore(name: string): string {
  const folded = fold(cleanName(name, LONGEST_COMPANY)).replace(/[（(【[][^（）()【】[\]]{0,30}[)）】\]]/gu, ' ');
  const words = folded.replace(/[.'’]/gu, '').match(/[\p{L}\p{N}]+/gu) ?? [];
  const core = /\p{Script=Han}/u.test(folded) ? hanCore(words.join('')) : withoutForms(words).join('');
  return core || words.join('') || folded.trim();
}

function withoutForms(words: readonly string[]): string[] {
  const kept = words[0] === 'the' && words.length > 1 ? words.slice(1) : [...words];
  while (kept.length > 1 && (FORMS.has(kept.at(-1)!) || kept.at(-1) === 'and')) kept.pop();
  return kept;
}

function hanCore(name: string): string {
  let core = name.replace(HAN_FORM_FRONT, '');
  for (let turn = 0; turn < 3 && HAN_FORM.test(core); turn += 1) core = core.replace(HAN_FORM, '');
  const bare = core.replace(HAN_PLACE, '');
  return [...bare].length >= SHORTEST_HAN ? bare : core;
}

/** A name as it is kept: one line, no longer than names are. */
export const companyName = (typed: string): string => cleanName(typed, LONGEST_COMPANY);

/** Forms that end a name wherever they stand: others are words as well, or stand in the middle. */
const ENDING =
  /^(.{1,100}?\s(?:ltd|limited|llc|inc|gmbh|corp|plc|bv|srl|sarl)\.?|.{1,100}?公司)[\s,，]+(?=[\p{L}\p{N}])(.{1,100})$/iu;

/** 'Beta Ltd buyer': a name that ends with its legal form, and what stands behind it. */
export function splitAtForm(words: string): { name: string; rest: string } | undefined {
  const [, name, rest] = ENDING.exec(words) ?? [];
  const first = rest?.split(/\s/u)[0]?.toLowerCase().replace(/[.&]/gu, '') ?? '';
  return name && rest && !FORMS.has(first) ? { name, rest } : undefined;
}

const LONGEST_NAMES = 200;
/** What joins two names; a comma may also stand before what somebody does. */
const JOINED = /^\s*(?:[、;；&＆]|(?:and|und|et|y)\s|[和与及])\s*(?=\p{L})/iu;
const COMMA = /^\s*[,，]\s*(?=\p{L})/u;
/** As people are called: Carla Voss. */
const TWO_CAPITALS = /^\p{Lu}[\p{Ll}'’-]+(?:\s\p{Lu}[\p{L}'’.-]*){1,2}$/u;

/** Words behind somebody's name that may name further people, and whether they surely do. */
export function furtherNames(words: string): { names: string[]; sure: boolean } | undefined {
  const joined = JOINED.test(words);
  if (!joined && !COMMA.test(words)) return undefined;
  const names = headWords(words, LONGEST_NAMES)
    .replace(/^(?:\s|[,，、;；&＆和与及]|(?:and|und|et|y)\s)+/iu, '')
    .split(/\s*(?:[,，、;；&＆]|\s(?:and|und|et|y)\s|[和与及])\s*/iu)
    .map((name) => name.trim())
    .filter(Boolean);
  return names.length > 0 ? { names, sure: joined || names.some((name) => TWO_CAPITALS.test(name)) } : undefined;
}
