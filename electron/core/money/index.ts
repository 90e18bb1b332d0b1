export { decimalOf, exact, maxMinor, parseAmount, sumOf } from './amount.ts';
export { convert, parseRate } from './convert.ts';
export { currencyDigits } from './currency.ts';
export { formatMoney } from './format.ts';
export { amountShape, countedShape } from './shapes.ts';
