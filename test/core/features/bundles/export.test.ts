import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as mupdf from 'mupdf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyBundle } from '../../../../electron/core/features/bundles/index.ts';
import type { Section } from '../../../../electron/core/features/bundles/model.ts';
import type { BundleJobResult } from '../../../../electron/core/features/bundles/records.ts';
import { onePagePdf } from '../../../fixtures/pdf.ts';
import { has } from '../../../support/tools.ts';
import { makeVault, type TestVault } from '../../../support/vault.ts';

let vault: TestVault;
let caseId: string;
const exhibits: Record<string, string> = {};

/** A second of silence as a WAV file. */
function silence(): Buffer {
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + 8_000, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.set([1, 0, 1, 0], 20);
  head.writeUInt32LE(8_000, 24);
  head.writeUInt32LE(8_000, 28);
  head.set([1, 0, 8, 0], 32);
  head.write('data', 36);
  head.writeUInt32LE(8_000, 40);
  return Buffer.concat([head, Buffer.alloc(8_000, 128)]);
}

const mail = `From: Ana <ana@correo.example>\r\nTo: b@correo.example\r\nSubject: pasajes a Oruro\r\nDate: Tue, 23 Jun 2026 19:42:07 -0400\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=X\r\n\r\n--X\r\nContent-Type: text/plain\r\n\r\nla esperan en la terminal\r\n--X\r\nContent-Type: text/plain\r\nContent-Disposition: attachment; filename=lista.txt\r\n\r\nuno\r\n--X--\r\n`;

function pages(count: number): Uint8Array {
  const document = new mupdf.PDFDocument();
  const font = document.addSimpleFont(new mupdf.Font('Times-Roman'));
  for (let n = 1; n <= count; n += 1)
    document.insertPage(
      -1,
      document.addPage(
        [0, 0, 595, 842],
        0,
        { Font: { F: font } },
        `BT /F 20 Tf 80 700 Td (Original ${n}) Tj ET`,
      ),
    );
  return document.saveToBuffer('compress').asUint8Array().slice();
}

beforeAll(async () => {
  vault = await makeVault();
  const { client } = vault;
  const pack = await client.call('office.jurisdiction', {});
  const made = await client.call('cases.open', {
    title: 'Hotel Mirador',
    offences: [pack.offences[0]?.id ?? ''],
    stage: pack.stages[0]?.id ?? '',
    status: pack.statuses[0]?.id ?? '',
    openedOn: '2026-05-03',
  });
  caseId = made.id;
  const files: readonly (readonly [string, string | Uint8Array])[] = [
    ['acta.pdf', pages(3)],
    ['informe.pdf', pages(12)],
    ['correo.eml', mail],
    ['audio.wav', silence()],
    ['planilla.csv', 'nombre;monto\nAna;300\n'],
    ['nota.rtf', '{\\rtf1 Nota de oficina sobre el aguayo}'],
    ['adjuntos.pdf', onePagePdf('con adjuntos', '/Names << /EmbeddedFiles << /Names [] >> >>')],
  ];
  for (const [name, content] of files) exhibits[name] = await vault.attach(caseId, name, content);
});
afterAll(() => vault.remove());

const idOf = (name: string): string => exhibits[name] ?? '';
const item = (name: string, late: number | null = null, title = '') => ({
  id: name,
  exhibit: idOf(name),
  title,
  late,
});

async function exported(
  more: { sections?: readonly Section[]; profile?: string; recipient?: string },
  only: readonly string[] = [],
): Promise<BundleJobResult> {
  const job = await vault.client.call('bundles.export', {
    case: caseId,
    title: 'Juicio',
    exhibits: only.map(idOf),
    unreadable: 'stop',
    ...more,
  });
  const ended = await vault.client.core.services.jobs.ended(job.id);
  expect(ended.error).toBeUndefined();
  expect((await verifyBundle((ended.result as BundleJobResult).path)).valid).toBe(true);
  return ended.result as BundleJobResult;
}

interface Opened {
  readonly labels: readonly string[];
  readonly texts: readonly string[];
  readonly document: mupdf.Document;
}

function open(path: string): Opened {
  const document = mupdf.Document.openDocument(readFileSync(path), 'application/pdf');
  const numbers = [...Array(document.countPages()).keys()];
  return {
    document,
    labels: numbers.map((at) => document.loadPage(at).getLabel()),
    texts: numbers.map((at) => document.loadPage(at).toStructuredText('').asText()),
  };
}

const sections = (): readonly Section[] => [
  {
    id: 'a',
    title: 'Prueba documental',
    items: [item('acta.pdf', null, 'Acta del allanamiento'), item('informe.pdf')],
  },
  { id: 'b', title: 'Comunicaciones', items: [item('correo.eml')] },
];

