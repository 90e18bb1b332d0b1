import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contextOf, foldWord, wordsIn } from '../../../../electron/core/features/search/context.ts';

const marked = (text: string, ...wanted: readonly [string, boolean?][]): string =>
  contextOf(
    text,
    wanted.map(([words, prefix = false]) => ({ words: wordsIn(words), prefix })),
  )
    .map((piece) => (piece.found ? `[${piece.text}]` : piece.text))
    .join('');

describe('the words around what was found', () => {
  it('marks whole words, whatever their accents', () => {
    expect(marked('El Camión y los camiones', ['camion'])).toBe('El [Camión] y los camiones');
  });
  it('marks beginnings where a beginning was asked for', () => {
    expect(marked('El camión y los camiones', ['camion', true])).toBe('El [camión] y los [camiones]');
  });
  it('marks a phrase as one, and not its words alone', () => {
    expect(marked('de trabajo, contrato de trabajo', ['contrato de trabajo'])).toBe(
      'de trabajo, [contrato de trabajo]',
    );
    expect(marked('contrato sin trabajo', ['contrato de trabajo'])).toBe('');
  });
  it('shows the place in a long text, and that there is more', () => {
    const text = `${'antes '.repeat(500)}aquí ${'después '.repeat(500)}`;
    expect(marked(text, ['aqui'])).toMatch(/^…antes .*\[aquí\] después .*…$/s);
    expect(marked(text, ['aqui']).length).toBeLessThan(300);
  });
  it('finds nothing where nothing stands', () => {
    expect(marked('nada', ['todo'])).toBe('');
  });

  it('gives the text itself back, piece by piece', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('uno', 'Dós', 'tres', '…', '\n', ' '), { maxLength: 40 }),
        (parts) => {
          const text = parts.join(' ');
          const pieces = contextOf(text, [{ words: ['dos'], prefix: false }]);
          const whole = pieces.map((piece) => piece.text).join('');
          expect(text).toContain(whole.replace(/^…(?=\S)/, '').replace(/…$/, ''));
          for (const piece of pieces) if (piece.found) expect(foldWord(piece.text)).toBe('dos');
          expect(pieces.some((piece) => piece.found)).toBe(parts.includes('Dós'));
        },
      ),
    );
  });
});
