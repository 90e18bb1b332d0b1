import { describe, expect, it } from 'vitest';
import { decode, parseTable } from '../../../electron/core/tables/csv.ts';

const cells = (text: string) => parseTable(text).map((row) => row.cells);

describe('a list that somebody else made', () => {
  it.each([
    ['comma', 'a,b,c\n1,"2,5",3'],
    ['semicolon', 'a;b;c\r\n1;2,5;3'],
    ['tab', 'a\tb\tc\n1\t2,5\t3'],
  ])('is parted by %s', (_sign, text) => {
    expect(cells(text)).toEqual([
      ['a', 'b', 'c'],
      ['1', '2,5', '3'],
    ]);
  });

  it.each([
    ['UTF-8', Buffer.from('niñez;ó', 'utf8')],
    ['UTF-8 with its mark', Buffer.from('\ufeffniñez;ó', 'utf8')],
    ['UTF-16 with its mark', Buffer.from('\ufeffniñez;ó', 'utf16le')],
    ['UTF-16', Buffer.from('niñez;ó', 'utf16le')],
    ['UTF-16, the great end first', Buffer.from('\ufeffniñez;ó', 'utf16le').swap16()],
    ['Windows-1252', Buffer.from([0x6e, 0x69, 0xf1, 0x65, 0x7a, 0x3b, 0xf3])],
  ])('is read in %s', (_encoding, bytes) => {
    expect(cells(decode(bytes))).toEqual([['niñez', 'ó']]);
  });

  it('keeps what looks like a formula as the text that it is, and the number of each row', () => {
    const rows = parseTable('nombre,x\n\n=1+1,@SUM(A1)\n,\n-3,+4\n');
    expect(rows.map(({ row, cells: each }) => [row, ...each])).toEqual([
      [1, 'nombre', 'x'],
      [3, '=1+1', '@SUM(A1)'],
      [5, '-3', '+4'],
    ]);
  });

  it('tells a row whose quotes are not closed, and refuses what is no text or too long', () => {
    expect(parseTable('a,b\n1,2\n"3,4\n').map(({ broken }) => broken)).toEqual([false, false, true]);
    expect(parseTable(`a\n${'x'.repeat(20_001)}`).map(({ broken }) => broken)).toEqual([false, true]);
    expect(() => parseTable('a\0b')).toThrow('list.unreadable');
    expect(() => parseTable('x\n'.repeat(100_002))).toThrow('list.tooLarge');
  });
});
