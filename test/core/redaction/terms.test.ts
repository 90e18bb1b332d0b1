import { describe, expect, it } from 'vitest';
import { rangesOf } from '../../../electron/core/redaction/terms.ts';
import { countIn, redactText } from '../../../electron/core/redaction/text.ts';

const places = (text: string, term: string, wholeWord = true): string[] =>
  rangesOf([...text], { text: term, wholeWord }).map(({ from, to }) => [...text].slice(from, to).join(''));

describe('the places of a term', () => {
  it('are found whatever their case and accents', () => {
    expect(places('MARÍA Maria maría mari\u0301a', 'María')).toEqual([
      'MARÍA',
      'Maria',
      'maría',
      'mari\u0301a',
    ]);
  });

  it('are whole words where that is asked, and parts of words where not', () => {
    expect(places('Ana, Anabel, banana, Ana2, Ana.', 'Ana')).toEqual(['Ana', 'Ana']);
    expect(places('Ana, Anabel, banana', 'Ana', false)).toEqual(['Ana', 'Ana', 'ana']);
  });

  it('go over white space, line ends, hyphens at a line end, soft hyphens and ligatures', () => {
    expect(places('María  \n Quispe', 'María Quispe')).toEqual(['María  \n Quispe']);
    expect(places('la señora Quis-\r\npe vino', 'Quispe')).toEqual(['Quis-\r\npe']);
    expect(places('Quis\u00adpe', 'Quispe')).toEqual(['Quis\u00adpe']);
    expect(places('la oﬁcina', 'oficina')).toEqual(['oﬁcina']);
    expect(places('MaríaQuispe', 'María Quispe')).toEqual([]);
  });

  it('do not overlap, and a term with signs only is sought as it is', () => {
    expect(places('aaaa', 'aa', false)).toEqual(['aa', 'aa']);
    expect(places('tel. 591-7654', '591-7654')).toEqual(['591-7654']);
  });
});

describe('a text without its terms', () => {
  it('has a block for every letter and keeps its lines', () => {
    const text = 'Declara María\nQuispe, con C.I. 123.';
    expect(redactText(text, [{ text: 'maria quispe', wholeWord: true }])).toBe(
      'Declara █████\n██████, con C.I. 123.',
    );
  });

  it('counts what it takes out', () => {
    expect(countIn('uno dos UNO', { text: 'Uno', wholeWord: true })).toBe(2);
  });

  it('takes out terms that stand inside one another', () => {
    const terms = [
      { text: 'Quispe', wholeWord: true },
      { text: 'María Quispe', wholeWord: true },
    ];
    expect(redactText('María Quispe y Quispe', terms)).toBe('█████ ██████ y ██████');
  });
});
