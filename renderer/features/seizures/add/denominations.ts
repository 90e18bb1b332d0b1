/** Notes and coins in use, largest first, as they are offered for counting; any other may be typed. */
const known: Readonly<Record<string, readonly string[]>> = {
  BOB: ['200', '100', '50', '20', '10', '5', '2', '1', '0.50', '0.20', '0.10'],
  USD: ['100', '50', '20', '10', '5', '2', '1'],
  EUR: ['500', '200', '100', '50', '20', '10', '5', '2', '1'],
};

export function denominationsOf(currency: string): readonly string[] {
  return known[currency] ?? [''];
}
