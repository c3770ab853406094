/** 他俩, 母女俩: people, and no two of an article. */
const PEOPLE = '(?:[我你您他她它咱们妻妇女母父爷娘哥弟姐妹兄友闺侣叔侄祖]|[父母口]子)';
const FORMAL = '壹贰叁肆伍陆柒捌玖拾';
const PLAIN = '一二三四五六七八九十';
const FORMAL_COUNT = new RegExp(`[${FORMAL}]{1,3}(?=[个只件份盒瓶罐袋包箱斤两杯套本张支枝条块双对打])`, 'gu');
const SPOKEN = new RegExp(`(?<!${PEOPLE})(?<many>[俩仨])(?<behind>[个月])?`, 'gu');

/** 俩杯子, 杯子仨, 叁个杯子: counts as people say and sign them, in plain characters. */
export const countsSpoken = (text: string): string =>
  text
    .replace(FORMAL_COUNT, (said) => [...said].map((one) => PLAIN[FORMAL.indexOf(one)]).join(''))
    .replace(
      SPOKEN,
      (_, many: string, behind = '') => `${many === '俩' ? '两' : '三'}个${behind === '个' ? '' : behind}`,
    );

/** 若干, some: so many that nobody knows how many. */
export const isSoMany = (text: string): boolean => /若干/u.test(text);
