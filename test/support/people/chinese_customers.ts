import type { Known } from '../../../src/domain/merge/likeness/traits.ts';

/** A made-up customer of a Chinese shop; `person` says who they really are. */
export interface Customer extends Known {
  person: number;
}

const SURNAMES = [...'王王王王李李李李张张张刘刘刘陈陈杨赵黄周吴徐孙胡朱高林何郭马罗'];
const GIVEN = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华慧建文辉玲红宇浩欣怡梓涵晓佳雪晨阳思雨博轩婷萍'];
const TRADITIONAL: Record<string, string> = {
  ...{ 张: '張', 刘: '劉', 陈: '陳', 杨: '楊', 赵: '趙', 黄: '黃', 吴: '吳', 孙: '孫', 马: '馬', 罗: '羅' },
  ...{ 伟: '偉', 静: '靜', 丽: '麗', 强: '強', 军: '軍', 艳: '艷', 杰: '傑', 涛: '濤', 刚: '剛', 华: '華', 晓: '曉', 阳: '陽' },
}; // biome-ignore format: a table
const PINYIN: Record<string, string> = Object.fromEntries(
  `王wang 李li 张zhang 刘liu 陈chen 杨yang 赵zhao 黄huang 周zhou 吴wu 徐xu 孙sun 胡hu 朱zhu 高gao 林lin 何he 郭guo 马ma 罗luo
  伟wei 芳fang 娜na 敏min 静jing 丽li 强qiang 磊lei 军jun 洋yang 勇yong 艳yan 杰jie 娟juan 涛tao 明ming 超chao 秀xiu 霞xia 平ping 刚gang
  桂gui 英ying 华hua 慧hui 建jian 文wen 辉hui 玲ling 红hong 宇yu 浩hao 欣xin 怡yi 梓zi 涵han 晓xiao 佳jia 雪xue 晨chen 阳yang 思si 雨yu
  博bo 轩xuan 婷ting 萍ping`
    .split(/\s+/)
    .map((one) => [one.charAt(0), one.slice(1)]),
);
const CITIES = ['杭州', '上海', '北京', '成都', '广州', '苏州', '武汉', '福州', '厦门', '南京'];
const STREETS = [
  '文三路',
  '解放路',
  '人民路',
  '中山路',
  '建设路',
  '体育场路',
  '学院路',
  '滨江大道',
  '湖滨路',
  '和平路',
];
const NICKNAMES = ['阳光☀️', '茶香四溢', '猫咪不吃鱼', '岁月静好', '🌸小确幸', '一路向北', 'Lucky星', '平安是福'];

/** The same numbers for the same seed. */
function dice(seed: number): (sides: number) => number {
  let state = seed >>> 0;
  return (sides) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

/**
 * About so many customers, a quarter of them twice, as shops and chats really have them; families share a phone and an
 * address, colleagues the mail of their office.
 */
export function chineseCustomers(many: number, seed = 1): Customer[] {
  const roll = dice(seed);
  const of = <T>(list: readonly T[]): T => list[roll(list.length)]!;
  const all: Customer[] = [];
  let people = 0;
  const phone = () => `+861${of(['38', '39', '58', '86', '35'])}${String(10_000_000 + roll(90_000_000))}`;
  const address = (city: string) => `${city}${of(STREETS)}${1 + roll(400)}号${1 + roll(20)}栋${101 + roll(900)}室`;
  const given = () => of(GIVEN) + (roll(4) ? of(GIVEN) : '');
  const add = (one: Omit<Customer, 'id'>) => all.push({ id: String(all.length + 1), ...one });
  const someone = (known: Partial<Customer> = {}): Omit<Customer, 'id'> => {
    const city = of(CITIES);
    people += 1;
    const mail = roll(3) === 0 ? { emails: [`${of(['tea', 'cha', 'xx', 'ok'])}${people}${roll(90)}@qq.com`] } : {};
    const home = { names: [of(SURNAMES) + given()], phones: [phone()], city, street: address(city) };
    return { person: people, ...home, ...mail, ...known };
  };
  while (all.length < many) {
    const kind = roll(20);
    if (kind === 0) {
      const first = someone();
      add(first);
      const surname = first.names![0]!.charAt(0);
      const { phones, city, street } = first;
      for (const clan of [surname, of(SURNAMES)]) {
        let called = given();
        while (`${clan}${called}` === first.names![0]) called = given();
        add(someone({ names: [clan + called], phones, city, street, emails: [] } as Partial<Customer>));
      }
    } else if (kind === 1) {
      const emails = [`info@office${all.length}.cn`];
      for (let desk = 0; desk < 3; desk += 1) add(someone({ emails }));
    } else {
      const one = someone();
      add(one);
      if (kind < 7) add(again(one));
    }
  }
  return all;

  /** The same person as they come a second time. */
  function again(one: Omit<Customer, 'id'>): Omit<Customer, 'id'> {
    const [name, number] = [one.names![0]!, one.phones![0]!];
    const [clan, called] = [name.charAt(0), name.slice(1)];
    const spelled = (words: string) => [...words].map((sign) => PINYIN[sign] ?? sign).join('');
    const big = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
    const ways: (() => Partial<Customer>)[] = [
      () => ({ names: [[...name].map((sign) => TRADITIONAL[sign] ?? sign).join('')], emails: [] }),
      () => ({ names: [`${big(spelled(clan))} ${big(spelled(called))}`] }),
      () => ({ names: [`${big(spelled(called))} ${big(spelled(clan))}`], street: '' }),
      () => ({ names: [spelled(name)], city: '' }),
      () => ({ names: [`${called} ${clan}`], emails: [] }),
      () => ({ phones: [slipped(number)] }),
      () => ({ phones: [slipped(number)], names: [[...name].map((sign) => TRADITIONAL[sign] ?? sign).join('')] }),
      () => ({ names: [`${clan}${of(['先生', '女士', '总'])}`], emails: [] }),
      () => ({ names: [of(NICKNAMES)], emails: [] }),
      () => ({ phones: [] }),
    ];
    return { ...one, ...ways[roll(ways.length)]!() };
  }

  function slipped(number: string): string {
    const at = 6 + roll(7);
    return number.slice(0, at) + String((Number(number[at]) + 1 + roll(8)) % 10) + number.slice(at + 1);
  }
}