describe('a bundle with sections', () => {
  it('has a page and a row for each, every row leads to its exhibit, every page back to its row', async () => {
    const { pdf, placed } = await exported({ sections: sections(), profile: 'uk' });
    const { document, texts, labels } = open(pdf);
    expect(labels).toEqual(labels.map((_, at) => String(at + 1)));
    expect(texts[2]).toMatch(/Prueba documental[\s\S]*Acta del allanamiento[\s\S]*Comunicaciones/);
    const links = document.loadPage(2).getLinks();
    expect(links.map((link) => labels[document.resolveLink(link)])).toEqual(placed.map(({ from }) => from));
    for (const { from, to } of placed)
      for (let at = Number(from) - 1; at < Number(to); at += 1) {
        const back = document.loadPage(at).getLinks();
        expect(back.map((link) => document.resolveLink(link))).toEqual([2]);
        expect(texts[at]).toContain(`Página ${at + 1}`);
      }
    const outline = document.loadOutline() ?? [];
    expect(outline.map((mark) => mark.title)).toEqual(
      expect.arrayContaining([expect.stringMatching(/^Prueba documental · \d+$/)]) as unknown,
    );
    const below = outline.find((mark) => mark.title?.startsWith('Prueba'))?.down ?? [];
    expect(below.map((mark) => mark.title?.split(' · ').at(-1))).toEqual(
      placed.slice(0, 2).map(({ from }) => from),
    );
  });

  it('puts what comes late behind the number before it, and changes no other', async () => {
    const before = await exported({ sections: sections(), profile: 'bolivia' });
    const [first, second] = sections();
    const later = [
      {
        id: 'a',
        title: first?.title ?? '',
        items: [item('acta.pdf'), item('planilla.csv', 2), item('informe.pdf')],
      },
      { id: 'b', title: second?.title ?? '', items: [item('correo.eml')] },
    ];
    const after = await exported({ sections: later, profile: 'bolivia' });
    const [acta, csv, informe, correo] = after.placed;
    expect([acta?.from, informe?.from, correo?.from]).toEqual(before.placed.map(({ from }) => from));
    expect(csv).toMatchObject({ from: `${acta?.to}A`, to: `${acta?.to}B` });
    const { labels, texts } = open(after.pdf);
    const at = labels.indexOf(`${acta?.to}A`);
    expect(texts[at]).toContain(`Foja ${acta?.to}A`);
  });

  it.runIf(has('qpdf', 'what it says of labels'))('says the same to qpdf', async () => {
    const { pdf } = await exported({ sections: sections(), profile: 'bolivia' });
    execFileSync('qpdf', ['--check', pdf], { stdio: 'ignore' });
    const { outlines, pagelabels } = JSON.parse(
      execFileSync('qpdf', ['--json=2', '--json-key=outlines', '--json-key=pagelabels', pdf], {
        encoding: 'utf8',
      }),
    ) as {
      outlines: { title: string; destpageposfrom1: number }[];
      pagelabels: { index: number; label: object }[];
    };
    expect(pagelabels).toMatchObject([{ index: 0, label: { '/S': '/D', '/St': 1 } }]);
    for (const { title, destpageposfrom1 } of outlines)
      expect(title.split(' · ').at(-1)).toBe(String(destpageposfrom1));
  });
});

describe('a copy', () => {
  it('has its recipient’s name across every page', async () => {
    const { pdf } = await exported({ recipient: 'Defensa de J. M.' }, ['acta.pdf']);
    for (const text of open(pdf).texts) expect(text.replace(/\s+/g, ' ')).toContain('Defensa de J. M.');
  });
});

describe('kinds of content', () => {
  it('prints a message with its headers and the list of what is attached', async () => {
    const { pdf, natives } = await exported({}, ['correo.eml']);
    const text = open(pdf).texts.join('\n');
    for (const words of ['pasajes a Oruro', 'la esperan en la terminal', 'lista.txt'])
      expect(text).toContain(words);
    expect(natives).toEqual([]);
  });

  it('lets a recording travel as a file, and prints what was said where it was written down', async () => {
    const audio = { case: caseId, exhibit: idOf('audio.wav') };
    const bare = await exported({}, ['audio.wav']);
    expect(bare.natives).toMatchObject([{ reason: 'kind' }]);
    await vault.client.call('testimony.importCaptions', {
      ...audio,
      saw: [],
      text: '1\n00:00:00,000 --> 00:00:01,000\nEntrevistadora: buenos días\n',
    });
    const told = await exported({}, ['audio.wav']);
    expect(told.natives).toMatchObject([{ reason: 'more' }]);
    expect(open(told.pdf).texts.at(-1)).toContain('buenos días');
    expect(readdirSync(join(told.path, 'data', 'native'))).toHaveLength(1);
  });

  it('lets a PDF with files inside travel beside its pages, and says so', async () => {
    const { pdf, natives, placed } = await exported({}, ['adjuntos.pdf']);
    expect(natives).toMatchObject([{ reason: 'more' }]);
    expect(placed).toMatchObject([{ from: '5', to: '6' }]);
    expect(open(pdf).texts[4]).toContain('archivos adjuntos');
  });

  it.runIf(has('soffice', 'office documents as pages'))(
    'prints an office document by LibreOffice',
    async () => {
      const { pdf, natives } = await exported({}, ['nota.rtf']);
      expect(natives).toEqual([]);
      expect(open(pdf).texts.at(-1)).toContain('aguayo');
      expect(readdirSync('/dev/shm').filter((name) => name.startsWith('custodia-office-'))).toEqual([]);
    },
  );
});

describe('what is refused', () => {
  it('is a profile that nobody knows, before anything is begun', async () => {
    await expect(exported({ profile: 'atlantis' }, ['acta.pdf'])).rejects.toMatchObject({
      code: 'call.notFound',
    });
  });
});
