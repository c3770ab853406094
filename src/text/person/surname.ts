import { TITLE as TITLE_BEFORE } from './greeting.ts';

/** Chinese surnames, simplified: a word that begins with one may be a name, any other is a nickname. The most frequent ones. */
const SINGLE = new Set(
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤穆司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂佟应臧闵苟邬边卞姬师仇栾隋刁沙荣巫寇桑郎甄丛仲虞敖巩佘池查麻苑迟邝谈匡鞠惠荆冀郁胥南班储原燕楚鄢劳谌奚皮粟冼蔺楼郜阚权练廉禹井祖巴支狄晋扈晁芮阙浦戈鄂高',
);

const DOUBLE = new Set(
  `欧阳 上官 司马 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 夏侯 司徒 宇文 长孙 端木 独孤 南宫 西门 申屠 轩辕 百里 闻人 呼延 钟离 淳于 单于 太史 澹台 公冶 宗政 濮阳 赫连 司空 拓跋 完颜`.split(
    ' ',
  ),
);

/** How many characters of a folded Chinese word are its surname; 0: none of them. */
export function surnameLength(word: string): number {
  const characters = [...word];
  if (characters.length > 2 && DOUBLE.has(characters.slice(0, 2).join(''))) return 2;
  return SINGLE.has(characters[0] ?? '') ? 1 : 0;
}

/** What is put beside a surname to address somebody. */
const TITLE = /(?:先生|女士|小姐|太太|老师|老板|经理|同学|师傅|医生|总|姐|哥|叔|姨|工)$/u;
const LATIN_TITLES = new Set(['mr', 'mrs', 'ms', 'miss', 'dr', 'prof', 'herr', 'frau', 'mme', 'mlle']);

/** 王先生 is 王, 小王 too: how somebody is addressed by their surname alone, folded. */
export function addressedSurname(word: string): string | undefined {
  const surname = /^[小老阿](.)$/u.exec(word)?.[1] ?? (TITLE.test(word) ? word.replace(TITLE, '') : '');
  return isSurname(surname) ? surname : undefined;
}

/** A name without the title behind it. */
export const withoutTitle = (word: string): string => word.replace(TITLE, '');

/** Mr, Dr and the like, folded. */
export const isTitle = (word: string): boolean => LATIN_TITLES.has(word);

/** Behind a name, whole or not. 王伟太太 is not 王伟: it stays. */
const FORM = /(?:先生|女士|小姐|老师|老板|经理|同学|师傅|医生)$/u;
/** Told apart by it from whoever has the same name: the father, the son. The second ones are names as well, so they stand behind two words. */
const YOUNGER = new Set(['jr', 'jnr', 'sr', 'snr', 'ii', 'iii', 'iv', '2nd', '3rd']);
const YOUNGER_BEHIND = new Set(['junior', 'jun', 'senior', 'sen', 'fils', 'pere', 'hijo', 'filho', 'neto']);

/** A folded name without forms of address, if more is left than a family name, and the word that tells a father from a son; `family`: only a family was addressed. */
export function withoutForms(name: string): { name: string; younger: string; family: boolean } {
  const behind = `${name} `.replace(TITLE_BEFORE, '').trim();
  const addressed = /^\p{Script=Han}+$/u.test(behind) && addressedSurname(behind) !== undefined;
  const bare = addressed ? behind : behind.replace(FORM, '').trim();
  const words = bare.split(/[\s,，.]+/u).filter(Boolean);
  const nth = words.findIndex(
    (word, at) => at > 0 && (YOUNGER.has(word) || (at > 1 && at === words.length - 1 && YOUNGER_BEHIND.has(word))),
  );
  const younger = nth < 0 ? '' : words[nth]!.replace(/^j.*/u, 'jr').replace(/^s.*/u, 'sr');
  const left = nth < 0 ? bare : words.filter((_, at) => at !== nth).join(' ');
  const isTitled = bare !== name.trim();
  const family = addressed || (isTitled && !/[\s,，]/u.test(left) && !HAN_NAME.test(left));
  return { name: family ? name.trim() : left, younger, family };
}

const HAN_NAME = /^\p{Script=Han}{2,4}$/u;

/** Whether the word is a surname and nothing more. */
export const isSurname = (word: string): boolean => [...word].length === surnameLength(`${word}某`) && word !== '';

/** 小王: somebody of that surname, and perhaps another than the one who is known. */
export function isNickname(text: string, name: string): boolean {
  const [surname = ''] = /^\p{Script=Han}(?=\p{Script=Han})/u.exec(name.trim()) ?? [];
  return surname !== '' && !text.includes(name.trim()) && new RegExp(`[小老阿]${surname}`, 'u').test(text);
}
