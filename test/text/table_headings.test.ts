import { describe, expect, it } from 'vitest';
import { meaningOfHeading } from '../../src/text/table/header_words.ts';

/** The headings of the exports that people bring along. */
const EXPORTS: Record<string, Record<string, string>> = {
  HubSpot: {
    'Record ID': 'leave',
    'First Name': 'given',
    'Last Name': 'family',
    Email: 'mail',
    'Phone Number': 'phone',
    'Mobile Phone Number': 'phone',
    City: 'city',
    'Company Name': 'company',
  },
  Twenty: {
    Id: 'leave',
    'Name / First Name': 'given',
    'Name / Last Name': 'family',
    'Emails / Primary Email': 'mail',
    'Phones / Primary Phone Number': 'phone',
    City: 'city',
  },
  EspoCRM: {
    'First Name': 'given',
    'Last Name': 'family',
    'Email Address': 'mail',
    Phone: 'phone',
    'Account Name': 'company',
    'Address City': 'city',
  },
  'Shopify customers': {
    'Customer ID': 'leave',
    'First Name': 'given',
    'Last Name': 'family',
    Email: 'mail',
    'Default Address Company': 'company',
    'Default Address City': 'city',
    'Default Address Phone': 'phone',
    Phone: 'phone',
    'Total Spent': 'leave',
    Tags: 'tags',
    Note: 'undefined',
  },
  Google: {
    'First Name': 'given',
    'Middle Name': 'middle',
    'Last Name': 'family',
    'Organization Name': 'company',
    Labels: 'tags',
    'E-mail 1 - Value': 'mail',
    'E-mail 2 - Value': 'mail',
    'Phone 1 - Value': 'phone',
    'Phone 1 - Label': 'leave',
  },
  Outlook: {
    'First Name': 'given',
    'E-mail Address': 'mail',
    'Mobile Phone': 'phone',
    'Home Phone': 'phone',
    'Business Phone': 'phone',
    Company: 'company',
    Categories: 'tags',
    'Business City': 'city',
  },
  WeChat: { 昵称备注: 'name', 微信号: 'wechat', 手机号: 'phone', 标签: 'tags', 备注名: 'name' },
  Chinese: {
    客户姓名: 'name',
    联系电话: 'phone',
    电话2: 'phone',
    电子邮箱: 'mail',
    所在城市: 'city',
    公司名称: 'company',
  },
};

describe('a heading', () => {
  it.each(Object.entries(EXPORTS))('of %s says what its column holds', (_, headings) => {
    const read = Object.fromEntries(
      Object.keys(headings).map((heading) => [heading, String(meaningOfHeading(heading))]),
    );
    expect(read).toEqual(headings);
  });
});
