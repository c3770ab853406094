/** The surnames of most people; those that are everyday words as well (钱, 时, 都, 于) are left out. */
const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙朱胡郭何罗林郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁余叶蒋杜苏魏程吕丁沈任姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱侯邹熊孟秦阎薛雷贺龚郝邵覃武毛莫孔汤康施尹洪翁倪祝严聂章鲁葛俞柳裴霍纪翟';

/** What stands before a colon in an answer and is nobody's name, though it be spelt nearly like one. */
const LABELS = new Set(
  'total size date form note notes price cost time link code room name phone tel cell mail email order colour color city town bank iban sort type ref qty from via tax vat fee fees sum due paid left open hours menu plan file files docs site user pass step part item items day days week month year start end delivery pickup shipping address street door floor weight width height length depth model brand material stock status tracking carrier number cash card visa deposit balance discount offer quote invoice subtotal update news info tip tips warning option options answer question reason result today tomorrow monday tuesday wednesday thursday friday saturday sunday morning afternoon evening'.split(
    ' ',
  ),
);

/** A Chinese surname alone: 林. */
export const isSurname = (typed: string): boolean => [...typed].length === 1 && SURNAMES.includes(typed);

/** A word that labels what stands behind its colon: Total: 80. */
export const isLabel = (typed: string): boolean => LABELS.has(typed.toLowerCase());
