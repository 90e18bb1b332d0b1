import type { PassphraseStrength } from '../features/office/model.ts';

type Assess = (passphrase: string, words: readonly string[]) => Promise<PassphraseStrength>;
let assess: Promise<Assess> | null = null;

const shortest = 12;
const enoughScore = 3;

/** How long a passphrase would stand against somebody who has the disk. `words` are what anyone would try first. */
export async function assessPassphrase(
  passphrase: string,
  words: readonly string[],
): Promise<PassphraseStrength> {
  assess ??= load();
  return (await assess)(passphrase, words);
}

/** The dictionaries are large: they are loaded when a passphrase is first weighed. */
async function load(): Promise<Assess> {
  const [{ ZxcvbnFactory }, common, spanish] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-es-es'),
  ]);
  const zxcvbn = new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...spanish.dictionary },
    graphs: common.adjacencyGraphs,
  });
  return async (passphrase, words) => {
    const known = words.flatMap((word) => [word, ...word.split(/\s+/)]).filter((word) => word.length > 2);
    const result = await zxcvbn.checkAsync(passphrase.slice(0, 256), known);
    const score = result.score as PassphraseStrength['score'];
    return {
      score,
      guessesLog10: result.guessesLog10,
      enough: score >= enoughScore && [...passphrase].length >= shortest,
      hints: hintsFor(
        passphrase,
        result.sequence.map((part) => part.pattern),
      ),
    };
  };
}

const hintOf: Readonly<Record<string, string>> = {
  dictionary: 'common',
  spatial: 'keyboard',
  repeat: 'repeats',
  sequence: 'sequences',
  date: 'dates',
  regex: 'dates',
};

function hintsFor(passphrase: string, patterns: readonly string[]): string[] {
  const found = patterns.map((pattern) => hintOf[pattern]).filter((hint) => hint !== undefined);
  return [...new Set([...([...passphrase].length < shortest ? ['short'] : []), ...found])];
}
