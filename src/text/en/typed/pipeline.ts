/** What is typed of the stages of leads, and of leads themselves. */
export const pipeline = {
  stage: {
    add: ['add', 'create', 'insert'],
    rename: ['rename', 'call', 'name'],
    remove: ['remove', 'delete', 'drop'],
    up: ['up', 'earlier', 'left'],
    down: ['down', 'later', 'right'],
    percent: ['%', 'percent', 'per cent', 'pct'],
    /** In front of the figure; in English it stands behind. */
    percentBefore: [] as string[],
    unit: {
      day: ['days', 'day', 'd'],
      week: ['weeks', 'week', 'w'],
      month: ['months', 'month', 'm'],
    },
    never: ['never', 'never stale'],
    /** Where another one stands: in front of the other's name. */
    place: { before: ['before', 'in front of', 'ahead of'], after: ['after', 'behind'] },
    /** In Chinese it stands behind that. */
    placeBehind: { before: [] as string[], after: [] as string[] },
    put: ['move', 'put', 'place'],
    /** Between a stage and where it, or its leads, go. */
    to: ['to', 'into', 'as', 'is', '->', '→', '='],
    next: ['next', 'next stage', 'forward', 'on'],
    previous: ['previous', 'previous stage', 'back', 'prev'],
    builtIn: {
      new: ['new lead', 'new'],
      contacted: ['contacted', 'in contact'],
      qualified: ['qualified', 'needs known'],
      quoted: ['quoted', 'quote', 'quote sent', 'proposal'],
      won: ['won'],
      lost: ['lost'],
    },
  },
  lostReason: {
    add: ['add', 'new'],
    rename: ['rename'],
    remove: ['remove', 'delete', 'drop'],
    builtIn: {
      price: ['too expensive', 'price', 'too pricey', 'over budget', 'no budget'],
      competitor: ['bought elsewhere', 'competitor', 'went with another', 'went elsewhere'],
      postponed: ['not now', 'bad timing', 'postponed', 'maybe later'],
      silent: ['no answer', 'no reply', 'went silent', 'ghosted'],
      unfit: ['not what they need', 'not a fit', 'no fit', 'wrong fit'],
    },
  },
  /** What can be said of a lead, behind its number. */
  ofLead: {
    title: ['title'],
    amount: ['amount', 'worth', 'value'],
    product: ['product', 'item', 'goods'],
    source: ['source', 'from', 'came from'],
    expected: ['expected', 'expect', 'expected on', 'closing', 'close date', 'due'],
    nextStep: ['next step', 'next'],
  },
  /** Behind /next: which leads, and that it is not to be told for a while that one is quiet. */
  step: {
    overdue: ['overdue', 'late'],
    today: ['today'],
    week: ['week', 'this week', 'soon'],
    later: ['later'],
    undated: ['undated', 'no time', 'without a time'],
    none: ['none', 'missing', 'no next step', 'without a next step'],
    hush: ['hush', 'snooze'],
    done: ['done', 'finished', 'complete', 'completed', 'did it'],
  },
  /** Instead of what is to stand there: nothing. */
  nothing: ['-', 'none', 'clear', 'nothing', 'unknown', 'off', 'no', 'remove'],
  board: {
    lost: ['lost', 'reasons', 'lost reasons'],
    conversion: ['conversion', 'converted'],
    picture: ['picture', 'image', 'png', 'chart', 'graph'],
    stale: ['stale', 'quiet', 'gone quiet'],
    expected: ['this month', 'expected this month', 'expected'],
    byAmount: ['by amount', 'largest', 'biggest'],
    byAge: ['by age', 'oldest'],
  },
  /** Behind /leads: which of them. */
  leadList: {
    won: ['won', 'won leads', 'closed won'],
    lost: ['lost', 'lost leads', 'lost reasons'],
    new: ['new', 'new leads', 'came in'],
    stale: ['stale', 'quiet', 'stale leads', 'quiet leads', 'cold'],
    open: ['open', 'open leads', 'all open'],
  },
  /** Behind /takings: what of them comes first. */
  rankings: {
    products: ['products', 'goods', 'best sellers', 'bestsellers', 'articles', 'best products', 'top products'],
    customers: ['customers', 'best customers', 'top customers', 'buyers', 'clients'],
    days: ['days', 'busiest day', 'busiest days', 'best day', 'best days'],
    newcomers: ['newcomers', 'new customers', 'new clients', 'new'],
  },
  /** Behind /orders: only the one that was placed last. */
  latestOrder: ['latest', 'newest', 'most recent', 'latest order', 'last order'],
  /** Behind /takings: it is asked what of those days is meant. */
  askWhat: ['which', 'what'],
  /** As our buttons write it. */
  /** Behind /tasks: those whose time is over. */
  overdueTasks: ['overdue', 'late', 'past due'],
  /** Behind /done and /end: all tasks there are, or of the days behind it. */
  allTasks: ['all', 'everything'],
};
