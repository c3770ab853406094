import { readFileSync } from 'node:fs';
import type { Anything, MeaningExample } from '../../src/domain/commands/meant/learned/learn.ts';
import type { Tongue } from '../../src/domain/commands/meant/learned/signs.ts';
import { type Meaning, meanings } from '../../src/text/meaning/meaning.ts';

/** Sentences as owners type them, by many voices: `meaning text`. */
const LEARNED: Readonly<Record<Tongue, URL>> = {
  en: new URL('./meanings_en.tsv', import.meta.url),
  zh: new URL('./meanings_zh.tsv', import.meta.url),
};

/** Written by somebody who did not see those; only measured. Names, amounts and days stand in them as they are. */
const KEPT_ASIDE: Readonly<Record<Tongue, URL>> = {
  en: new URL('../../test/fixtures/meaning/kept_aside_en.tsv', import.meta.url),
  zh: new URL('../../test/fixtures/meaning/kept_aside_zh.tsv', import.meta.url),
};

export const meaningExamples = (tongue: Tongue): MeaningExample[] => read(LEARNED[tongue]);
export const meaningsKeptAside = (tongue: Tongue): MeaningExample[] => read(KEPT_ASIDE[tongue]);

/** Throws where a line has a meaning that there is not. */
function read(file: URL): MeaningExample[] {
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  return lines.map((line) => {
    const [meaning = '', text = ''] = line.split('\t');
    if (!meanings.includes(meaning as Meaning)) throw new Error(`${file.pathname}: there is no meaning “${meaning}”`);
    return { meaning: meaning as Meaning, text };
  });
}

const list = (said: string): string[] => said.split('|');

/** What may stand where a sentence says {goods} or {words}. */
export const anything: Readonly<Record<Tongue, Anything>> = {
  en: {
    goods: list(
      'teapot|blue mugs|candles|logo|website|scarf|oak table|birthday cake|lavender soap|curtains|poster|yoga mat|portrait|translation|guitar lessons|wedding photos|leather bag|honey|boiler|bike|brochure|chairs|rug|hat|tiles|gift box|ceramics course|earrings|jam|wallpaper|printer|jacket|puppy photos|green tea|bread|cutlery|notebook|lamp|shirts|necklace|cushions|flyers|shelf|vase|coffee beans|sofa|kitchen|garden design|haircut|prints',
    ),
    words: list(
      'the colour is wrong|call the supplier|the parcel is late|she likes it strong|no sugar|parking is at the back|wants it by hand|the zip is torn|bring the samples|comes with a dog|pays by card|prefers mornings|the gate code is new|too small for the shelf|asked about sizes|will think about it|loves the packaging|the link does not open|needs a receipt|it leaks|more blue|delivery to the office|met at the fair|send the photos|allergic to nuts|check the price|order more boxes|tidy the shop|very friendly|the second one is broken',
    ),
  },
  zh: {
    goods: list(
      '龙井|茶壶|杯子|蜡烛|标志设计|网站|围巾|木桌|生日蛋糕|香皂|窗帘|海报|瑜伽课|写真|翻译|吉他课|婚纱照|皮包|蜂蜜|热水器|自行车|画册|椅子|地毯|帽子|瓷砖|礼盒|陶艺课|耳环|果酱|墙纸|打印机|外套|普洱|绿茶|面包|餐具|笔记本|台灯|衬衫|项链|抱枕|传单|书架|花瓶|咖啡豆|沙发|白茶|剪发|画',
    ),
    words: list(
      '颜色不对|给供应商打电话|包裹晚了|喜欢喝浓的|不要糖|停车在后面|要手写|拉链坏了|带样品|会带狗来|刷卡付|早上方便|门禁换了|放不下|问尺寸|再想想|喜欢包装|链接打不开|要收据|漏水|要蓝一点|送到公司|展会上认识的|发照片|对坚果过敏|核对价格|补箱子|收拾店里|人很好|第二个坏了',
    ),
  },
};
