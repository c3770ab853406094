import { describe, expect, it } from 'vitest';
import { zonesOfPhone } from '../../../src/text/person/phone_zone.ts';
import { zonesOfCity } from '../../../src/text/when/place/city_zone.ts';
import { zonesOfCountry } from '../../../src/text/when/place/country_zones.ts';

describe('the clock of a city', () => {
  it.each([
    ['New York, NY', 'America/New_York'],
    ['New York NY', 'America/New_York'],
    ['New York, NY 10001', 'America/New_York'],
    ['Chicago, IL', 'America/Chicago'],
    ['Chicago', 'America/Chicago'],
    ['London, UK', 'Europe/London'],
    ['London, United Kingdom', 'Europe/London'],
    ['Berlin, Germany', 'Europe/Berlin'],
    ['Berlin, DE', 'Europe/Berlin'],
    ['10115 Berlin', 'Europe/Berlin'],
    ['Sydney NSW', 'Australia/Sydney'],
    ['Sydney, NSW 2000', 'Australia/Sydney'],
    ['San Francisco, CA', 'America/Los_Angeles'],
    ['Toronto, CA', 'America/Toronto'],
    ['Mumbai, IN', 'Asia/Calcutta'],
    ['Honolulu, HI', 'Pacific/Honolulu'],
    ['Zürich', 'Europe/Zurich'],
    ['München', 'Europe/Berlin'],
    ['Köln', 'Europe/Berlin'],
    ['Wien', 'Europe/Vienna'],
    ['Praha', 'Europe/Prague'],
    ['São Paulo', 'America/Sao_Paulo'],
    ['Auckland', 'Pacific/Auckland'],
    ['Springfield, IL', undefined],
    ['Portland, OR', 'America/Los_Angeles'],
    ['London, ON', 'America/Toronto'],
    ['London, Ontario', 'America/Toronto'],
    ['London, Ontario, Canada', 'America/Toronto'],
    ['London, Canada', 'America/Toronto'],
    ['Athens, Georgia, USA', 'America/New_York'],
    ['Athens, Georgia', 'America/New_York'],
    ['Tbilisi, Georgia', 'Asia/Tbilisi'],
    ['Sydney Nova Scotia', 'America/Halifax'],
    ['Sydney, New South Wales', 'Australia/Sydney'],
    ['Rome, Georgia', 'America/New_York'],
    ['Melbourne, Florida', 'America/New_York'],
    ['Manchester, New Hampshire', 'America/New_York'],
    ['Moscow, Idaho', 'America/Los_Angeles'],
    ['Lima, Ohio', 'America/New_York'],
    ['Milan, Michigan', 'America/New_York'],
    ['Vienna, Virginia', 'America/New_York'],
    ['Perth, Scotland', 'Europe/London'],
    ['Barcelona, Venezuela', 'America/Caracas'],
    ['Valencia, España', 'Europe/Madrid'],
    ['Lagos, Portugal', 'Europe/Lisbon'],
    ['Birmingham, Alabama', 'America/Chicago'],
    ['加拿大伦敦', 'America/Toronto'],
    ['安大略省伦敦市', 'America/Toronto'],
    ['加拿大安大略省伦敦市', 'America/Toronto'],
    ['伦敦 安大略', 'America/Toronto'],
    ['英国伦敦', 'Europe/London'],
    ['美国加州旧金山', 'America/Los_Angeles'],
    ['Toronto, Deutschland', 'Europe/Berlin'],
    ['Paris, TX', 'America/Chicago'],
    ['Washington, D.C.', 'America/New_York'],
    ['Nice, France', 'Europe/Paris'],
    ['纽约市', 'America/New_York'],
    ['北京市', 'Asia/Shanghai'],
    ['上海市', 'Asia/Shanghai'],
    ['上海', 'Asia/Shanghai'],
    ['杭州', 'Asia/Shanghai'],
    ['浙江省杭州市西湖区', 'Asia/Shanghai'],
    ['中国 苏州', 'Asia/Shanghai'],
    ['德国柏林', 'Europe/Berlin'],
    ['臺北', 'Asia/Taipei'],
    ['Perth, WA', 'Australia/Perth'],
    ['Perth WA 6000', 'Australia/Perth'],
    ['Seattle, WA', 'America/Los_Angeles'],
    ['Vancouver, WA', 'America/Los_Angeles'],
    ['Fremantle, WA', undefined],
    ['St. Petersburg', undefined],
    ['St. Petersburg, Russia', 'Europe/Moscow'],
    ['Saint Petersburg, FL', 'America/New_York'],
    ['St Petersburg, Florida', 'America/New_York'],
    ['Москва', 'Europe/Moscow'],
    ['Санкт-Петербург', 'Europe/Moscow'],
    ['Tunis, TN', 'Africa/Tunis'],
    ['Bogota, CO', 'America/Bogota'],
    ['Memphis, TN', 'America/Chicago'],
    ['Wellington, Somerset', 'Europe/London'],
    ['Christchurch, Dorset', 'Europe/London'],
    ['Wellington', 'Pacific/Auckland'],
    ['Frankfurt am Main', 'Europe/Berlin'],
    ['Newcastle upon Tyne', 'Europe/London'],
    ['Łódź', 'Europe/Warsaw'],
    ['CDMX', 'America/Mexico_City'],
    ['新北市', 'Asia/Taipei'],
  ])('%s', (city, zone) => {
    const zones = zonesOfCity(city);
    if (zone) expect(zones).toEqual([zone]);
    else expect(zones.length).toBeGreaterThan(1);
  });

  it.each(['', 'Atlantis', 'Nowhere at all', 'NY', '小村', 'a'.repeat(5000)])('is not guessed: %s', (city) => {
    expect(zonesOfCity(city).filter((zone) => zone !== 'America/New_York')).toEqual([]);
  });

  it('of a city that may be in several places is that of each', () => {
    expect(zonesOfCity('St. Petersburg').sort()).toEqual(['America/New_York', 'Europe/Moscow']);
    expect(zonesOfCity('圣彼得堡').sort()).toEqual(['America/New_York', 'Europe/Moscow']);
    expect(zonesOfCity('Washington').sort()).toEqual(['America/Los_Angeles', 'America/New_York']);
    expect(zonesOfCity('London').sort()).toEqual(['America/Toronto', 'Europe/London']);
    expect(zonesOfCity('London, Xanadu').sort()).toEqual(['America/Toronto', 'Europe/London']);
    // both the Italian province of Milan and Michigan are written so
    expect(zonesOfCity('Milano, MI').sort()).toEqual(['America/New_York', 'Europe/Rome']);
  });

  it('alone is the one of the business that lives by its clock', () => {
    expect(zonesOfCity('London', 'Europe/London')).toEqual(['Europe/London']);
    expect(zonesOfCity('London, Ontario', 'Europe/London')).toEqual(['America/Toronto']);
    expect(zonesOfCity('London', 'Asia/Shanghai')).toHaveLength(2);
  });
});

