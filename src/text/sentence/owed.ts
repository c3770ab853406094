import { plainPattern } from '../plainly.ts';

const HIM = '(?:him|her)';
const DO =
  '(?:refund|call|ring|phone|email|text|message|remind|invoice|bill|charge|chase|pay|repay|send|write(?: back)? to|reply to|answer|get back to|apologi[sz]e to|thank|tell|credit|reimburse|follow up with|speak to|talk to)';
const MUST =
  "(?:i|we)(?:['’]d better| must| should| need to| have to| ought to| gotta|['’]ve got to| still (?:have|need) to| mustn['’]?t forget to)|(?:don['’]?t|do not) forget to|remember to|must|should|need to|have to";
const GUESS =
  "(?:probably|maybe|perhaps|possibly|likely|most likely|looks? like|seems?(?: like| to be)?|sounds like|smells like|might be|could be|must be|obviously|clearly|definitely|(?:i think |i bet )?(?:he|she)(?:['’]s| is|(?: looks| seems) like))";
/** What there is to do for the customer, what is owed, and what they may be. */
const TOLD: readonly RegExp[] = [
  new RegExp(`^(?:${MUST})(?: also| still| really| just)? ${DO} ${HIM}\\b.{0,40}$`, 'iu'),
  /^(?:i|we)(?:['’]d better| must| should| need to| have to| ought to) (?:check with|ask|call|chase) (?:the |our |my )?(?:suppliers?|couriers?|warehouse|wholesalers?|accountant|bank|factory) (?:first|about (?:him|her)|today|tomorrow)[.! ]*$|^i['’]d better (?:ask|call|check with|chase) (?:the |our |my )\w+[.! ]*$/iu,
  /^(?:(?:just|first|then|please) )?(?:double[- ]?)?(?:check|see|find out|make sure|verify|confirm)(?: (?:whether|if|that))? (?:he|she|(?:order )?#?\d{3,}) .{2,50}$/iu,
  /^(?:first )?check (?:the )?stock(?: first| levels?)?[.! ]*$/iu,
  /^wait (?:for|until) .{2,40}\bbefore (?:answering|replying|responding|refunding|shipping|sending|(?:we|i) (?:answer|reply|respond|refund|ship|send))\b.{0,20}$/iu,
  /^(?:i|we) (?:still |also )?owe (?:him|her)\b.{0,40}$|^(?:he|she) (?:still |also )?owes\b.{0,40}$/iu,
  new RegExp(
    `^(?:hm+|ugh|careful)?[,. ]{0,2}${GUESS} (?:an? )?(?:scammer|fraudster|bot|robot|liar|cheat|crook|troll|time[- ]?waster|thief|con ?(?:man|artist)|timewaster|competitor|fake)s?[.! ]*$`,
    'iu',
  ),
  /^(?:this|that|he|she|it)(?: is|['’]s) (?:probably )?the same (?:person|customer|client) as \p{L}.{0,40}$/iu,
];

const WHEN_ZH =
  '(?:(?:今天|明天|后天|今晚|明早|明晚|上午|下午|晚上|中午|早上|下?周[一二三四五六日末]|\\d{1,2}(?:点|[:：]\\d{2})半?|[一二两三四五六七八九十]{1,3}点半?|回头|晚点|尽快|马上|先|再|就|还|一定|记得){1,4})';
const MUST_ZH = '(?:得|要|必须|该|应该|需要|不能忘了?|别忘了?)';
const THIRD_ZH = '(?:快递(?:员|公司)?|工坊|物流|供应商|供货商|厂家|工厂|仓库|会计|银行|师傅|房东|印刷厂)';
const TOLD_ZH: readonly RegExp[] = [
  new RegExp(
    `^我们?${WHEN_ZH}?${MUST_ZH}${WHEN_ZH}?(?:给|跟|把|向|找|催|问|联系|通知|提醒|回|退)[他她](?!们).{0,20}$`,
    'u',
  ),
  new RegExp(`^我们?${WHEN_ZH}?(?:得|必须|该)${WHEN_ZH}?(?:问问?|问一?下|催一?下|催|联系|找)${THIRD_ZH}.{0,10}$`, 'u'),
  new RegExp(`^${WHEN_ZH}${MUST_ZH}?给${THIRD_ZH}打(?:个)?电话[^吗？?]{0,10}$`, 'u'),
  /^(?:先|再|去)?(?:确认|核实|核对|查|看|问)(?:一?下|清楚|看)?[他她](?!们).{0,12}(?:没有?|吗|是不是.{0,8}|是否.{0,8})[。.]?$/u,
  /^(?:先)?等.{1,10}(?:再|之后|以后)(?:回复?|答复|处理|退款|退|发货|发)(?:[他她])?[。.! ]*$/u,
  /^(?:先)?(?:查|看|核对|盘)(?:一?下)?库存(?:再说|先)?[。.!]?$/u,
  /^我们?(?:还|一共|总共|也)?欠[他她](?!们).{0,15}$|^[他她](?!们)(?:还|一共|总共|也|才)?欠.{0,15}$/u,
  /^(?:估计|可能|感觉|好像|像|像是|八成|大概|肯定|应该|怕|恐怕|多半|我看|怀疑)(?:就)?是?(?:一?个)?(?:骗子|诈骗的?|机器人|托儿?|老赖|同行|假的|白嫖党?|惯犯|职业打假人?)[吧了。.!！]*$/u,
  /^(?:把)?(?:[他她]的?)?(?:名字|姓名|称呼)?改名?(?:叫|为|成)[\p{Script=Han}]{2,4}$(?<=改名.*|名字.*|姓名.*|称呼.*)/u,
  /^[他她](?:和|跟|与|就是)[\p{Script=Han}]{2,4}(?:其实)?是(?:同)?一个人[。.!]?$/u,
].map(plainPattern);

/** Whether words tell only us what is owed or to be done for the customer, or what they are taken for. */
export const isOfThem = (plain: string): boolean => [...TOLD, ...TOLD_ZH].some((shape) => shape.test(plain));
