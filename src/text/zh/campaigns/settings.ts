import type { settingsOfCampaigns as En } from '../../en/campaigns/settings.ts';

/** What the owner may set of campaigns: among all settings, and on buttons, three in a row. */
export const settingsOfCampaigns: typeof En = {
  names: {
    campaignHours: '群发时段，按客户当地时间（群发时段）',
    campaignsAWeek: '每位客户一周最多收几次群发，0 为不限（每周群发）',
    campaignPace: '群发速度：自动、邮箱服务商，或 每分钟/每天（群发速度）',
    campaignWarmUp: '新地址慢慢加量（慢慢加量）',
    campaignDays: '群发后几天内的订单算它带来的（群发天数）',
    campaignClicks: '统计有多少人点了群发里的链接（点击统计）',
  },
  short: {
    campaignHours: '群发时段',
    campaignsAWeek: '每周群发',
    campaignPace: '群发速度',
    campaignWarmUp: '慢慢加量',
    campaignDays: '群发天数',
    campaignClicks: '点击统计',
  },
};
