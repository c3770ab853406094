import { own } from '../../own.ts';

const eastern = ['America/New_York'];
const central = ['America/Chicago'];
const pacific = ['America/Los_Angeles'];
const toronto = ['America/Toronto'];
const venezuela = ['America/Caracas'];

/**
 * Where else a famous name is a city's: those of at least 20,000 people, by their censuses. Whoever writes the name alone may live there.
 */
const ELSEWHERE: Readonly<Record<string, readonly string[]>> = {
  'london 伦敦 倫敦': toronto,
  'birmingham 伯明翰': central,
  'athens 雅典': eastern,
  'paris 巴黎': central,
  'manchester 曼彻斯特': eastern,
  'melbourne 墨尔本': eastern,
  'naples 那不勒斯': eastern,
  'rome 罗马': eastern,
  'dublin 都柏林': [...eastern, ...pacific],
  'moscow 莫斯科': pacific,
  'sydney 悉尼': ['America/Halifax'],
  'perth 珀斯': ['Europe/London'],
  'lima 利马': eastern,
  'vancouver 温哥华': pacific,
  'barcelona 巴塞罗那': venezuela,
  'valencia 瓦伦西亚': venezuela,
  'santiago 圣地亚哥': ['America/Santo_Domingo', 'Europe/Madrid'],
  'cambridge 剑桥': [...eastern, ...toronto],
  'lagos 拉各斯': ['Europe/Lisbon'],
  'hyderabad 海得拉巴': ['Asia/Karachi'],
  'kingston 金斯敦': toronto,
  'halifax 哈利法克斯': ['Europe/London'],
  'florence 佛罗伦萨': [...eastern, ...central],
  'venice 威尼斯': eastern,
  'glasgow 格拉斯哥': central,
  'cleveland 克利夫兰': central,
  'charlotte 夏洛特': central,
  'nashville 纳什维尔': eastern,
  'bristol 布里斯托': eastern,
  'oxford 牛津': [...eastern, ...central],
  'boston 波士顿': ['Europe/London'],
  'portland 波特兰': [...eastern, ...pacific],
  'tripoli 的黎波里': ['Asia/Beirut'],
  'merida 梅里达': [...venezuela, 'Europe/Madrid'],
  'cordoba 科尔多瓦': ['Europe/Madrid'],
  'frankfurt 法兰克福': eastern,
  'delhi 德里': toronto,
  'odessa 敖德萨': central,
  victoria: ['America/Vancouver', ...central],
  salisbury: ['Australia/Adelaide', ...eastern],
  richmond: [...eastern, ...pacific, 'America/Vancouver', 'Europe/London'],
  'hamilton 汉密尔顿': [...toronto, 'Pacific/Auckland'],
  'newcastle 纽卡斯尔': ['Australia/Sydney', 'Africa/Johannesburg'],
  springfield: [...eastern, ...central, ...pacific],
  columbus: eastern,
  'san juan': ['America/Argentina/San_Juan'],
  petersburg: eastern,
  'st petersburg 圣彼得堡': eastern,
  'saint petersburg': eastern,
  'amsterdam 阿姆斯特丹': eastern,
  'geneva 日内瓦': eastern,
  troy: eastern,
};

const BY_NAME = Object.fromEntries(
  Object.entries(ELSEWHERE).flatMap(([names, zones]) => namesOf(names).map((name) => [name, zones])),
);

/** A name of several words stands alone; else a Chinese one follows it. */
function namesOf(names: string): string[] {
  const chinese = names.match(/\p{Script=Han}+/gu) ?? [];
  return [names.replace(/\p{Script=Han}+/gu, '').trim(), ...chinese];
}

/** The zones of other cities of that name, as `foldText` makes it. */
export const namesakesOf = (city: string): readonly string[] => own(BY_NAME, city) ?? [];
