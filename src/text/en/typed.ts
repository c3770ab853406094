import type { Locale } from '../locale.ts';

/** What users type behind a command or in a filter; of several words the first is how it is written back. Lower case. */
import { campaigns } from './typed/campaigns.ts';
import { contracts } from './typed/contracts.ts';
import { filter } from './typed/filter.ts';
import { invoices } from './typed/invoices.ts';
import { organizations } from './typed/organizations.ts';
import { pipeline } from './typed/pipeline.ts';
import { quotes } from './typed/quotes.ts';
import { ready } from './typed/ready.ts';
import { serve } from './typed/serve.ts';
import { systems } from './typed/systems.ts';
import { tickets } from './typed/tickets.ts';

export const typed = {
  typed: {
    ...campaigns,
    ...systems,
    ...tickets,
    ...organizations,
    ...pipeline,
    ...contracts,
    ...invoices,
    ...quotes,
    filter,
    /** Behind /export: not only contacts, but all there is. */
    everything: ['all', 'everything'],
    /** Behind /export: what only the whole export has. */
    otherTables: ['orders', 'order', 'messages', 'tickets', 'leads', 'tasks', 'payments', 'invoices', 'products'],
    /** What a table in a file is called. */
    tableKinds: [
      ...['csv', 'excel', 'xlsx', 'xls', 'spreadsheet', 'table', 'file', 'to excel', 'to csv', 'as excel', 'as csv'],
      ...['as xlsx', 'as a table', 'as a file', 'as a spreadsheet', 'in excel'],
    ],
    /** Of people: they have bought nothing. */
    neverBought: ['never bought', 'not bought', 'no orders', 'without orders', 'never ordered', 'has not bought'],
    off: ['off'],
    ...serve,
    ...ready,
    no: ['no'],
    or: ['or'],
    drop: ['drop'],
    rotate: ['rotate', 'secret', 'renew', 'rekey'],
    both: ['both'],
    /** The whole of an amount. */
    all: ['all', 'full', 'everything', 'in full', 'all of it'],
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
    /** A customer's whole answer, which stops what comes to them unasked. */
    stop: ['stop', 'stopall', 'stop all', 'unsubscribe', 'optout', 'opt out', 'opt-out', 'unsubscribe me'],
    /** Behind /import and its number: its people agreed to get news. */
    agreed: ['agreed'],
    consent: {
      purpose: {
        newsletter: ['news', 'newsletter'],
        offers: ['offers', 'offer', 'sale', 'discount'],
        reminders: ['reminders'],
      },
      ask: ['ask'],
      /** They have not reported us as spam, whatever a report says. */
      mistake: ['mistake'],
      /** They did not ask for no more, whatever it reads like. */
      keep: ['keep'],
      /** Instead of a name: all of whom it is to be decided. */
      asked: ['asked'],
      /** Said whole, and of nothing else, they say that somebody agreed, and how. */
      clear: [
        ...[
          'told me',
          'told me so',
          'said so',
          'in person',
          'on the phone',
          'by phone',
          'at the counter',
          'at the fair',
        ],
        ...[
          'said so at the fair',
          'told me at the fair',
          'signed the list at the fair',
          'at the market',
          'in the shop',
        ],
        ...['in our shop', 'in the store', 'in our store', 'on our site', 'on our website', 'signed up on our site'],
        ...['signed up on our website', 'ticked the box', 'ticked a box', 'ticked the box on our site'],
      ],
    },
    switch: { on: ['on'], off: ['off'] },
    /** What a command was called before: understood as its own word is, and shown nowhere. */
    former: {
      answered: [] as string[],
      answersto: [] as string[],
      lead: [] as string[],
      leads: [] as string[],
      won: [] as string[],
      lost: [] as string[],
      ticket: ['t'] as string[],
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
      consent: ['agree', 'agreed', 'optin', 'opt-in', 'subscribe', 'subscribed'],
      unsubscribe: ['optout', 'opt-out', 'unsub'],
      back: ['back', 'return'],
      help: ['menu', 'commands', 'list'],
      rename: [] as string[],
      settings: ['setting', 'config', 'preferences'],
      task: ['remind', 'reminder', 'todos'],
      reply: ['send', 'answer', 'msg', 'text'],
      contact: ['customer', 'who', 'call', 'phone', 'ring'],
      call: [] as string[],
      later: ['schedule'],
      away: ['vacation', 'holiday'],
      timeline: ['history', 'chat', 'log'],
      quote: ['price', 'invoice', 'bill', 'estimate', 'offer'],
      find: ['contacts', 'customers', 'clients', 'people'],
      done: ['finish', 'finished', 'complete', 'completed'],
      resolve: ['solve', 'fix', 'fixed', 'refunded'],
      cancel: ['abort', 'unsend', 'recall'],
      won: ['sold', 'deal'],
      stop: ['halt'],
      pipeline: ['funnel', 'board', 'kanban'],
      move: [] as string[],
      stages: ['stage'],
      lostreasons: ['reasons'],
      takings: ['payments', 'received', 'turnover'],
    },
    label: { lead: ['lead'], ticket: ['ticket'], feedback: ['feedback'], other: ['other'] },
    canned: { save: ['save'], drop: ['drop', 'delete'] },
    /** Behind '/gone Anna': they are a customer after all. */
    gone: { back: ['back', 'is back', 'came back', 'again', 'undo', 'cancel', 'not gone'] },
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
      yesno: {
        yes: ['yes', 'y', 'true', '1', '✓', '✔', 'x', 'yep', 'yeah'],
        no: ['no', 'n', 'false', '0', '✗', '✘', 'nope'],
      },
      day: { yesterday: ['yesterday'], today: ['today'], tomorrow: ['tomorrow'] },
      lunar: ['lunar'],
      /** Between a field and what is to stand there. */
      is: ['is now', 'is', 'to', '->', '→', '='],
      /** In front of a field that is to be changed. */
      set: ['change', 'set', 'update', 'the', 'his', 'her', 'their'],
      /** In front of what is to be emptied; those of Chinese also behind it. */
      clear: ['clear', 'remove', 'delete', 'erase', 'empty', 'drop', 'unset', 'reset', 'take away', 'take out', 'no'],
      /** Whether there is anything in it. */
      filled: { any: ['any', 'known'], none: ['none', 'unknown', 'nothing', 'empty', 'clear'] },
    },
    segment: { add: ['new', 'add'], rename: ['rename'], edit: ['edit', 'change'], remove: ['delete', 'remove'] },
    template: {
      add: ['new', 'add'],
      edit: ['edit', 'write'],
      preview: ['preview'],
      fallback: ['fallback'],
      rename: ['rename'],
      remove: ['delete', 'remove'],
      variable: {
        name: ['name'],
        first_name: ['first_name'],
        city: ['city'],
        language: ['language'],
        birthday: ['birthday'],
        address: ['address'],
        tags: ['tags'],
        fields: ['fields'],
        orders: ['orders'],
        last_order: ['last_order'],
        order_number: ['order_number'],
        order_total: ['order_total'],
        order_date: ['order_date'],
        cart: ['cart'],
        cart_url: ['cart_url'],
        cart_total: ['cart_total'],
        shop: ['shop'],
        shop_name: ['shop_name'],
        today: ['today'],
        unsubscribe_url: ['unsubscribe_url'],
      },
    },
    team: { add: ['add', 'invite'], remove: ['remove', 'drop', 'delete'], viewer: ['viewer', 'read-only', 'readonly'] },
    away: {
      back: ['off', 'back', 'cancel', 'stop', 'end'],
      lists: { list: ['list'], tickets: ['tickets'], orders: ['orders'] },
    },
    /** Which orders a list shows. */
    settings: {
      locale: ['language'],
      timezone: ['timezone'],
      currency: ['currency'],
      country: ['country'],
      businessName: ['name'],
      digestAt: ['digest'],
      churnAt: ['churn'],
      ageGroups: ['age'],
      frequencyGroups: ['frequency'],
      powerGroups: ['power'],
      undoSend: ['undo-send'],
      keepDays: ['keep'],
      campaignHours: ['campaign-hours'],
      campaignsAWeek: ['campaigns-a-week'],
      campaignPace: ['campaign-pace'],
      campaignWarmUp: ['warm-up'],
      campaignDays: ['campaign-days'],
      campaignClicks: ['clicks'],
      followUpsAtOnce: ['follow-ups-at-once'],
      ratings: ['ratings', 'csat', 'rating', 'satisfaction'],
      ratingDays: ['ratings-days'],
      ratingMinutes: ['ratings-wait'],
      quietHours: ['quiet'],
      adLabel: ['ad-label'],
      senderLine: ['sender'],
      holidays: ['days-off', 'holidays'],
      ticketTargets: ['targets'],
      ticketWarn: ['warn'],
      ticketReopenDays: ['reopen-days'],
      promiseOffers: ['promises'],
    },
    adLabel: { chinese: ['chinese'], always: ['always'] },
    language: { 'zh-CN': ['zh', 'chinese', 'zh-cn'], en: ['en', 'english'] } satisfies Record<Locale, string[]>,
  },
} satisfies { typed: Words };

/** Words, or words by what they stand for. */
interface Words {
  [meaning: string]: readonly string[] | Words;
}
