import type { systems as En } from '../../en/typed/systems.ts';
import { post } from './post.ts';

/** What is typed of shops, forms, hooks, keys and posts. */
export const systems: typeof En = {
  post,
  shopKey: { key: ['密钥'], history: ['历史'], stop: ['停止'], repair: ['修复'] },
  hook: {
    add: ['添加', '加', '新增', '新建'],
    test: ['测试', '试', '试一下'],
    on: ['开', '开启', '启用'],
    off: ['关', '关闭', '停', '停用'],
    rotate: ['换密钥', '更换密钥', '密钥', '换'],
    remove: ['删除', '删', '移除'],
  },
  shops: {
    shopify: ['shopify店铺'],
    woocommerce: ['woo店铺'],
    stripe: ['stripe支付'],
    youzan: ['有赞', '有赞店铺', '有赞商城', '有赞微商城'],
    standard: ['其他系统', '自有系统', '自己的系统', '其他', '自建', 'erp系统'],
  },
  closedShops: [
    ...['淘宝', '淘宝店', '天猫', '拼多多', '京东', '抖音', '抖音小店', '小红书', '微店', '微信小店', '视频号小店'],
    ...[
      '微信',
      '微信支付',
      '支付宝',
      '闲鱼',
      '快手',
      '快手小店',
      '美团',
      '饿了么',
      '亚马逊',
      '微盟',
      '1688',
      '阿里巴巴',
    ],
  ],
  webForm: {
    form: ['表单', '网站表单'],
    act: {
      name: ['名称', '名字', '改名'],
      language: ['语言'],
      fields: ['填写项', '字段', '问'],
      newsletter: ['订阅', '资讯订阅', '资讯'],
      sites: ['网站', '域名'],
      thanks: ['感谢页', '感谢'],
      snippet: ['文件', '代码', '嵌入'],
      rotate: ['换密钥', '密钥', '换'],
      held: ['拦下', '已拦下', '拦下的', '垃圾'],
      release: ['放行'],
    },
    field: {
      name: ['称呼', '姓名', '名字'],
      email: ['邮箱', '邮件', '电子邮箱'],
      phone: ['电话', '手机', '手机号'],
      company: ['公司', '单位'],
    },
    message: ['留言', '和'],
    any: ['任何', '全部', '不限'],
    ours: ['默认', '我们的'],
  },
  hookNouns: {
    contact: ['客户', '联系人'],
    lead: ['意向', '线索', '商机'],
    ticket: ['工单', '售后'],
    order: ['订单'],
    message: ['消息', '信息'],
    all: ['全部', '所有', '都要'],
  },
  hookEvents: {
    'lead.won': ['成交'],
    'order.paid': ['付款', '已付款', '收款'],
    'order.refunded': ['退款'],
  },
  apikey: {
    make: ['新建', '添加', '加'],
    revoke: ['撤销', '吊销', '注销', '作废', '停用', '删除', '删'],
    scope: { read: ['读', '只读'], write: ['写', '读写'], send: ['发', '发送'] },
  },
};
