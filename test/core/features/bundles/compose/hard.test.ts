import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type HardPdf, hardPdfs } from '../../../../fixtures/hard-pdfs.ts';
import { has } from '../../../../support/tools.ts';
import { compose, type Made } from './a-bundle.ts';

const hard = hardPdfs();
let folder: string;
let path: string;
let made: Made;
let texts: readonly string[];

beforeAll(async () => {
  if (!has('pdftotext', 'a bundle of hard PDFs')) return;
  folder = mkdtempSync(join(tmpdir(), 'custodia-hard-'));
  made = await compose(
    hard.map(({ name, bytes }) => [name, bytes] as const),
    'native',
  );
  path = join(folder, 'legajo.pdf');
  writeFileSync(path, made.pdf);
  // Not by mupdf, which made it: a second program has the word.
  texts = execFileSync('pdftotext', [path, '-'], { encoding: 'utf8' }).split('\f').slice(0, -1);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the pages of a source say, its divider first. */
function pagesOf({ name }: HardPdf): string {
  const { from, to } = made.placed[hard.findIndex((each) => each.name === name)] ?? { from: '1', to: '0' };
  return texts.slice(Number(from) - 1, Number(to)).join('\n');
}

describe.runIf(has('pdftotext', 'a bundle of hard PDFs'))('a bundle of the hardest PDFs', () => {
  it('has each of them, and its own pages', () => {
    expect(made.placed).toHaveLength(hard.length);
    const own = made.placed.reduce((sum, { pages }) => sum + pages, 0);
    // Cover, certificate, index, and the certificate's list with 18 exhibits a page.
    expect(texts).toHaveLength(3 + Math.ceil(hard.length / 18) + hard.length + own);
  });

  it.each(hard)('prints $name, or says why not', (specimen) => {
    const at = hard.indexOf(specimen);
    const reason = made.natives.find(({ name }) => name === specimen.name)?.reason ?? null;
    const pages = made.placed[at]?.pages ?? 0;
    if (specimen.pages !== null) expect(pages).toBe(specimen.pages);
    if (specimen.reason !== undefined) expect(reason).toBe(specimen.reason);
    // Whatever became of it: there are pages, or a reason that its divider prints.
    if (pages === 0) expect(reason).not.toBeNull();
    if (reason !== null && reason !== 'more') expect(pagesOf(specimen)).toContain('Acompaña al legajo');
    expect(made.repaired.includes(`E-${String(at + 1).padStart(3, '0')}`)).toBe(
      pagesOf(specimen).includes('ARCHIVO REPARADO'),
    );
    if (specimen.repaired === true) expect(pagesOf(specimen)).toContain('ARCHIVO REPARADO');
    if (specimen.says !== undefined) expect(pagesOf(specimen).replace(/\s+/g, ' ')).toContain(specimen.says);
  });

  it.runIf(has('qpdf', 'what it says of a bundle of hard PDFs'))('is sound to qpdf', () => {
    execFileSync('qpdf', ['--check', path], { stdio: 'ignore' });
  });

  it.runIf(has('pdftoppm', 'what poppler says of a bundle of hard PDFs'))('opens in poppler', () => {
    const info = execFileSync('pdfinfo', [path], { encoding: 'utf8' });
    expect(info).toContain(`Pages:           ${texts.length}`);
    const drawn = execFileSync('sh', ['-c', `pdftoppm -r 20 -gray "${path}" "${join(folder, 'p')}" 2>&1`], {
      encoding: 'utf8',
    });
    // One source closes what it never opened, on its own page: its content is not rewritten.
    expect(drawn.replace('Syntax Error: Restoring state when no valid states to pop\n', '')).toBe('');
  });
});
