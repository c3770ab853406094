/** What one unit costs: £3 a dozen, £4 per 100g, 200元一斤, 每瓶5元. */
export interface PricePer {
  /** The amount, as amounts are read: 0.50 of 50p. */
  price: string;
  /** Its words. */
  typed: string;
  /** So many of the unit: 100 of 'per 100g'. */
  per: number;
  /** '' for so many of whatever there is: per 50. */
  unit: string;
  /** And of another as well: a person and a night. */
  also?: string;
  /** All of these words. */
  start: number;
  end: number;
}

/** So many of something: 30 eggs, 2 cases, 三箱, 一斤二两. */
export interface Counted {
  count: number;
  /** The first word behind the number; '' where none is. */
  unit: string;
  /** That word and those behind it: blue, mug of '3 blue mugs'. */
  names: readonly string[];
  /** So many in each of what was counted before: 2 drinks each, 每箱12瓶, 2 cases of 12. */
  inEach: boolean;
  /** It may be called so: 三只松鼠. */
  mayBeName?: boolean;
}

/** What one language says of it. */
export interface UnitWords {
  pricePer: (text: string) => PricePer | undefined;
  /** What is counted in the words around the price. */
  counted: (rest: string, priced: PricePer) => Counted[];
  /** How many pieces a word for several has: dozen, 打. */
  lot: (unit: string) => number | undefined;
  /** Goods in lots at so much for one piece are read where orders are: 两打杯子 8元一个. */
  isLotOf: (unit: string, priced: string) => boolean;
  /** Says how large one is and not how many there are: 250g bags, 三层蛋糕. */
  isSize: (unit: string) => boolean;
  /** Counted one by one, and neither weighed nor in boxes nor for a time. */
  isPieces: (counted: Counted) => boolean;
  /** One word for both: 个 and 只, mug and mugs. */
  isSame: (counted: Counted, unit: string) => boolean;
  /** One is called a pair by itself: 4 jeans at £40 a pair. */
  isPairByItself: (counted: Counted) => boolean;
}
