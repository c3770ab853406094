import type { Texts } from '../en/index.ts';

export const pull: Pick<Texts, 'pull'> = {
  pull: {
    button: '查漏单',
    offer: (id) =>
      `现在只能收到店铺主动推送的消息。给一个店铺的 API 密钥，就能每小时查一遍有没有漏掉的订单，还能读入以前的订单和客户：/连接 密钥 ${id}`,
    askTitle: (shop) => `${shop}：查单用的密钥`,
    askText: '可以不给。给了就每小时查一遍有没有漏掉的订单，并把以前的订单和客户读进来一次；不给就没法查漏单。',
    steps: {
      shopify: (id) =>
        `Shopify 开发者后台（dev.shopify.com）：新建应用，勾选 read_orders、read_all_orders、read_customers、read_products，安装到您的店铺，在设置里复制它的 ID 和密钥。然后输入：\n/连接 密钥 ${id} 您的店铺.myshopify.com <ID> <密钥>\n旧应用的访问令牌（shpat_…）也可以。没有 read_all_orders 时 Shopify 只给最近 60 天的订单。`,
      woocommerce: (id) =>
        `WordPress 后台：WooCommerce → 设置 → 高级 → REST API → 添加密钥。权限选「读取」就够；选「读取/写入」的话，webhook 停了也能帮您重新打开。然后输入：\n/连接 密钥 ${id} https://您的店铺网址 ck_… cs_…`,
      stripe: (id) =>
        `Stripe 后台：开发人员 → API 密钥 → 创建受限密钥。给「读取」权限：事件、结账会话、账单、扣款和退款、客户。webhook 端点选「读取」就够；选「写入」的话，停了也能帮您重新打开。然后输入：\n/连接 密钥 ${id} rk_live_…`,
    },
    cannotBeAsked: (shop) => `${shop} 没法主动查询，只能收它推送的消息。`,
    notAKey: (shop) => `这不像 ${shop} 的 API 密钥。没有改动，也没有保存。`,
    trying: (shop) => `🔑 ${shop}：正在试密钥……`,
    works: (shop) => `🔑 ${shop}：密钥可用`,
    worksText: '以后每小时查一遍有没有漏掉的订单。接下来读入以前的订单和客户，不会打扰您。',
    notWorking: (shop) => `${shop}：密钥还用不了`,
    giveAnew: (id) => `弄好后重新给一次：/连接 密钥 ${id}`,
    triedAgain: '稍后会自动再试。',
    why: {
      key: '店铺不认这个密钥：可能输错了，或在那边被删了。请新建一个。',
      denied: '密钥没错，但没有读取订单的权限。请在店铺后台给它加上。',
      missing: '这个地址没有找到店铺。请检查网址；WordPress 的固定链接不能选「朴素」。',
      sealed: '这个密钥是用另一把加密密钥保存的，打不开。',
      address: '这个地址不能访问：不是 https，或是内网主机而 HOOK_ALLOW_HOSTS 里没有写。',
      forbidden: '店铺的域名指向内网，不在互联网上。如果是您自己的，请把主机名写进 HOOK_ALLOW_HOSTS 再重启。',
      unresolved: '网上查不到店铺的这个地址。',
      refused: '店铺的地址没有响应。',
      certificate: '店铺的证书无效。',
      silent: '店铺太久没有回应。',
      cut: '店铺中途断开了连接。',
      large: '店铺返回的内容太长。',
      unreadable: '店铺返回的内容读不懂。',
      broken: '店铺自己出错了。',
    },
    noun: { orders: '订单', refunds: '退款', customers: '客户', products: '商品' },
    and: '、',
    backTo: (when) => `已读到 ${when}`,
    forbidden: (nouns) => `这个密钥无权读取：${nouns}`,
    historyRuns: (shop) => `📥 ${shop}：正在读入以前的数据`,
    historyDone: (shop) => `✅ ${shop}：以前的数据已读完`,
    historyHint: '没有通知任何人，也没有因此算成交。/重复 可以看谁可能是同一个人。',
    historyStopped: (shop) => `⏸ ${shop}：已停止，读进来的都保留。`,
    noHistory: (shop) => `${shop}：现在没有在读。`,
    stop: '停止',
    goOn: '继续',
    failing: (shop) => `⚠️ ${shop} 查不了漏单`,
    webhooks: {
      off: {
        title: (shop) => `⚠️ ${shop} 停用了 webhook`,
        text: '连续几次推送失败后，店铺就不再推送。停用期间，订单最多晚一小时到您这里。',
        repair: '重新打开',
      },
      gone: {
        title: (shop) => `⚠️ ${shop} 没有指向我们的 webhook`,
        text: '可能被删了，也可能还没建。补上之前，订单最多晚一小时到您这里。',
        repair: '帮我建好',
      },
      silent: {
        title: (shop) => `⚠️ ${shop} 在卖货，却没有推送`,
        text: '查到了没有推送过的订单，安静的时间已超过这家店平时的节奏。请看看那边的 webhook 还在不在、是否启用，我们的地址能否访问。',
      },
    },
    webhooksOn: (shop) => `${shop}：webhook 正常。`,
    stillLooked: '在此之前每小时都会查一遍，不会漏掉订单。',
    repairing: (shop) => `🔧 ${shop}：正在设置 webhook……`,
    repaired: (shop) => `✅ ${shop} 恢复推送了。`,
    notRepaired: (shop) => `${shop} 不允许我改：这个密钥可能只能读、不能写。请到店铺后台打开 webhook。`,
    noKey: '没有密钥，查不了漏单',
    looksHourly: '每小时查漏单',
    found: {
      title: '从店铺补回的订单',
      orders: (count, shop) => `${count} 个订单没有收到推送，已补上（${shop}）`,
    },
  },
};
