/** What pieces are counted in, one sign each: a number in front of one of them and goods behind it says how many of them. */
const PIECES =
  '盒个件份只瓶罐袋套条张本把双箱包支台部枚组串束杯碗片饼提砖沱桶扎筒打听卷捆坛壶盆株棵朵枝粒颗盘碟匹幅副对盏顶床册封贴缸篮筐笼屉樽尊根板管';
/** And what they are weighed in. */
const WEIGHTS = '斤两';

/** For use inside a character class: behind a number and with no goods behind them. */
export const measureSigns = PIECES + WEIGHTS;
export const pieceSigns = PIECES;

/** Begins a word of its own with what is behind it: 3饼干 are biscuits, 3打印纸 is paper, 2扎啤 is beer. */
const NO_MEASURE = [
  ...['饼[干屋]', '提(?:拉米苏|包|子|灯|琴|案|篮)', '砖(?:茶|块|头)', '沱茶', '打(?:印|包|火|折|蜡|底)', '筒[灯骨]'],
  ...[
    '扎(?:啤(?!酒)|染)',
    '听[力课写筒]',
    '卷[饼发尺]',
    '盆[栽景子]',
    '盘子',
    '篮[球子]',
    '床[单垫头品上]',
    '板[子凳鞋栗蓝]',
  ],
  ...[
    '管[道理家子]',
    '两[盒个件份只瓶罐袋套条张本把双箱包支台部枚组串束杯碗片饼提]',
    '颗粒',
    '贴[纸画膜]',
    '根雕',
    '壶[嘴承盖]',
  ],
  ...['对[联一比讲]', '副[食业]', '条[纹形码]', '封[面口]', '册[页子]', '串[珠红]', '顶针'],
].join('|');
/** What goods are counted in, right behind the number: goods may stand behind it. What they weigh, such as 357克, is a part of the name. */
export const MEASURE = `(?!${NO_MEASURE})(?:公斤|[${measureSigns}])`;
/** Of these a number in characters says how many: 三只松鼠 and 六个核桃 are names. */
export const PACKED = `(?!${NO_MEASURE})(?:公斤|[盒罐瓶袋包箱份斤杯件套本张饼提砖沱桶扎筒打听卷捆坛两枝束盆株棵朵])`;

const HALF_IN_FRONT = /^(?<n>\d{1,4}|[一两二三四五六七八九十]{1,3})\s?个?(?<unit>公斤|[斤两])半(?:的|\s)?(?=\p{L})/u;
const HALF_BEHIND =
  /(?<=\p{Script=Han}\s?)(?<![一两二三四五六七八九十])(?<n>\d{1,4}|[一两二三四五六七八九十]{1,3})\s?(?<unit>公斤|[斤两])半(?=$|[\s,，¥￥$€£共一])/u;

/** 1斤半龙井 is 1.5斤龙井, and no half of a tea. */
export function halfSaid(piece: string, numberOf: (characters: string) => number | undefined): string {
  const figure = (n: string): string => String(numberOf(n) ?? n);
  const inFigures = (_: string, n: string, unit: string): string => `${figure(n)}.5${unit}`;
  return piece.replace(HALF_IN_FRONT, inFigures).replace(HALF_BEHIND, inFigures);
}
