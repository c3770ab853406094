import type { PaidLater } from '../../domain/shop_event.ts';

const ON_DELIVERY =
  /\b(?:cod|cash|collect(?:ion)?|pay(?:able)?) on (?:delivery|arrival)\b|\bcod\b|nachnahme|contre[ -]?remboursement|contrassegno|contra ?re+mbolso|onder rembours|货到付款|貨到付款|代金引換|代引/i;
const BY_TRANSFER =
  /\b(?:bank|wire|bacs|sepa)\b|\btransfer|überweisung|vorkasse|virement|bonifico|transferencia|transferência|overschrijving|转账|轉帳|汇款|匯款|銀行振込/i;

/** Names of ways to pay, as shops and their owners write them. */
export function paidLaterBy(names: readonly string[]): PaidLater {
  const said = names.join(' ').replaceAll('_', ' ');
  if (ON_DELIVERY.test(said)) return 'on_delivery';
  return BY_TRANSFER.test(said) ? 'by_transfer' : 'some_way';
}
