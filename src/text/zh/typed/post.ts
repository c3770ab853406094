import type { post as En } from '../../en/typed/post.ts';

/** Behind /发帖. */
export const post: typeof En = {
  step: {
    go: ['发', '发布', '马上发'],
    at: ['定时', '时间'],
    timed: ['按时'],
    edit: ['改', '修改', '编辑'],
    drop: ['放弃', '取消'],
    back: ['撤回', '不定时'],
    delete: ['删除', '删'],
    for: ['文案', '复制'],
    with: ['加'],
    without: ['不要', '去掉'],
    bot: ['机器人'],
  },
  show: ['看', '看看', '效果', '结果', '数据', '报告', '统计', '点击'],
  to: ['到', '发到'],
  only: ['只发', '仅发', '只'],
  off: ['关'],
  list: ['列表'],
  network: {
    moments: ['朋友圈', '微信朋友圈'],
    xiaohongshu: ['小红书'],
    weibo: ['微博', '新浪微博'],
    instagram: ['ins'],
    x: ['推特'],
  },
  leave: ['发', '发布', '发出', '发送', '再发', '定时', '定时发', '定时发布'],
};
