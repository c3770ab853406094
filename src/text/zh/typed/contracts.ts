import type { contracts as En } from '../../en/typed/contracts.ts';

export const contracts: typeof En = {
  contractActs: {
    notice: ['解约', '解除', '通知解约', '提出解约'],
    end: ['结束', '终止', '已结束'],
    renew: ['续约', '续签', '续期'],
    resume: ['恢复', '重新生效'],
    remind: ['提醒', '再提醒'],
    delete: ['删除', '删掉', '作废'],
    file: ['文件', '原件'],
  },
  dueThen: ['到期', '到期的', '快到期', '快到期的', '要到期的', '将到期', '即将到期'],
  contractsOver: ['已结束', '过期', '结束'],
  contractFiles: ['合同', '协议'],
};
