import { own } from '../../own.ts';

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
  ...each('nv or', pacific),
  // Western Australia as well, whose towns have no other letters
  ...each('wa', [...pacific, 'Australia/Perth']),
  ...each('nt', ['Australia/Darwin', 'America/Edmonton']),
  ...each('sa', ['Australia/Adelaide', 'Asia/Riyadh']),
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

const atlantic = ['America/Halifax'];
const uk = ['Europe/London'];

/** The same spelt out, with the nations of the United Kingdom. */
const SPELT: Zones = {
  ...each(
    'connecticut delaware florida maine maryland massachusetts michigan ohio pennsylvania vermont virginia',
    eastern,
  ),
  ...each('alabama arkansas illinois iowa louisiana minnesota mississippi missouri oklahoma wisconsin texas', central),
  ...each('tennessee kentucky indiana', [...eastern, ...central]),
  ...each('kansas nebraska', [...central, ...mountain]),
  ...each('colorado montana utah wyoming', mountain),
  ...each('california nevada washington', pacific),
  ...each('oregon idaho', [...mountain, ...pacific]),
  ...each('alaska', ['America/Anchorage']),
  ...each('hawaii', ['Pacific/Honolulu']),
  ...each('arizona', ['America/Phoenix']),
  // a country as well
  ...each('georgia', [...eastern, 'Asia/Tbilisi']),
  ...each('ontario', ['America/Toronto', 'America/Winnipeg']),
  ...each('quebec', ['America/Toronto']),
  ...each('manitoba', ['America/Winnipeg']),
  ...each('saskatchewan', ['America/Regina']),
  ...each('alberta', ['America/Edmonton']),
  ...each('newfoundland', ['America/St_Johns']),
  ...each('victoria tasmania', ['Australia/Sydney', 'Australia/Melbourne']),
  ...each('queensland', ['Australia/Brisbane']),
  ...each(
    'scotland wales england yorkshire kent somerset dorset devon cornwall essex sussex surrey suffolk hampshire',
    uk,
  ),
  ...each('hertfordshire oxfordshire cambridgeshire lancashire cheshire shropshire wiltshire gloucestershire', uk),
  ...each('bavaria bayern hessen sachsen brandenburg', ['Europe/Berlin']),
  ...each('catalonia catalunya cataluna andalucia', ['Europe/Madrid']),
  'new hampshire': eastern,
  'new jersey': eastern,
  'new york': eastern,
  'new york state': eastern,
  'north carolina': eastern,
  'south carolina': eastern,
  'rhode island': eastern,
  'west virginia': eastern,
  'district of columbia': eastern,
  'north dakota': [...central, ...mountain],
  'south dakota': [...central, ...mountain],
  'new mexico': mountain,
  'washington state': pacific,
  'puerto rico': ['America/Puerto_Rico'],
  'british columbia': ['America/Vancouver'],
  'nova scotia': atlantic,
  'new brunswick': atlantic,
  'prince edward island': atlantic,
  'new south wales': ['Australia/Sydney'],
  'south australia': ['Australia/Adelaide'],
  'western australia': ['Australia/Perth'],
  'northern territory': ['Australia/Darwin'],
  'northern ireland': [...uk, 'Europe/Belfast'],
};

/** In Chinese, without 州 and 省. */
const IN_CHINESE: Zones = {
  ...each(
    '纽约 佛罗里达 马萨诸塞 麻萨诸塞 麻 密歇根 密西根 俄亥俄 宾夕法尼亚 宾 弗吉尼亚 维吉尼亚 新泽西 康涅狄格 马里兰 新罕布什尔',
    eastern,
  ),
  ...each('缅因 佛蒙特 特拉华 罗得岛 北卡罗来纳 北卡 南卡罗来纳 南卡 西弗吉尼亚 佛 华盛顿特区', eastern),
  ...each('佐治亚 乔治亚 喬治亞', [...eastern, 'Asia/Tbilisi']),
  ...each(
    '得克萨斯 德克萨斯 得 德 伊利诺伊 伊利诺 亚拉巴马 阿拉巴马 明尼苏达 密苏里 威斯康星 路易斯安那 俄克拉荷马 艾奥瓦 阿肯色',
    central,
  ),
  ...each('田纳西 肯塔基 印第安纳', [...eastern, ...central]),
  ...each('科罗拉多 犹他 蒙大拿 怀俄明 新墨西哥', mountain),
  ...each('加利福尼亚 加 内华达 华盛顿', pacific),
  ...each('俄勒冈 爱达荷', [...mountain, ...pacific]),
  ...each('亚利桑那', ['America/Phoenix']),
  ...each('夏威夷', ['Pacific/Honolulu']),
  ...each('安大略 安 魁北克', ['America/Toronto']),
  ...each('不列颠哥伦比亚 卑诗', ['America/Vancouver']),
  ...each('阿尔伯塔 亚伯达', ['America/Edmonton']),
  ...each('新斯科舍', atlantic),
  ...each('新南威尔士 维多利亚', ['Australia/Sydney']),
  ...each('昆士兰', ['Australia/Brisbane']),
  ...each('西澳 西澳大利亚', ['Australia/Perth']),
  ...each('英格兰 苏格兰 威尔士', uk),
};

/** The zones of a region by its whole name, as `foldText` makes it. */
export const regionCalled = (name: string): readonly string[] | undefined =>
  own(SPELT, name) ?? (/^\p{Script=Han}/u.test(name) ? own(IN_CHINESE, name) : undefined);

/** Provinces of Italy, which stand behind a city there (Milano MI), that are states elsewhere. */
export const ITALIAN = new Set(
  'al ar ca co ct fl ga id in is ks la mi mn mo ms mt nc ne nd or pa pe pr sc sd va vt wa'.split(' '),
);

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
  ...each('moskva москва санкт-петербург 圣彼得堡', ['Europe/Moscow']),
  'st petersburg': ['Europe/Moscow'],
  'saint petersburg': ['Europe/Moscow'],
  'sankt petersburg': ['Europe/Moscow'],
  ...each('lodz łodz', ['Europe/Warsaw']),
  ...each('cdmx', ['America/Mexico_City']),
  ...each('新北 新北市', ['Asia/Taipei']),
  'ciudad de mexico': ['America/Mexico_City'],
  'frankfurt am main': ['Europe/Berlin'],
  'newcastle upon tyne': ['Europe/London'],
  'den haag': ['Europe/Amsterdam'],
  'the hague': ['Europe/Amsterdam'],
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
