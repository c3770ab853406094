import type { ready as En } from '../../en/typed/ready.ts';

export const ready: typeof En = {
  faq: {
    add: ['添加', '新增', '新建', '加', '存', '记'],
    drop: ['删除', '删', '删掉'],
    itself: ['自动', '自动发', '自动发出'],
    propose: ['提议', '只备好', '备好', '手动', '不自动'],
  },
  autoreply: {
    on: ['开启', '打开', '开', '启用'],
    off: ['关闭', '关掉', '关', '停', '停用', '全部关闭'],
    orders: ['订单', '订单情况'],
    text: ['内容', '文案', '措辞', '话术', '文字'],
    itself: ['自动', '开启', '打开', '开'],
    plain: ['默认', '恢复', '原样', '关闭'],
  },
};
