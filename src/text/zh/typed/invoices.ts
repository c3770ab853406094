import type { invoices as En } from '../../en/typed/invoices.ts';

export const invoices: typeof En = {
  invoiceActs: {
    paid: ['已付', '付清', '已付清', '已付款', '付了', '收款'],
    part: ['部分', '部分付款'],
    remind: ['提醒', '催款', '催一下'],
    by: ['来自'],
    drop: ['删除', '取消'],
  },
  payPictures: { alipay: ['支付宝'], wechat: ['微信', '微信支付'] },
  reminderTones: { friendly: ['客气', '温和'], firm: ['正式', '坚决'], last: ['最后', '最后一次'] },
};
