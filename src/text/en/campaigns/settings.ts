/** What the owner may set of campaigns: among all settings, and on buttons, three in a row. */
export const settingsOfCampaigns = {
  names: {
    campaignHours: 'Hours in which campaigns leave, by the customer’s clock (campaign-hours)',
    campaignsAWeek: 'Campaigns a week for one customer at most, 0: no limit (campaigns-a-week)',
    campaignPace: 'Pace of campaigns: auto, your provider, or a minute/a day (campaign-pace)',
    campaignWarmUp: 'Begin slowly with a new address (warm-up)',
    campaignDays: 'Days after a campaign in which an order counts as brought by it (campaign-days)',
    campaignClicks: 'Count who follows the links of a campaign (clicks)',
  },
  short: {
    campaignHours: 'Campaign hours',
    campaignsAWeek: 'Campaigns a week',
    campaignPace: 'Campaign pace',
    campaignWarmUp: 'Warm-up',
    campaignDays: 'Campaign days',
    campaignClicks: 'Count clicks',
  },
};
