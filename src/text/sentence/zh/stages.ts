import { type Rule, rulesOf } from '../rule.ts';
import { pieces } from './pieces.ts';

/** Where a lead goes, and how likely it is to be won there. Before what else may be moved: whether there is such a stage is looked for. */
export const stages: Rule[] = rulesOf(pieces, [
  // the stages themselves
  [
    '(?:再|帮我)?(?:加|添加|新增|增加|新建)(?:上)?(?:一?个)?(?:新的?|销售|意向)?阶段(?:叫做?|名叫|名为)?\\s?[:：「“]?(?<rest>[\\p{L}\\p{N}]{1,12}?[」”]?(?:[\\s,，]*\\d{1,3} ?[%％])?(?:[\\s,，]*(?:放|排|移|插)?(?:在|到)[\\p{L}\\p{N}]{1,12}?(?:的|之)?(?:前|后)面?)?)',
    'stages',
    '添加 $rest',
  ],
  [
    '(?:[把将])(?:阶段(?<rest>[\\p{L}\\p{N}]{1,12}?)|(?<rest2>[\\p{L}\\p{N}]{1,12}?)阶段)(?:放|排|移|挪|插|调)(?:在|到)(?<other>[\\p{L}\\p{N}]{1,12}?)(?:阶段)?(?:的|之)?(?<side>前|后)面?',
    'stages',
    '$rest$rest2 $other之$side',
  ],
  // by what it is for: 方磊的网站进到报价阶段
  [
    '(?:把)?$WHO的[\\p{L}\\p{N}]{1,8}?(?:单子?|意向|项目)?(?:已经|现在)?(?:推进到|进到|进入|到了|移到|挪到|转到|推到|放到|到)(?<rest>[\\p{L}\\p{N}]{2,8}?)(?:阶段|那一步)(?:了)?',
    'move',
    '$rest',
  ],
  // to another stage, if there is one of that name
  [
    '(?:[把将])?$WHO的?(?:意向|线索|单子?|商机)?(?:移动?到|推进到|转到|挪到|改到|退回到?)(?:了)?(?<rest>[\\p{L}\\p{N}]{1,12}?)(?:阶段)?(?:了)?',
    'move',
    '$rest',
  ],
  ['$WHO[\\s,，:：]*(?:现在)?(?:进入了?|到了?|在)?\\s?(?<rest>[\\p{L}\\p{N}]{1,12}?)阶段(?:了)?', 'move', '$rest'],
  // when it may be won
  [
    '(?:[把将])?$WHO的?[那这]?[个笔条]?(?:意向|线索|单子?|商机)(?:预计|预期|大概|应该)(?:会|在|到|要)*(?<rest>[\\d今明后下周星礼本月年底]\\S{0,11}?)(?:能|会)?(?:成交|签单|签约|定下来|下单)(?:吧)?',
    'lead',
    '预计 $rest',
  ],
  [
    '(?:[把将])?(?:阶段(?<rest>[\\p{L}\\p{N}]{1,12}?)|(?<rest2>[\\p{L}\\p{N}]{1,12}?)阶段)的?(?:概率|可能性?|成交率)?(?:改成|改为|设为|设成|调到|是)?(?:百分之)?(?<percent>\\d{1,3})(?: ?%)?',
    'stages',
    '$rest$rest2 $percent%',
  ],
]);
