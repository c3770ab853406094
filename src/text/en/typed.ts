import type { Locale } from '../locale.ts';

/** What users type behind a command or in a filter; of several words the first is how it is written back. Lower case. */
export const typed = {
  typed: {
    /** Behind /export: not only contacts, but all there is. */
    everything: ['all', 'everything'],
    /** Behind /export: what only the whole export has. */
    otherTables: ['orders', 'order', 'messages', 'tickets', 'leads', 'tasks', 'payments', 'invoices', 'products'],
    off: ['off'],
    no: ['no'],
    or: ['or'],
    drop: ['drop'],
    rotate: ['rotate', 'secret'],
    shopKey: { key: ['key'], history: ['history'], stop: ['stop'], repair: ['repair'] },
    both: ['both'],
    /** The whole of an amount. */
    all: ['all', 'full', 'everything'],
    /** The whole of what somebody says who does not know what this is. */
    help: ['help', 'help me', 'menu', 'commands', 'what is this', 'how does this work', 'what can you do'],
    /** Said along with one. */
    besideCode: [
      ...[
        'start',
        'please',
        'pls',
        'thanks',
        'thank you',
        'hi',
        'hello',
        'hey',
        'ok',
        'my',
        'the',
        'your',
        'this',
        'is',
        'it',
        "it's",
      ],
      ...['here', 'code', 'pairing', 'pair', 'me', 'with', 'crm', 'link', 'connect', 'i got', 'i have'],
    ],
    /** Said in front of a pairing code. */
    code: [
      'start',
      'pair',
      'pair me',
      'code',
      'the code',
      'my code',
      'the code is',
      'my code is',
      'my pairing code is',
      'here is my code',
    ],
    /** In front of a command's word they say that it shall not be, or be no more. */
    negating: ['un', 'de', 'dis', 'non', 'no', 'not', 'dont', "don't", 'stop', 'cancel', 'remove', 'drop'],
    /** Tags of those who are never kept waiting. */
    vip: ['vip'],
    switch: { on: ['on'], off: ['off'] },
    /** What a command was called before: understood as its own word is, and shown nowhere. */
    former: {
      answered: [] as string[],
      answersto: [] as string[],
      lead: [] as string[],
      leads: [] as string[],
      won: [] as string[],
      lost: [] as string[],
      ticket: [] as string[],
      tickets: [] as string[],
    },
    /** Other words for a command, as people call it, under a card as well. */
    synonym: {
      note: ['memo'],
      task: ['todo'],
      block: ['ban', 'spam'],
      resolve: ['close', 'closed', 'resolved', 'solved'],
      tag: [] as string[],
      undo: [] as string[],
      done: [] as string[],
      snooze: [] as string[],
      answered: ['ignore'],
    },
    /** What people type with a slash for want of the right word; under a card these begin what is said to customers. */
    slashed: {
      back: ['back', 'return'],
      help: ['menu', 'commands', 'list'],
      rename: [] as string[],
      settings: ['setting', 'config', 'preferences'],
      task: ['remind', 'reminder', 'todos'],
      reply: ['send', 'answer', 'msg', 'text'],
      contact: ['customer', 'who', 'call', 'phone', 'ring'],
      later: ['schedule'],
      away: ['vacation', 'holiday'],
      timeline: ['history', 'chat', 'log'],
      quote: ['price', 'invoice', 'bill', 'estimate', 'offer'],
      done: ['finish', 'finished', 'complete', 'completed'],
      resolve: ['solve', 'fix', 'fixed', 'refunded'],
      cancel: ['abort', 'unsend', 'recall'],
      won: ['sold', 'deal'],
    },
    label: { lead: ['lead'], ticket: ['ticket'], feedback: ['feedback'], other: ['other'] },
    canned: { save: ['save'], drop: ['drop', 'delete'] },
    hook: {
      add: ['add', 'new', 'create'],
      test: ['test', 'try', 'ping'],
      on: ['on', 'enable', 'start'],
      off: ['off', 'disable', 'stop', 'pause'],
      rotate: ['rotate', 'renew', 'secret'],
      remove: ['remove', 'delete', 'drop'],
    },
    campaign: {
      new: ['new', 'create', 'add', 'make'],
      /** Between its name and whom it is for. */
      to: ['to', 'for', 'where'],
      everybody: ['everybody', 'everyone', 'all'],
      /** In front of the line that is to be the subject. */
      subject: ['subject'],
      step: {
        to: ['to', 'for', 'people'],
        text: ['text', 'write', 'body'],
        name: ['name', 'rename'],
        by: ['by', 'via', 'channel'],
        recent: ['recent', 'bought'],
        test: ['test', 'try'],
        send: ['send'],
        go: ['go'],
        first: ['first', 'part'],
        at: ['at', 'schedule', 'later'],
        pause: ['pause', 'stop', 'hold'],
        resume: ['resume', 'continue', 'rest'],
        cancel: ['cancel', 'drop', 'delete'],
        copy: ['copy', 'again', 'duplicate'],
        doubts: ['doubts', 'unknown'],
        arrived: ['arrived'],
        resend: ['resend'],
        skipped: ['skipped', 'excluded', 'left'],
      },
    },
    /** Behind '/gone Anna': they are a customer after all. */
    gone: { back: ['back', 'is back', 'came back', 'again', 'undo', 'cancel', 'not gone'] },
    /** What can be connected, as people call it. */
    shops: {
      shopify: ['shopify'],
      woocommerce: ['woocommerce', 'woo', 'wc', 'woo-commerce', 'wordpress'],
      stripe: ['stripe'],
      youzan: ['youzan'],
      standard: ['standard', 'erp', 'own', 'other', 'custom', 'webhook', 'zapier', 'make', 'n8n'],
    },
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
    /** What can happen, where people have a word of their own for it. */
    hookEvents: {
      'lead.won': ['won'],
      'order.paid': ['paid', 'payment', 'payments'],
      'order.refunded': ['refund', 'refunds', 'refunded'],
    },
    field: {
      add: ['add', 'new', 'create', 'make'],
      rename: ['rename'],
      remove: ['remove', 'delete', 'drop'],
      choice: ['choice', 'choices', 'option', 'options'],
      kind: {
        text: ['text', 'words', 'string'],
        number: ['number', 'numeric', 'figure'],
        date: ['date', 'day'],
        choice: ['choice', 'choices', 'select', 'dropdown', 'options', 'list'],
        yesno: ['yes/no', 'yesno', 'yes-no', 'checkbox', 'boolean', 'bool', 'tick'],
      },
      builtIn: {
        birthday: ['birthday', 'date of birth', 'birth date', 'birthdate', 'dob', 'bday'],
        address: [
          ...['address', 'postal address', 'home address', 'mailing address', 'street address'],
          ...['shipping address', 'delivery address', 'address formatted', 'adr'],
        ],
      },
      /** Where a street is: before an address it is its first half. */
      region: ['region', 'area'],
      yesno: { yes: ['yes', 'y', 'true', '1', '✓', '✔', 'x'], no: ['no', 'n', 'false', '0', '✗', '✘'] },
      day: { yesterday: ['yesterday'], today: ['today'], tomorrow: ['tomorrow'] },
      lunar: ['lunar'],
      /** Between a field and what is to stand there. */
      is: ['is now', 'is', 'to', '->', '→', '='],
      /** In front of a field that is to be changed. */
      set: ['change', 'set', 'update', 'the', 'his', 'her', 'their'],
      /** Whether there is anything in it. */
      filled: { any: ['any', 'known'], none: ['none', 'unknown', 'nothing', 'empty', 'clear'] },
    },
    team: { add: ['add', 'invite'], remove: ['remove', 'drop', 'delete'], viewer: ['viewer', 'read-only', 'readonly'] },
    apikey: {
      make: ['new', 'create', 'add', 'make'],
      revoke: ['revoke', 'remove', 'delete', 'drop', 'end', 'disable'],
      scope: { read: ['read'], write: ['write'], send: ['send'] },
    },
    away: {
      back: ['off', 'back', 'cancel', 'stop', 'end'],
      lists: { list: ['list'], tickets: ['tickets'], orders: ['orders'] },
    },
    /** Which orders a list shows. */
    orderList: {
      open: ['open'],
      unpaid: ['unpaid', 'not paid', 'not paid yet', 'not yet paid', 'to be paid', 'payment pending', 'outstanding'],
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
      abandoned: ['abandoned', 'carts', 'abandoned carts'],
    },
    /** What has become of an order, or is to be done about it. */
    orderAct: {
      paid: ['paid', 'pay'],
      sent: ['sent', 'send', 'shipped', 'ship', 'posted', 'dispatched', 'fulfilled'],
      refund: ['refund', 'refunded'],
      cancel: ['cancel', 'cancelled', 'canceled', 'delete', 'deleted', 'remove', 'void'],
      tell: ['tell'],
    },
    settings: {
      locale: ['language'],
      timezone: ['timezone'],
      currency: ['currency'],
      country: ['country'],
      businessName: ['name'],
      digestAt: ['digest'],
      churnAt: ['churn'],
      undoSend: ['undo-send'],
      keepDays: ['keep'],
      campaignHours: ['campaign-hours'],
      campaignsAWeek: ['campaigns-a-week'],
      campaignPace: ['campaign-pace'],
      campaignWarmUp: ['warm-up'],
      quietHours: ['quiet'],
    },
    language: { 'zh-CN': ['zh', 'chinese', 'zh-cn'], en: ['en', 'english'] } satisfies Record<Locale, string[]>,
    filter: {
      key: {
        tag: ['tag'],
        city: ['city'],
        lang: ['lang', 'language'],
        channel: ['channel', 'via'],
        since: ['since', 'seen'],
        quiet: ['quiet'],
        new: ['new'],
        lead: ['lead'],
        ticket: ['ticket'],
        orders: ['orders'],
        buyers: ['buyers'],
        spent: ['spent'],
        bought: ['bought'],
        owes: ['owes'],
        blocked: ['blocked'],
        closed: ['closed'],
        birthday: ['birthday'],
      },
      lead: { open: ['open'], won: ['won'], lost: ['lost'] },
      ticket: { open: ['open'], none: ['none'] },
      owes: { us: ['us', 'me'], them: ['them', 'customer'] },
      is: { yes: ['yes'], no: ['no'] },
      /** Beside its own name. */
      channel: { telegram: [] as string[], slack: [] as string[], email: ['mail'], phone: [] as string[] },
      unit: { day: ['d'], week: ['w'], month: ['m'], year: ['y'] },
      /** Behind a figure. */
      than: { more: ['+'], less: [] as string[] },
    },
  },
} satisfies { typed: Words };

/** Words, or words by what they stand for. */
interface Words {
  [meaning: string]: readonly string[] | Words;
}
