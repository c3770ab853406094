type Zones = Readonly<Record<string, readonly string[]>>;

const eastern = ['America/New_York'];
const central = ['America/Chicago'];
const mountain = ['America/Denver'];
const pacific = ['America/Los_Angeles'];
const canada = ['America/Halifax', 'America/Toronto', 'America/Winnipeg', 'America/Edmonton', 'America/Vancouver'];

const each = (names: string, zones: readonly string[]): Zones =>
  Object.fromEntries(names.split(' ').map((name) => [name, zones]));

/**
 * What stands behind a city: the states of the USA, Canada and Australia as their post offices shorten them. Letters that are a country's as well
 * have the zones of both, and the city says which.
 */
export const REGIONS: Zones = {
  ...each('ct dc fl ga ky ma md me mi nc nh nj ny oh pa ri sc va vt wv', eastern),
  ...each('al ar ia ks la mn mo ms ne nd ok sd tn tx wi', central),
  ...each('co mt nm ut wy', mountain),
  ...each('nv or wa', pacific),
  ...each('on qc', ['America/Toronto']),
  ...each('ns nb pe', ['America/Halifax']),
  ...each('nsw vic act tas', ['Australia/Sydney']),
  ...each('ak', ['America/Anchorage']),
  ...each('hi', ['Pacific/Honolulu']),
  ...each('az', ['America/Phoenix']),
  ...each('mb', ['America/Winnipeg']),
  ...each('ab', ['America/Edmonton']),
  ...each('bc', ['America/Vancouver']),
  ...each('nl', ['America/St_Johns', 'Europe/Amsterdam']),
  ...each('sk', ['America/Regina', 'Europe/Bratislava']),
  ...each('qld', ['Australia/Brisbane']),
  ...each('ca', [...pacific, ...canada]),
  ...each('de', [...eastern, 'Europe/Berlin']),
  ...each('il', [...central, 'Asia/Jerusalem']),
  ...each('in', [...eastern, ...central, 'Asia/Calcutta']),
  ...each('id', [...mountain, ...pacific, 'Asia/Jakarta']),
};

/** Cities as their own people write them, without accents, and others that no zone is named for. */
export const MORE_CITIES: Zones = {
  ...each(
    'munchen muenchen koln koeln cologne stuttgart dusseldorf duesseldorf leipzig dresden hannover nurnberg bremen',
    ['Europe/Berlin'],
  ),
  ...each('wien graz salzburg linz innsbruck', ['Europe/Vienna']),
  ...each('zuerich basel bern geneve genf lausanne', ['Europe/Zurich']),
  ...each('praha brno', ['Europe/Prague']),
  ...each('warszawa krakow gdansk wroclaw', ['Europe/Warsaw']),
  ...each('roma milano napoli torino firenze venezia florence venice naples turin', ['Europe/Rome']),
  ...each('lisboa porto', ['Europe/Lisbon']),
  ...each('lyon marseille toulouse bordeaux lille strasbourg nantes', ['Europe/Paris']),
  ...each('valencia sevilla seville bilbao malaga', ['Europe/Madrid']),
  ...each('bruxelles brussel antwerpen antwerp gent', ['Europe/Brussels']),
  ...each('rotterdam utrecht eindhoven', ['Europe/Amsterdam']),
  ...each('kobenhavn', ['Europe/Copenhagen']),
  ...each('goteborg malmo', ['Europe/Stockholm']),
  ...each('athina', ['Europe/Athens']),
  ...each('leeds bristol glasgow liverpool cardiff oxford', ['Europe/London']),
  ...each('kyoto nagoya fukuoka sapporo yokohama', ['Asia/Tokyo']),
  ...each('busan incheon', ['Asia/Seoul']),
  ...each('nanjing chengdu wuhan tianjin suzhou xiamen', ['Asia/Shanghai']),
  ...each('brooklyn baltimore pittsburgh orlando tampa charlotte cleveland', eastern),
  ...each('minneapolis milwaukee nashville', central),
  ...each('sacramento oakland', pacific),
  ...each('ottawa', ['America/Toronto']),
  ...each('calgary', ['America/Edmonton']),
  ...each('christchurch', ['Pacific/Auckland']),
  'san diego': pacific,
  'san jose': [...pacific, 'America/Costa_Rica'],
  'new orleans': central,
  'san antonio': central,
  'st louis': central,
  'salt lake city': mountain,
  'new york city': eastern,
  'quebec city': ['America/Toronto'],
};

const CHINA =
  '天津 重庆 杭州 南京 苏州 无锡 宁波 温州 绍兴 嘉兴 金华 合肥 福州 厦门 泉州 南昌 济南 青岛 烟台 郑州 洛阳 武汉 长沙 东莞 佛山 珠海 中山 惠州 汕头 ' +
  '南宁 桂林 海口 三亚 成都 绵阳 贵阳 昆明 大理 拉萨 西安 兰州 西宁 银川 呼和浩特 太原 石家庄 保定 唐山 沈阳 大连 长春 哈尔滨 徐州 常州 南通 扬州 ' +
  '河北 山西 内蒙古 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 广西 海南 四川 贵州 云南 西藏 陕西 甘肃 青海 宁夏';

/** Cities and provinces that live by Beijing's clock. */
export const CHINESE_PLACES: ReadonlySet<string> = new Set(CHINA.split(' '));
