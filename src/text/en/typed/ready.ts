/** What users type about answers that lie ready. */
export const ready = {
  faq: {
    add: ['add', 'new', 'save', 'keep'],
    drop: ['drop', 'delete', 'remove'],
    itself: ['itself', 'auto', 'automatic', 'automatically'],
    propose: ['propose', 'ask', 'suggest', 'manual'],
  },
  autoreply: {
    on: ['on', 'start', 'enable'],
    off: ['off', 'stop', 'disable', 'pause'],
    orders: ['orders', 'order'],
    hours: ['hours', 'closed', 'out-of-hours', 'after-hours'],
    text: ['text', 'words', 'wording', 'message'],
    itself: ['on', 'itself', 'auto', 'by itself'],
    plain: ['plain', 'default', 'reset', 'off'],
  },
};