describe('the clock of a number', () => {
  it.each([
    ['+447700900101', ['Europe/London']],
    ['+12125550101', ['America/New_York']],
    ['+13105550101', ['America/Los_Angeles']],
    ['+14165550101', ['America/Toronto']],
    ['+18085550101', ['Pacific/Honolulu']],
    ['+8613800138000', ['Asia/Shanghai']],
    ['+8613', ['Asia/Shanghai']],
    ['+85291234567', ['Asia/Hong_Kong']],
    ['+61412345678', 'many'],
    ['+79161234567', 'many'],
    ['+18005550101', 'many'],
    ['+12085550101', ['America/Denver', 'America/Los_Angeles']],
    ['13800138000', []],
    ['t1', []],
  ])('%s', (number, zones) => {
    const found = zonesOfPhone(number).sort();
    if (zones === 'many') expect(found.length).toBeGreaterThan(1);
    else expect(found).toEqual(zones);
  });

  it('is known of nearly every country, at its edges alone', () => {
    expect(zonesOfCountry('de')).toHaveLength(1);
    expect(zonesOfCountry('US')).toContain('Pacific/Honolulu');
    expect(zonesOfCountry('US').length).toBeLessThanOrEqual(4);
    expect(zonesOfCountry('XX')).toEqual([]);
  });
});
