/** What users type about what customers say of us. */
export const serve = {
  /** Who called whom. */
  callDirection: {
    in: ['incoming', 'inbound', 'called'],
    out: ['outgoing', 'outbound'],
  },
  feedback: {
    kind: {
      praise: ['praise', 'compliment', 'compliments', 'kudos'],
      suggestion: ['suggestion', 'suggestions', 'idea', 'ideas', 'wish', 'wishes', 'request', 'requests'],
      criticism: ['criticism', 'critique', 'grievance', 'complaint', 'complaints'],
    },
    state: { open: ['open', 'reopen'], done: ['done', 'shipped', 'here'], declined: ['declined', 'decline', 'no'] },
    act: { tell: ['tell'], send: ['send'], quote: ['quote', 'permission'], ask: ['ask'] },
    /** What feedback is often about; the first is its tag. */
    themes: {
      packaging: ['packaging', 'packaging', 'package', 'box', 'wrapping', 'wrapped', 'small pack'],
      price: ['price', 'price', 'pricing', 'expensive', 'cheap', 'cheaper', 'discount'],
      delivery: ['delivery', 'delivery', 'shipping', 'courier', 'arrived late', 'postage'],
      taste: ['taste', 'taste', 'flavour', 'flavor', 'tasty'],
      size: ['size', 'size', 'sizes', 'smaller', 'larger', 'bigger'],
      colour: ['colour', 'colour', 'color', 'colours', 'colors'],
      quality: ['quality', 'quality', 'sturdy', 'flimsy'],
      service: ['service', 'service', 'friendly', 'rude', 'helpful', 'quick reply'],
      website: ['website', 'website', 'site', 'checkout', 'page', 'app'],
      payment: ['payment', 'payment', 'pay by', 'paypal', 'invoice'],
    },
  },
  csat: {
    words: ['words', 'wording', 'question', 'text'],
    picture: ['picture', 'image', 'chart', 'png'],
    low: ['low', 'bad', 'poor', 'unhappy'],
  },
};
