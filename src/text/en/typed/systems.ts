import { post } from './post.ts';

/** What is typed of shops, forms, hooks, keys and posts. */
export const systems = {
  post,
  shopKey: { key: ['key'], history: ['history'], stop: ['stop'], repair: ['repair'] },
  hook: {
    add: ['add', 'new', 'create'],
    test: ['test', 'try', 'ping'],
    on: ['on', 'enable', 'start', 'resume', 'restart', 'continue'],
    off: ['off', 'disable', 'stop', 'pause', 'paused'],
    rotate: ['rotate', 'renew', 'secret'],
    remove: ['remove', 'delete', 'drop'],
  },
  /** What can be connected, as people call it. */
  shops: {
    shopify: ['shopify'],
    woocommerce: ['woocommerce', 'woo', 'wc', 'woo-commerce', 'wordpress'],
    stripe: ['stripe'],
    youzan: ['youzan'],
    standard: ['standard', 'erp', 'own', 'other', 'custom', 'webhook', 'zapier', 'make', 'n8n'],
  },
  /** A further shop of one kind. */
  another: ['another', 'second', 'new'],
  /** A shop that was disconnected: '/connect again 3'. */
  again: ['again', 'resume', 'reconnect'],
  /** Shops that let nobody in, or only their own partners: what helps there is said. */
  closedShops: [
    ...['taobao', 'tmall', 'pinduoduo', 'pdd', 'jd', 'douyin', 'tiktok', 'xiaohongshu', 'weidian', 'wechat'],
    ...['etsy', 'ebay', 'amazon', 'paypal', 'squarespace', 'wix', 'square', 'gumroad', 'magento', 'prestashop'],
    ...['bigcommerce', 'ecwid', 'shopee', 'lazada', 'instagram', 'facebook', 'bigcartel', 'sumup', 'klarna'],
  ],
  webForm: {
    form: ['form', 'forms'],
    act: {
      name: ['name', 'rename', 'called'],
      language: ['language', 'in'],
      fields: ['fields', 'field', 'asks'],
      newsletter: ['newsletter'],
      sites: ['sites', 'site', 'website', 'websites'],
      thanks: ['thanks', 'thankyou'],
      snippet: ['snippet', 'html', 'embed', 'code', 'file'],
      rotate: ['rotate', 'renew', 'key'],
      held: ['held', 'spam'],
      release: ['release'],
      add: ['add', 'plus', 'with'],
      drop: ['remove', 'drop', 'without', 'delete'],
      off: ['off', 'disconnect', 'disable', 'stop', 'close'],
    },
    field: {
      name: ['name'],
      email: ['email', 'mail', 'e-mail'],
      phone: ['phone', 'telephone', 'mobile'],
      company: ['company', 'business', 'organization', 'organisation'],
    },
    message: ['message', 'and'],
    any: ['any', 'all', 'everywhere', 'anywhere'],
    ours: ['ours', 'own', 'default'],
  },
  hookNouns: {
    contact: ['contact', 'contacts', 'customer', 'customers'],
    lead: ['lead', 'leads'],
    ticket: ['ticket', 'tickets'],
    order: ['order', 'orders'],
    message: ['message', 'messages'],
    all: ['all', 'everything', '*'],
  },
  /** What can happen to them. */
  hookHappens: {
    created: ['new', 'created'],
    updated: ['updated', 'changed', 'edited', 'updates', 'changes'],
    deleted: ['deleted', 'removed'],
    merged: ['merged'],
    stage: ['stage', 'stages', 'moved'],
    won: ['won'],
    lost: ['lost'],
    resolved: ['resolved', 'solved'],
    rated: ['rated', 'rating', 'ratings'],
    paid: ['paid', 'payment', 'payments'],
    cancelled: ['cancelled', 'canceled', 'cancellation', 'cancellations'],
    refunded: ['refund', 'refunds', 'refunded'],
    received: ['received', 'incoming'],
    sent: ['sent', 'outgoing'],
  },
  /** Between two of them, and what says nothing. */
  hookBetween: { and: ['and', '&', '+', 'plus'], filler: ['the', 'only', 'just', 'of', 'event', 'events'] },
  apikey: {
    make: ['new', 'create', 'add', 'make'],
    revoke: ['revoke', 'remove', 'delete', 'drop', 'end', 'disable'],
    scope: { read: ['read'], write: ['write'], send: ['send'] },
    every: ['all', 'everything', 'full', 'full access', 'all rights', 'admin'],
  },
  /** What has become of an order, or is to be done about it. */
  orderList: {
    open: ['open'],
    unpaid: [
      'unpaid',
      'not paid',
      'not paid yet',
      'not yet paid',
      'to be paid',
      'payment pending',
      'outstanding',
      'owed',
      'due',
    ],
    unsent: [
      ...[
        'unsent',
        'not sent',
        'not sent yet',
        'not yet sent',
        'to send',
        'to be sent',
        'unfulfilled',
        'not fulfilled',
      ],
      ...['unshipped', 'not shipped', 'not shipped yet', 'not yet shipped', 'to ship', 'to be shipped', 'not posted'],
    ],
    paid: ['paid', 'paid in full', 'fully paid', 'paid up', 'settled'],
    partly: [
      'partly paid',
      'partially paid',
      'part paid',
      'part-paid',
      'half paid',
      'deposit paid',
      'not paid in full',
    ],
    delivery: ['on delivery', 'cash on delivery', 'cod', 'pay on delivery', 'paid on delivery', 'payable on delivery'],
    overdue: ['overdue', 'past due', 'late', 'in arrears'],
    abandoned: ['abandoned', 'carts', 'abandoned carts'],
    refunded: ['refunded', 'refund', 'refunds', 'partly refunded', 'returned', 'returns'],
    cancelled: ['cancelled', 'canceled', 'cancellations', 'called off'],
    all: ['all', 'everything', 'every', 'any'],
  },
  /** The newest order. */
  lastOrder: ['last', 'latest', 'newest', 'the last', 'last one', 'last order'],
  /** What orders are called, behind a word that says which. */
  orders: ['orders', 'order'],
  orderAct: {
    paid: ['paid', 'pay', 'received'],
    sent: ['sent', 'send', 'shipped', 'ship', 'posted', 'dispatched', 'fulfilled', 'delivered', 'tracking'],
    refund: ['refund', 'refunded', 'return', 'returned'],
    cancel: ['cancel', 'cancelled', 'canceled', 'delete', 'deleted', 'remove', 'void'],
    tell: ['tell'],
  },
};
