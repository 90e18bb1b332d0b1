import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import * as mupdf from 'mupdf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadProfile } from '../../../../../electron/core/features/bundles/compose/profile.ts';
import type { BundleJobResult } from '../../../../../electron/core/features/bundles/records.ts';
import { makeVault, type TestVault } from '../../../../support/vault.ts';
import { compose } from './a-bundle.ts';

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/**
 * A picture whose rows are nothing but small steps: PNG's own filter makes a small file of it, and what a PDF holds of a picture
 * with transparency, unfiltered, is many times that.
 */
function steps(size: number, seed: number): Buffer {
  let state = seed;
  const rows = Array.from({ length: size }, () => {
    const row = Buffer.alloc(1 + size * 4);
    row[0] = 1; // each byte as the difference to the one of the pixel before
    for (let at = 1; at < row.length; at += 1) {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      row[at] = at % 4 === 0 ? (at === 4 ? 255 : 0) : (state >>> 16) & 1;
    }
    return row;
  });
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  head.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.concat(rows), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

describe('a volume that came out over the court’s limit', () => {
  let vault: TestVault;
  beforeAll(async () => {
    vault = await makeVault();
  });
  afterAll(() => vault.remove());

  // Three drawings of the whole, each in processes of their own.
  it('is divided again, until each fits', { timeout: 240_000 }, async () => {
    const { client } = vault;
    const pack = await client.call('office.jurisdiction', {});
    const { id } = await client.call('cases.open', {
      title: 'Hotel Mirador',
      offences: [pack.offences[0]?.id ?? ''],
      stage: pack.stages[0]?.id ?? '',
      status: pack.statuses[0]?.id ?? '',
      openedOn: '2026-05-03',
    });
    const exhibits: string[] = [];
    let bytes = 0;
    for (let n = 1; n <= 2; n += 1) {
      const picture = steps(620, n);
      bytes += picture.length;
      exhibits.push(await vault.attach(id, `foto-${n}.png`, picture));
    }
    const most = loadProfile('brasil').volume.bytes ?? 0;
    // By what is known before they are drawn, all of them have room in one.
    expect(bytes).toBeLessThan(most * 0.8);
    const job = await client.call('bundles.export', {
      case: id,
      title: 'Juicio',
      exhibits,
      unreadable: 'stop',
      profile: 'brasil',
    });
    const ended = await client.core.services.jobs.ended(job.id);
    const { path, volumes, placed } = ended.result as BundleJobResult;
    expect(volumes).toHaveLength(2);
    expect(placed.map(({ volume }) => volume)).toEqual([1, 2]);
    for (const volume of volumes) {
      expect(volume.over).toBe(false);
      expect(statSync(join(path, volume.path)).size).toBeLessThanOrEqual(most);
      const document = mupdf.Document.openDocument(readFileSync(join(path, volume.path)), 'application/pdf');
      expect(document.countPages()).toBe(volume.pages);
    }
  });
});

describe('a picture with more dots than the court takes', () => {
  const photo = (dots: number): Uint8Array => {
    const pixmap = new mupdf.Pixmap(mupdf.ColorSpace.DeviceRGB, [0, 0, 1_200, 800], false);
    pixmap.clear(255);
    const device = new mupdf.DrawDevice(mupdf.Matrix.identity, pixmap);
    const path = new mupdf.Path();
    path.rect(100, 60, 700, 300);
    device.fillPath(path, false, mupdf.Matrix.identity, mupdf.ColorSpace.DeviceRGB, [0.1, 0.2, 0.6], 1);
    device.close();
    pixmap.setResolution(dots, dots);
    return pixmap.asJPEG(90, false).slice();
  };
  const imageIn = (pdf: Uint8Array): { width: number; height: number; points: number } => {
    const document = mupdf.Document.openDocument(pdf, 'application/pdf').asPDF();
    const page = document?.findPage(document.countPages() - 1);
    const image = page?.get('Resources', 'XObject', 'X1');
    const content = page?.get('Contents').readStream().asString() ?? '';
    const [, points = '0'] = /q ([\d.]+) 0 0/.exec(content) ?? [];
    return {
      width: image?.get('Width').asNumber() ?? 0,
      height: image?.get('Height').asNumber() ?? 0,
      points: Number(points),
    };
  };
  const withDots =
    (most: number | null) => (plan: Parameters<NonNullable<Parameters<typeof compose>[3]>>[0]) => ({
      ...plan,
      profile: { ...plan.profile, maxDpi: most },
    });

  it('is printed in its size with as many as it takes, upright, and its divider says so', async () => {
    const files = [['foto.jpg', photo(600)]] as const;
    const whole = await compose(files, 'stop', undefined, withDots(null));
    const made = await compose(files, 'stop', undefined, withDots(150));
    expect(whole.reduced).toEqual([]);
    expect(made.reduced).toEqual(['E-001']);
    const [before, after] = [imageIn(whole.pdf), imageIn(made.pdf)];
    expect(before).toMatchObject({ width: 1_200, height: 800 });
    expect(after).toMatchObject({ width: 300, height: 200, points: before.points });
    const document = mupdf.Document.openDocument(made.pdf, 'application/pdf');
    const divider = document
      .loadPage(document.countPages() - 2)
      .toStructuredText('')
      .asText();
    expect(divider.replaceAll('\n', ' ')).toContain('150 puntos por pulgada');
  });

  it('is left as it is byte by byte where it has no more', async () => {
    const made = await compose([['foto.jpg', photo(150)]], 'stop', undefined, withDots(200));
    expect(made.reduced).toEqual([]);
    expect(imageIn(made.pdf)).toMatchObject({ width: 1_200, height: 800 });
  });
});
