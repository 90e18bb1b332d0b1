import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as mupdf from 'mupdf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stillOf } from '../../../../../electron/core/features/bundles/kinds/still.ts';
import { createReaderProcess } from '../../../../../electron/core/features/reading/index.ts';
import { resourcesFolder } from '../../../../../electron/core/resources.ts';
import { bytesInMemory } from '../../../../../electron/core/vault/blob-store.ts';
import { asTheyAre, refused, topOf } from '../../../../fixtures/film.ts';
import { has } from '../../../../support/tools.ts';
import { compose } from '../compose/a-bundle.ts';

const video = readFileSync(join(resourcesFolder(), 'demo/files/camara-portico.webm'));
const { signal } = new AbortController();
const reader = createReaderProcess({ background: false });
afterAll(() => reader.close());

describe.runIf(has('ffmpeg', 'still frames of videos'))('a video', () => {
  const program = execFileSync('sh', ['-c', 'command -v ffmpeg || true'], { encoding: 'utf8' }).trim();

  it('gives a frame through pipes', async () => {
    const still = await stillOf(bytesInMemory(video), reader, signal, program);
    if (typeof still === 'string') throw new Error(still);
    expect(new mupdf.Image(still).getWidth()).toBeLessThanOrEqual(960);
  });

  it('that is none, or would have another file or address opened, gives none', async () => {
    for (const content of ['no video', '#EXTM3U\n#EXTINF:1,\nfile:///etc/hostname\n'])
      expect(await stillOf(bytesInMemory(Buffer.from(content)), reader, signal, program)).toBe('failed');
  });

  describe('of a camera', () => {
    let folder: string;
    beforeAll(() => {
      folder = mkdtempSync(join(tmpdir(), 'still-'));
    });
    afterAll(() => rmSync(folder, { recursive: true }));

    /** Two seconds of a picture that moves and a tone, far more than a pipe's reader keeps to go back to. */
    function filmed(name: string, ...more: readonly string[]): Buffer {
      const path = join(folder, name);
      const input = '-f lavfi -i testsrc=size=640x360:rate=25:duration=2 -f lavfi -i sine=duration=2';
      const codecs = '-vf noise=alls=30:allf=t -pix_fmt yuv420p -c:v mpeg4 -q:v 2 -c:a aac';
      const options = ['-v', 'error', '-y', ...input.split(' '), ...codecs.split(' '), ...more, path];
      execFileSync(program, options);
      const film = readFileSync(path);
      expect(film.length).toBeGreaterThan(1024 * 1024);
      return film;
    }

    /** What ffmpeg shows of the same file on the disk, where it can go to and fro. */
    function fromDisk(film: Buffer): Buffer {
      const path = join(folder, 'film');
      writeFileSync(path, film);
      const frame = '-frames:v 1 -f image2pipe -c:v mjpeg -q:v 3 pipe:1';
      const filter = ['-vf', 'thumbnail=25,scale=min(960\\,iw):-2'];
      const still = execFileSync(program, ['-v', 'error', '-i', path, ...filter, ...frame.split(' ')]);
      expect(still.length).toBeGreaterThan(1_000);
      return still;
    }

    const order = (film: Buffer): string[] =>
      topOf(film)
        .map(({ type }) => type)
        .filter((type) => type === 'moov' || type === 'mdat');

    async function expectSame(film: Buffer): Promise<void> {
      const still = await stillOf(bytesInMemory(film), reader, signal, program);
      if (typeof still === 'string') throw new Error(still);
      expect(fromDisk(film).equals(still)).toBe(true);
    }

    it.each(['mp4', 'mov', '3gp'])('gives the same frame as from the disk: %s', async (kind) => {
      const film = filmed(`camara.${kind}`);
      expect(order(film)).toEqual(['mdat', 'moov']);
      await expectSame(film);
    });

    it('gives the same frame with the directory first', async () => {
      const film = filmed('listo.mp4', '-movflags', '+faststart');
      expect(order(film)).toEqual(['moov', 'mdat']);
      await expectSame(film);
    });

    it('gives the same frame in fragments', async () => {
      await expectSame(filmed('partes.mp4', '-movflags', '+frag_keyframe'));
    });

    it('gives the same frame where its media tell their size by 64 bits', async () => {
      const film = filmed('ancho.mp4');
      const media = topOf(film).find(({ type }) => type === 'mdat');
      if (media === undefined) throw new Error('no media');
      // ffmpeg leaves room before them for the long header.
      const at = media.start - 8;
      expect(film.toString('latin1', at + 4, at + 8)).toBe('free');
      film.writeUInt32BE(1, at);
      film.write('mdat', at + 4, 'latin1');
      film.writeBigUInt64BE(BigInt(media.end - at), at + 8);
      await expectSame(film);
    });

    it('gives the same frame where it begins as QuickTime did, and its directory reaches to the end', async () => {
      const film = filmed('antiguo.mov');
      film.write('free', 4, 'latin1');
      const directory = topOf(film).find(({ type }) => type === 'moov');
      expect(directory?.end).toBe(film.length);
      film.writeUInt32BE(0, directory?.start);
      await expectSame(film);
    });

    it('gives none where the film is hostile, and the next one gives its frame', async () => {
      for (const [name, film] of [...refused, ...asTheyAre])
        expect([name, await stillOf(bytesInMemory(film), reader, signal, program)]).toEqual([name, 'failed']);
      await expectSame(filmed('despues.mp4'));
    });
  });
});

describe('a still frame', () => {
  it('is none where the program cannot be run, and the export goes on', async () => {
    expect(await stillOf(bytesInMemory(video), reader, signal, '/nonexistent/ffmpeg')).toBe('failed');
  });

  it('stands on the divider, which says why where there is none', async () => {
    const pixmap = new mupdf.Pixmap(mupdf.ColorSpace.DeviceRGB, [0, 0, 64, 36], false);
    pixmap.clear(90);
    const jpeg = pixmap.asJPEG(90, false).slice();
    const dividerWith = async (still: Uint8Array | 'program') => {
      const made = await compose([['camara.webm', video]], 'stop', signal, (plan) => ({
        ...plan,
        exhibits: plan.exhibits.map((each) => ({ ...each, still })),
      }));
      const document = mupdf.Document.openDocument(made.pdf, 'application/pdf');
      const page = document.loadPage(document.countPages() - 1);
      return { text: page.toStructuredText('').asText(), images: page.toStructuredText('preserve-images') };
    };
    const shown = await dividerWith(jpeg);
    expect(shown.text).toContain('Un fotograma del video');
    let images = 0;
    shown.images.walk({
      onImageBlock: () => {
        images += 1;
      },
    });
    expect(images).toBe(1);
    expect((await dividerWith('program')).text.replaceAll('\n', ' ')).toContain(
      'hace falta el programa ffmpeg',
    );
  });
});
