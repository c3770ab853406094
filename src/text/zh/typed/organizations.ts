import type { organizations as En } from '../../en/typed/organizations.ts';

export const organizations: typeof En = {
  organization: {
    act: {
      add: ['新建', '新增', '添加'],
      rename: ['改名', '重命名', '更名'],
      note: ['备注'],
      domain: ['域名'],
      website: ['网站', '官网', '网址'],
      taxId: ['税号'],
      address: ['地址'],
      merge: ['合并', '就是'],
      main: ['主要', '主公司'],
      remove: ['删除'],
      others: ['同事', '其他人'],
    },
    as: ['做', '是', '负责', '任'],
  },
};
