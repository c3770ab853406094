import { plural } from './plural.ts';

export const people = {
  contact: {
    city: 'City',
    language: 'Language',
    writesTo: (writer: string, name: string): string => `${writer} (in ${name}’s thread)`,
    threadOf: (name: string): string => `in ${name}’s thread`,
    noName: 'This contact has no name yet: /add with their phone or mail address and a name.',
    answersGoTo: 'Answers go to',
    sign: {
      address: 'from an order’s address: may not be theirs',
      order: 'given with an order: may not be theirs',
      named: 'named by somebody else: may not be theirs',
      unread: 'as written; not a number I can read',
      extension: 'with an extension: shared with others',
      service: 'a service number: shared with others',
      shared: 'also somebody else’s',
      writer: 'writes from the same address',
      former: 'former name',
    },
    claimed: 'not confirmed',
    closed: 'has closed this chat to us',
    bought: 'Bought',
    waiting: 'Waiting',
    waitsSince: (age: string): string => `waiting for ${age}`,
    open: 'Open',
    orders: 'Orders',
    lastWords: 'Latest messages',
    direction: { in: '←', out: '→', automatic: '🤖', note: '📝', call: '📞', visit: '🚪' } as Record<string, string>,
    file: '(file)',
  },
  find: {
    whom: 'Who is it about? Tap someone seen lately, or write their name after the command.',
    nobody: (query: string): string => `Nobody found for “${query}”.`,
    nobodyPaid: (goods: string): string => `Nobody has paid for “${goods}” yet.`,
    orderedUnpaid: (count: number, goods: string): string =>
      `Ordered and not paid, “${goods}”: ${plural(count, 'order')}.`,
    said: (words: string): string => `“${words}”`,
    noId: (id: string): string => `There is no contact ${id}.`,
    forEach: (name: string, others: string[]): string =>
      `Is this for ${name} and ${others.join(', ')}? Nothing has been done yet: a button does it for one of them.`,
    atCompany: (name: string): string => `${name} is a company. Who there do you mean?`,
    nobodyHint: '/find and part of a name shows who there is.',
    which: (query: string): string => `Which “${query}”?`,
    perhaps: (query: string, name: string): string => `There is no “${query}”. Is it ${name}?`,
    perhapsOneOf: (query: string): string => `There is no “${query}”. Is it one of these?`,
    billedElsewhere: (number: string, billed: string, name: string): string =>
      `Order ${number} is ${billed}. Is this for ${name}? Nothing has been done yet.`,
    formerly: (query: string, name: string): string => `“${query}” is called ${name} now.`,
    isItFormer: (query: string, name: string): string => `“${query}” is called ${name} now. Is that who you mean?`,
    shownInstead: (query: string, name: string): string => `There is no “${query}”. This is ${name}.`,
    onlyAlike: (query: string): string => `There is no “${query}”, only someone whose name is like it.`,
    moreOfName: (part: string, name: string): string =>
      `Is “${part}” part of ${name}’s name, or of your words? Nothing was done yet.`,
    /** Two names fit, of which one is the beginning of the other. */
    addressedEither: (names: readonly string[]): string =>
      `For ${names.join(' or ')}: what shall I do with this? Nothing has been sent yet.`,
    cardOrNamed: (card: string, named: string): string =>
      `Is this for ${named}, or for ${card}, whose card you answered?`,
    /** They alone read it, wherever it goes. */
    waitsInSeveral: (name: string): string => `${name} waits for an answer in several places. Which one is this for?`,
    whichConversation: (name: string): string =>
      `${name} has several conversations, and an answer would not reach the same people in each. Which one is this for?`,
    fileForWhich: (name: string): string =>
      `${name} has several conversations, and an answer would not reach the same people in each. A file cannot wait for a choice: send it as a reply to the card it answers.`,
    found: (query: string): string => `Results for “${query}”`,
    more: 'There are more. Add a word to narrow it down.',
  },
  filter: {
    money: (figure: string, currency: string): string => `${currency}${figure}`,
    found: (total: number, filter: string): string => `${plural(total, 'person', 'people')}: ${filter}`,
    nobody: (filter: string): string => `Nobody matches “${filter}”.`,
    fewer: 'Leave something out to find more. /find lists what can be asked for.',
    unclear: (word: string): string => `“${word}” is not a filter I know.`,
    possibleIs: 'You can write',
    /** In front of any of them, - leaves those people out. */
    possible: {
      tag: '#vip, -#vip',
      name: 'a name',
      city: 'city:Berlin',
      org: 'org:Acme, org:none',
      lang: 'lang:en, lang:zh',
      channel: 'channel:mail, channel:telegram',
      since: 'since:90d (seen in the last 90 days)',
      quiet: 'quiet:30d (not seen for 30 days)',
      new: 'new:7d (known for 7 days at most)',
      lead: 'lead:open, lead:won, lead:lost',
      ticket: 'ticket:open, ticket:none, ticket:late, ticket:complaint',
      priority: 'priority:urgent (of their open tickets)',
      orders: 'orders:>=2, orders:0',
      buyers: 'buyers:1042,1043',
      spent: 'spent:>=1000, spent:>$50',
      bought: 'bought:tea',
      owes: 'owes:us (we owe them an answer), owes:them',
      blocked: 'blocked:yes (you have blocked them), blocked:no',
      closed: 'closed:yes (they have closed the chat to you), closed:no',
      birthday: 'birthday:30d, birthday:"this month", birthday in next 30 days',
      category: 'category:tea (as your shop calls it)',
      last: 'last>60 (last bought more than 60 days ago), last:30d (within 30 days)',
      reach: 'reach:mail (not closed, bounced or blocked there)',
      consent: 'consent:newsletter',
      age: 'age:young, age:middle, age:old',
      frequency: 'frequency:high, frequency:medium, frequency:low',
      power: 'power:high, power:medium, power:low',
      segment: 'segment:regulars',
      got: 'got:12 (got campaign 12), -got:12',
      clicked: 'clicked:12 (followed a link of campaign 12)',
      replied: 'replied:12 (answered campaign 12)',
      bounced: 'bounced:12 (campaign 12 came back from them)',
      unmailed: 'unmailed:30d (no campaign for 30 days)',
      field: '"shoe size">38, tea:green, address:Berlin, tea:none',
    },
  },
  add: {
    added: 'Saved.',
    known: (name: string): string => `Added to ${name}.`,
    nothingNew: (name: string): string => `Already known as ${name}; there was nothing new in it.`,
    twoPeople: 'This names two people, who sends and who receives. Which one shall I add?',
    several: 'This reads like several people. Nothing was saved yet.',
    addEach: (words: string): string => `Add ${words}`,
    allOne: 'It is all one person',
    sender: (words: string): string => `Sender: ${words}`,
    receiver: (words: string): string => `Recipient: ${words}`,
    notAPhone: (typed: string, country: string, example: string): string =>
      `${typed} is not a phone number I can read (${country}). Write it like ${example}.`,
    unread: (typed: string, country: string, example: string): string =>
      `${typed} is not a phone number I can read (${country}): kept as you wrote it, not checked. A whole one looks like ${example}.`,
    noted: (notes: string): string => `Kept as a note: ${notes}`,
    comma: ', ',
    isItRight: 'Shall I add this contact? Nothing is saved yet.',
    lead: (wish: string): string => `Lead: ${wish}`,
    withLead: (wish: string): string => `Add contact and lead: ${wish}`,
    nameless: 'No name',
    isName: 'It is part of the name',
    sameName: (name: string): string => `Somebody is called ${name} already. Is it the same person?`,
    heldBy: (address: string, holder: string, name: string): string =>
      `${address} is ${holder}’s. You wrote ${name}: is that the same person?`,
    addTo: (name: string): string => `Add to ${name}`,
    newContact: 'New contact',
    notSaved: 'Nothing is saved yet.',
    notAnEmail: (typed: string): string => `${typed} is not a mail address. It looks like anna@example.com.`,
    notATag: (typed: string): string => `${typed} cannot be a tag: letters, digits, - and _ only.`,
  },
  rename: {
    done: (before: string, after: string): string => `${before} → ${after}`,
    same: (name: string): string => `${name} keeps this name, whatever their channel calls them.`,
  },
  edit: {
    done: 'Saved.',
    which: (name: string): string => `${name} has several. Which one is to go?`,
    goes: (address: string): string => `Remove ${address}`,
    stays: (addresses: string): string => `Still there: ${addresses}`,
    beside: 'Keep them all and add the new one',
    hasNone: (name: string, what: string): string => `${name} has nothing there: ${what}.`,
    unread: (typed: string, country: string): string =>
      `${typed} is not a phone number I can read (${country}): kept as you wrote it, not checked.`,
    what: (name: string, words: string): string => `What is “${words}” to ${name}?`,
    isName: 'The new name',
    newField: (name: string, value: string): string => `New field ${name}: ${value}`,
    writesFrom: (name: string, channel: string, address: string): string =>
      `${name} writes to you from ${address} (${channel}). Without it, what comes from there would be a stranger’s: it can only be taken out together with its messages.`,
    broughtBy: (name: string, channel: string, address: string): string =>
      `A shop’s account came to ${name} by ${address} (${channel}), with its orders. Without the address they would stay with ${name}: it can only be taken out together with them.`,
  },
  delete: {
    title: (name: string): string => `Delete ${name}?`,
    goes: (all: Record<'messages' | 'leads' | 'tickets' | 'tasks' | 'later' | 'orders', number>): string => {
      const gone = [
        ...(all.messages > 0 ? [plural(all.messages, 'message')] : []),
        ...(all.leads > 0 ? [plural(all.leads, 'lead')] : []),
        ...(all.tickets > 0 ? [plural(all.tickets, 'ticket')] : []),
        ...(all.tasks > 0 ? [plural(all.tasks, 'task')] : []),
        ...(all.later > 0 ? [`${plural(all.later, 'answer')} to be sent later`] : []),
      ];
      const orders = all.orders > 0 ? ` ${plural(all.orders, 'order')} will stay, without a customer.` : '';
      return gone.length > 0 ? `This also deletes ${gone.join(', ')}.${orders}` : orders.trim();
    },
    sure: 'Delete',
    hint: 'You can undo it for 30 days. If you only want quiet, block them.',
    answering: (name: string): string =>
      `An answer to ${name} is on its way. Stop it, or wait until it has left; then delete again.`,
    stop: 'Stop the answer',
    done: (name: string): string => `🗑 ${name} is deleted. You can undo it for 30 days.`,
  },
  block: {
    partOf: (name: string): string => `The customer of this button is now part of ${name}. Block ${name}?`,
    done: (name: string): string =>
      `🚫 ${name} is blocked: what they send is kept, and not shown to you. You still hear about their orders.`,
    already: (name: string): string => `${name} is blocked already.`,
    /** Somebody blocked is answered all the same. */
    answered: (name: string): string =>
      `You have blocked ${name}: this will be sent, but their reply will not be shown (/unblock).`,
    later: (name: string): string => `You have blocked ${name}: at the time you will be asked first (/unblock).`,
    /** What was on its way to them. */
    stopped: (answers: number, later: number): string[] => [
      ...(answers > 0 ? [`${plural(answers, 'answer')} to them had not been sent yet, and will not be.`] : []),
      ...(later > 0
        ? [`${plural(later, 'answer')} to be sent later: at the time you will be asked instead (/scheduled).`]
        : []),
    ],
    notSent: (answers: number): string => `${plural(answers, 'answer')} to them were not sent:`,
    over: (name: string, count: number): string =>
      count > 0
        ? `${name} is unblocked. Meanwhile ${plural(count, 'message')} came in:`
        : `${name} is unblocked. Nothing came in meanwhile.`,
    never: (name: string): string => `${name} is not blocked.`,
    list: 'Blocked',
    nobody: 'You have blocked nobody.',
    since: (when: string): string => `since ${when}`,
    freed: 'not blocked any more',
    withheld: (count: number): string => `${plural(count, 'message')} not shown`,
    field: 'Blocked by you',
  },
  city: {
    now: (name: string, city: string | null): string => `${name}: ${city ?? 'city not known'}`,
  },
  tag: {
    now: (name: string, tags: string): string => `${name}: ${tags || 'no tags'}`,
    meant: (name: string, tags: string): string => `Tags begin with #. Shall ${name} get ${tags}?`,
  },
  link: {
    made: (name: string): string => `Link for ${name}`,
    sendIt: (name: string, days: number): string =>
      `Send it to ${name}. Whoever opens it first is taken for ${name}; it works once, for ${days} days.`,
    noBot:
      'There is no Telegram bot to link to. Set TELEGRAM_BOT_TOKEN (from @BotFather); /status shows whether it is on.',
    opened: (name: string): string => `🔗 ${name} has opened your link and can be reached on Telegram now.`,
    /** Whoever opened it is somebody we know already. */
    openedByAnother: (name: string, by: string): string => `🔗 Your link for ${name} was opened by ${by}`,
    areTheyOne: (by: string): string => `${by} is a contact already. Are they the same person?`,
    merge: 'Same person: merge',
  },
  customer: {
    welcome: (business: string): string =>
      `Hello! You have reached ${business || 'us'}. Write your question here and you will get an answer in this chat.`,
  },
  bulk: {
    call: 'call',
    whom: (filter: string): string => `Everyone who matches: ${filter}`,
    among: 'Among them',
    askTag: (total: number, tags: string): string => `Tag ${plural(total, 'person', 'people')}: ${tags}?`,
    tagged: (changed: number, had: number, tags: string): string =>
      `✓ ${tags}: ${plural(changed, 'person', 'people')}${had > 0 ? `, ${had} already had it` : ''}.`,
    askTask: (total: number, task: string): string => `Make ${plural(total, 'task')}, one per person: ${task}?`,
    otherTask: (filter: string): string => `Another task: /taskall tomorrow 10am send samples where ${filter}`,
    tasksMade: (count: number, task: string): string => `☐ Made ${plural(count, 'task')}: ${task}`,
    oneTask: 'One task for all',
    tooMany: (total: number, most: number): string =>
      `That is ${total} people; at most ${most} at once. Narrow the filter, for example with since:30d.`,
    tooManyTasks: (total: number, most: number): string =>
      `That would be ${total} tasks; at most ${most} at once. Narrow the filter, or make one task for all.`,
    changedSince: (before: number): string =>
      `When I asked it was ${plural(before, 'person', 'people')}. Please confirm again.`,
  },
  export: {
    fileName: 'contacts',
    inAll: (words: string): string =>
      `By itself I export contacts alone. The whole export has “${words}” as a table (CSV) of its own.`,
    all: 'Export everything',
    done: (total: number, filter: string): string => `${plural(total, 'contact')}${filter ? `: ${filter}` : ''}`,
    columns: [
      'Number',
      'Name',
      'Tags',
      'City',
      'Company',
      'Role',
      'Language',
      'Channels',
      'Addresses',
      'First seen',
      'Last seen',
      'Orders',
    ],
    spent: (currency: string): string => `Spent ${currency}`,
  },
};
