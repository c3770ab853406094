import type { partBack as En } from '../../en/sell/partBack.ts';

export const partBack: typeof En = {
  partBack: {
    credit: (number, sum) => `这里不记储值。这 ${sum} 是用来付 ${number} 的，还是退给客户存着的？没有任何改动。`,
    creditPays: (sum) => `用储值付了 ${sum}`,
    creditIsRefund: (sum) => `退成储值 ${sum}`,
    share: (percent, sum) => `${percent}%：${sum}`,
    pieces: (count, title, sum) => `${count} × ${title}：${sum}`,
    neverPaid: (number) => `${number} 没有可退的款，因为没有记过付款。是哪种情况？没有任何改动。`,
    paidAndBack: (sum, back) => (sum === back ? `付过 ${sum}，又退了` : `付过 ${sum}，退了 ${back}`),
    cancelIt: (number, sum) => `取消订单 ${number} · ${sum}`,
    soMuch: (number, most) => `${number} 退这么多吗？点一下就记下退款。最多 ${most}。`,
  },
};
