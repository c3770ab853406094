const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(Boolean));

/** Cut off at the ends of a reason: they carry grammar, no meaning. Negations are not among them. */
export const LIGHT = set(`
  a an the this that these those it its it's i i'm i'd i've i'll im me my mine myself you your yours u ur ya we we're we'd we've we'll us our ours
  he she him her his hers they them their theirs who whom which what whats what's how when why whether and or but so if then than as
  is are was were am be been being do does did done has have had having will would can could should shall may might must
  of to in on at by for from with into onto about up out off over per via there here there's that's just also too very really quite rather
  please pls plz kindly hi hello hey dear some any all both each such well ok okay like one ones thing things
  some something anything everything someone anyone let lets let's now today yes yeah oh ah mr mrs sir madam gonna wanna     
                    guys etc re vs
  我 我们 咱 咱们 你 你们 您 他 她 它 他们 她们 它们 自己 大家 人家 家 这 那 这个 那个 这些 那些 这里 那里 这边 那边 这样 那样 哪 哪个 什么 啥 怎么 咋 怎样 为什么 为啥 谁
  本 该 此 套 款 种 只 双 把 件 张
  的 地 得 了 着 过 吗 么 嘛 呢 吧 啊 呀 哦 噢 喔 哈 啦 嘞 哟 哎 诶 嗯 请 请问 麻烦 想 想要 要 能 能不能 能否 可以 可 会 会不会 应该 得 就 就是 都 也 还 还是 还有 又 很 太 挺 真 真的 真是 非常 特别 比较 有点 有些 一点 一下 一下子 点 些
  在 是 是不是 是否 有 有没有 把 被 给 跟 和 与 或 及 对 向 从 到 往 为 为了 以 用 由 让 叫 比 等 但 但是 不过 可是 而 而且 所以 因为 如果 要是 那么 然后 现在 今天 刚 刚刚 已经 正在 一直 个 一个 这么 那么 多 上 下 里 中 后 前 时 时候 之后 之前 老板 亲 你家 我家 东西 事 事情 一 二 两 三 四 五 六 七 八 九 十 几 半 再 只 才 更 最 嘛 份 次 遍 步 哪里 哪儿 每 每次 各 另 另外 其实 当然
`);

/** Cut off the ends even of what a rule looked for. */
export const FILLERS = set(`
  a an the this that these those it its it's i i'm i'd i've i'll im me my you your u ur ya we we're we'd we've we'll us our they them he she him her his
  is are was were am be been do does did and or but so if to of for at please pls hi hello hey dear can could would will yes ok okay
  我 我们 咱 咱们 你 你们 您 他 她 它 他们 她们 大家 的 了 着 吗 么 嘛 呢 吧 啊 呀 哦 噢 喔 哈 啦 请 请问 麻烦 那 这 那个 这个 就 也 都 是 又 还 很 把 被 给 在 能 会 要 可以 想 个 份 套 张 件 些 一个 一下
`);

/** No phrase ends in them: what they lead to is not said. */
export const DANGLING = set(`
  in on at with than from for of to by into as until till per via and or but so if when while where that which who
  has have had hasn't haven't hadn't hasnt havent didn't didnt doesn't doesnt don't dont isn't isnt wasn't wasnt aren't is are was were would will can can't cant could should am be been i'm
  thank ever wrong another other every each more most picks she's he's they're you're we're that's who's there's
  very too really so any some our my your the a an like makes make say says take what all after not since ive
  不 没 没有 不太 不是 怎么 什么 已 已经 成 也 都 太 很 才 又 还 会 要 能 想 和 跟 与 及 到 在 从 对 向 为 给 把 被 让 用 以 个 咋 看 瞅 看看 看到 抢 补 停在 的话 瞧 瞧瞧
`);

/** Alone they tell nobody anything, though they may stand in a telling phrase ("still nothing", "how much"). */
export const STOP = set(`
  no not none never nothing nobody isn't aren't wasn't weren't don't doesn't didn't can't cannot cant couldn't won't wouldn't shouldn't haven't hasn't hadn't dont doesnt didnt isnt wont
  still again ever yet already only even much many more most less least few little lot lots bit same other another else next last first second
  where since because though although while until after before during between against without within through under around
  maybe perhaps actually probably apparently seriously honestly basically anyway instead
  good great nice new old big small long short right left back time times day days week weeks month months year years hour hours
  way kind sort part place people person man woman guy name number question questions idea ago soon later tomorrow yesterday tonight morning evening afternoon
  two three four five six seven eight nine ten twenty thirty hundred half dozen pair
  come get gets got getting goes going go know think see look tell say says said give take put make makes made want wants wanted need needs
  love home work works working problem possible supposed suppose turn down sorry box boxes black white red grey blue minute minutes sign drop came set hats earth enter bring run carry move fix third else's tip handle taking speak thinking local offer
  reply send sent sends use used using try trying keep keeps kept find found show shows ask asked asking tell told call called start started stop stopped
  min mins sec free fine better best gone add pal bye fast poor feel feels felt every even notes keys kids hair room rooms thin green saying help thought meant open ought calling log figure act spot bet halfway nearly pretty worth
  handles floating require request change normal selected cover regular shop shops brother sell hear speaking stay leave
  looking owner received service save late ready search print seem both happy fresh worries joint yall y'all photo dream dead cake tbh top assume handsome asked kilos metres split fit strike expected agreed whoever chance touch post suitable
  monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december
  一遍 一份 一次 一套 两次 三次 下次 上次 上回 去年 不好意思 情况 到底 明明 了解 好了 没了 我妈 我爸 算了 我留 想看看 页面 安排 下午 实在 确实
  下周 这周 上周 本周 说的 不对 不了 快得 少了 出个 加个 提个 何不 人不 停了 不懂 不在 方便 什么时候 学校 单位 阿姨 姐妹 爷爷 奶奶 手机 需要 没到 以后 换个 身份 内部
  单发 别再 不用 月份 不走 明明 再没 如果 不去 吃了 开眼 舍不 看着 就好 求出 考虑 执行 个人 若能 老人 月球 没命 早点 好吧 先到 死了 查查 究竟 水平 提到 改成 收了 全送 不好 回头 锁住 看下 看一下 找到 开车 先看 多点 收到 一起 别人 过去 过来 上来 下来 出来 起来 里面 外面 后来 以前 以后 平时 有人 没人 地方 样子 意思 那天 当时 只有 只能 只是 直接 马上 一样
  来 去 说 看 做 弄 搞 看看 没 没有 不 不是 不要 不能 不会 别 未 无 知道 觉得 感觉 告诉 问 问题 问下 问一下 想问 收 发 拿 送 买 卖 开 关 写 听 走 回 好 好的 对 行 可能 时间 明天 昨天 后天 上午 下午 晚上 早上 周一 周二 周三 周四 周五 周六 周日 周末 礼拜 号 月 年 天 小时 分钟 块 元 人 大 小 长 短 新 旧 老 快 慢 高 低 儿子 女儿 孩子 朋友 公司 老师 师傅 你好 您好
`);

/** A greeting is told by its greeting. */
export const GREETS = set('你好 您好 hi hello hey');
