/** What is typed of invoices and reminders of them. */
export const invoices = {
  invoiceActs: {
    paid: ['paid', 'payed', 'settled'],
    part: ['part', 'partly'],
    remind: ['remind', 'reminder', 'dun'],
    by: ['by'],
    drop: ['drop', 'delete', 'remove'],
  },
  payPictures: { alipay: ['alipay'], wechat: ['wechat', 'wechat-pay', 'weixin'] },
  reminderTones: { friendly: ['friendly', 'kind'], firm: ['firm', 'firmer'], last: ['last', 'final'] },
};
