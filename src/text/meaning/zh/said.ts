/** How what was read is put into a line, and what stands in front of what is wanted. */
export const said = {
  tax: (percent: string) => `加${percent}%税`,
  less: (sum: string) => `优惠${sum}`,
  added: (what: string, sum: string) => `加 1x ${what} ${sum}`,
  total: (sum: string) => `总价 ${sum}`,
  validUntil: (when: string) => `有效期到${when}`,
};

/** In front of what somebody wants, bought or says: 刚刚下单了. */
export const BEFORE_THING =
  /^(?:刚刚?|又|也|今天|昨天|说)*(?:想做|想买|想要|想订|打算买|准备订|有意向|感兴趣|下了一单|下单了?|买了|订了|拿了|要了|反映|反馈|建议|觉得|签了)?\s*/u;
