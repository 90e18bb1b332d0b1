/** What letters and digits count for in the check digit of a chassis number (ISO 3779, as 49 CFR 565 computes it). */
const values = 'A1 B2 C3 D4 E5 F6 G7 H8 J1 K2 L3 M4 N5 P7 R9 S2 T3 U4 V5 W6 X7 Y8 Z9';
const worth = new Map(values.split(' ').map((pair) => [pair.slice(0, 1), Number(pair.slice(1))]));
const weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];

/** Seventeen letters and digits, without I, O and Q, which are taken for 1 and 0. */
export function isChassis(text: string): boolean {
  return /^[A-HJ-NPR-Z0-9]{17}$/.test(text);
}

/** Whether the ninth character is the one that the others ask for. Not every maker of the world sets it. */
export function chassisDigitHolds(chassis: string): boolean {
  const sum = weights.reduce((total, weight, at) => {
    const character = chassis[at] ?? '0';
    return total + weight * (worth.get(character) ?? Number(character));
  }, 0);
  const digit = sum % 11;
  return chassis[8] === (digit === 10 ? 'X' : String(digit));
}

const sic = /\s*\(sic\)$/iu;

/** A number that is confirmed to stand so on the thing carries `(sic)` at its end. */
export function isSic(text: string): boolean {
  return sic.test(text);
}

export function withoutSic(text: string): string {
  return text.replace(sic, '');
}

/** Letters and digits alone, in capitals: how numbers are compared, whatever was put between them. */
export function bare(text: string): string {
  return withoutSic(text)
    .normalize('NFD')
    .toUpperCase()
    .replace(/[^A-Z0-9]/gu, '');
}
