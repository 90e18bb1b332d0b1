import { sha256 } from '@noble/hashes/sha2.js';
import { keccak_256 } from '@noble/hashes/sha3.js';
import { bech32, bech32m, createBase58check, hex } from '@scure/base';

const base58check = createBase58check(sha256);

/** The bytes that a checked text stands for; null where its check sum or alphabet does not hold. */
function decoded(decode: () => Uint8Array): Uint8Array | null {
  try {
    return decode();
  } catch {
    // The decoder's only way to say that the text is none of its kind.
    return null;
  }
}

/** Bitcoin: to a key's or script's hash (base58check), or to a witness program (BIP 173, BIP 350). */
function isBitcoin(address: string): boolean {
  if (/^bc1/i.test(address)) return isWitness(address);
  const bytes = decoded(() => base58check.decode(address));
  return bytes?.length === 21 && (bytes[0] === 0x00 || bytes[0] === 0x05);
}

function isWitness(address: string): boolean {
  // Version 0 has the older check sum, the later versions the newer one.
  for (const coder of [bech32, bech32m]) {
    const found = coder.decodeUnsafe(address, 90);
    if (found === undefined || found.prefix !== 'bc') continue;
    const [version = -1, ...words] = found.words;
    const program = decoded(() => coder.fromWords(words));
    if (program === null || version > 16 || program.length < 2 || program.length > 40) return false;
    if (version !== 0) return coder === bech32m;
    return coder === bech32 && (program.length === 20 || program.length === 32);
  }
  return false;
}

/** Ethereum: forty hexadecimal digits, whose capitals are a check sum (EIP-55); in one case throughout there is none. */
function isEthereum(address: string): boolean {
  if (!/^0x[0-9a-f]{40}$/i.test(address)) return false;
  const digits = address.slice(2);
  const low = digits.toLowerCase();
  if (digits === low || digits === digits.toUpperCase()) return true;
  const hash = hex.encode(keccak_256(new TextEncoder().encode(low)));
  return [...low].every((digit, at) => {
    const capital = Number.parseInt(hash[at] ?? '0', 16) >= 8;
    return digits[at] === (capital ? digit.toUpperCase() : digit);
  });
}

/** Tron: base58check of 21 bytes that begin with 0x41. */
function isTron(address: string): boolean {
  const bytes = decoded(() => base58check.decode(address));
  return bytes?.length === 21 && bytes[0] === 0x41;
}

const checks: Readonly<Record<string, (address: string) => boolean>> = {
  bitcoin: isBitcoin,
  ethereum: isEthereum,
  tron: isTron,
};

/** Whether the address can be one of its chain. Of a chain that is not known here nothing can be said: it passes. */
export function addressHolds(chain: string, address: string): boolean {
  return checks[chain]?.(address) ?? true;
}
