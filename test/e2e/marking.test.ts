import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as mupdf from 'mupdf';
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Client, createClient } from '../../electron/core/client.ts';
import { hostileFiles, quarters, statement, turnedJpeg, turnedPng } from '../fixtures/marked.ts';
import { noProvenance } from '../support/vault.ts';
import { makePlace, openWindow, type Place, shells, unlock, type Window } from './window.ts';

/*
 * What people put to exhibits in the real window: rectangles and terms that are kept back, and are then not in the
 * bundle; collections; a transcript that is typed beside its film. And files that would like to run.
 */

const user = { name: 'Fiscal', passphrase: 'molino abierto siete corderos' };
const film = 'camara-portico.webm';
/** What the window comes to, in its own time. */
const eventually = <T>(look: () => T) => expect.poll(look, { timeout: 60_000 });

async function attach(client: Client, place: Place, caseId: string): Promise<void> {
  const files = {
    'declaracion.pdf': statement(),
    'foto.jpg': turnedJpeg(),
    'captura.png': turnedPng(),
    [film]: readFileSync(join(import.meta.dirname, '../../resources/demo/files', film)),
    ...hostileFiles(),
  };
  const handles: string[] = [];
  for (const [name, content] of Object.entries(files)) {
    const path = join(place.sources, name);
    writeFileSync(path, content);
    handles.push((await client.core.offerFile(path)).handle);
  }
  const { id } = await client.call('evidence.attach', {
    case: caseId,
    files: handles,
    provenance: noProvenance,
  });
  const { results } = await client.core.services.intakes.ended(id);
  expect(results.filter((result) => result.exhibit === undefined)).toEqual([]);
}

describe.for(shells)('marking in the $name window', ({ here, open }) => {
  if (!here) {
    it.skip('its program is not on this machine');
    return;
  }
  let place: Place;
  let window: Window;
  let page: Page;

  beforeAll(async () => {
    place = makePlace();
    const client = createClient(place.vault);
    const { sheet } = await client.call('vault.create', {
      office: { name: 'Fiscalía', jurisdiction: 'bolivia', language: 'es' },
      user,
    });
    await client.call('vault.confirmRecovery', { lastCharacters: sheet.key.slice(-6) });
    const { id } = await client.call('cases.open', { title: 'Hotel Mirador' });
    await attach(client, place, id);
    await client.core.stop();
    window = await openWindow(open, place);
    page = window.page;
    // A vault is opened at the real cost of a passphrase, which takes its time on a busy machine.
    page.setDefaultTimeout(60_000);
    await unlock(page, user.name, user.passphrase);
    await openCase();
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail' && process.env.CUSTODIA_SCREENSHOTS !== undefined)
      await page.screenshot({ path: join(process.env.CUSTODIA_SCREENSHOTS, 'marking.png') });
  });
  afterAll(async () => {
    await window?.close();
    place?.remove();
  });

  const openCase = async (): Promise<void> => {
    await page.getByText('Hotel Mirador').first().click();
    await page.getByRole('tab', { name: /Evidencias/ }).click();
  };
  const openExhibit = async (name: string): Promise<void> => {
    await page.getByRole('grid').getByText(name, { exact: true }).click();
    await page.getByRole('article').getByText(name, { exact: true }).first().waitFor();
  };
  const closeExhibit = () => page.getByRole('button', { name: 'Cerrar la evidencia' }).click();
  const drafts = () => page.getByRole('group', { name: /^Recuadro / });

  /** Drags from corner to corner of a place on the screen, a little beyond it. */
  const dragOver = async (box: { x: number; y: number; width: number; height: number }): Promise<void> => {
    const beyond = 2;
    await page.mouse.move(box.x - beyond, box.y - beyond);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.move(box.x + box.width + beyond, box.y + box.height + beyond);
    await page.mouse.up();
  };
  /** Where words are seen, once the page has come to rest. */
  const placeOf = async (words: Locator) => {
    await words.waitFor();
    await words.scrollIntoViewIfNeeded();
    let before = '';
    for (;;) {
      const box = await words.boundingBox();
      if (box !== null && JSON.stringify(box) === before) return box;
      before = JSON.stringify(box);
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
  };
  const words = (text: string) => page.locator('.textLayer span', { hasText: text }).first();

  it('draws what is kept back on a page as it is, zoomed, turned, and cropped by its file', async () => {
    await openExhibit('declaracion.pdf');
    await words('ALAMEDA').waitFor();
    await page.getByRole('button', { name: 'Marcar lo que se reserva' }).click();
    await dragOver(await placeOf(words('ALAMEDA')));
    await eventually(() => drafts().count()).toBe(1);

    const toolbar = page.getByRole('article').getByRole('toolbar');
    await toolbar.getByRole('button', { name: 'Página entera' }).click();
    await toolbar.getByRole('button', { name: /^Girar/ }).click();
    await dragOver(await placeOf(words('CIPRESAL')));
    await eventually(() => drafts().count()).toBe(2);

    await toolbar.getByRole('button', { name: 'Página siguiente' }).click();
    await dragOver(await placeOf(words('DURAZNAL')));
    await eventually(() => drafts().count()).toBe(3);
    await page.getByRole('combobox', { name: 'Fundamento' }).click();
    await page.getByRole('option', { name: /^Seguridad de una persona/ }).click();
    await page.getByRole('button', { name: 'Reservar los 3 recuadros' }).click();
    await eventually(() => drafts().count()).toBe(0);
    await page
      .getByRole('img', { name: /^Reservado: Seguridad/ })
      .first()
      .waitFor();
  });

  it('moves, sizes and removes a rectangle by keyboard, and does not leave it unsaved without asking', async () => {
    await page.getByRole('button', { name: 'Marcar lo que se reserva' }).click();
    await page.getByRole('button', { name: 'Añadir recuadro' }).click();
    const box = async () => (await drafts().boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    const first = await box();
    for (let times = 0; times < 4; times += 1) await page.keyboard.press('ArrowRight');
    const second = await box();
    expect(second.x).toBeGreaterThan(first.x + 3);
    expect(second.width).toBeCloseTo(first.width, 0);
    for (let times = 0; times < 4; times += 1) await page.keyboard.press('Shift+ArrowDown');
    expect((await box()).height).toBeGreaterThan(second.height + 3);

    await closeExhibit();
    await page.getByRole('dialog').getByRole('button', { name: 'Seguir aquí' }).click();
    await drafts().focus();
    await page.keyboard.press('Delete');
    await eventually(() => drafts().count()).toBe(0);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Añadir recuadro' }).waitFor({ state: 'detached' });
    await page.locator('.textLayer').first().waitFor();
  });

  it('keeps back all that a search finds in the file', async () => {
    const search = page.getByRole('textbox', { name: 'Buscar en el documento' });
    await search.fill('quispe');
    await page.getByText('2 de 2').waitFor();
    await page.getByRole('button', { name: 'Reservar lo buscado en todo el archivo…' }).click();
    await page.getByText('Está 2 veces (págs. 1, 2).').waitFor();
    await page.getByRole('button', { name: 'Reservar las 2 apariciones' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  it('lists them among the marks, and leads to the page', async () => {
    await page.getByRole('button', { name: 'Página anterior' }).click();
    await eventually(() => page.getByLabel('Número de página').inputValue()).toBe('1');
    await page.getByRole('tab', { name: 'Marcas' }).click();
    await page.getByText('«quispe»').waitFor();
    await page.getByText('2 recuadros en la página 1').waitFor();
    await page
      .locator('article', { hasText: 'Un recuadro en la página 2' })
      .last()
      .getByRole('button', { name: 'Ver' })
      .click();
    await eventually(() => page.getByLabel('Número de página').inputValue()).toBe('2');
    await closeExhibit();
  });

  it.each(['foto.jpg', 'captura.png'])(
    'draws on %s as it is seen, whatever way it is stored',
    async (name) => {
      await openExhibit(name);
      const picture = page.getByRole('img', { name });
      await page.getByRole('button', { name: 'Marcar lo que se reserva' }).click();
      const box = await placeOf(picture);
      // Stored lying, seen standing.
      expect(box.height).toBeGreaterThan(box.width);
      const [left, top] = quarters.red;
      await dragOver({
        x: box.x + (left * box.width) / 2 + 3,
        y: box.y + (top * box.height) / 2 + 3,
        width: box.width / 2 - 4,
        height: box.height / 2 - 4,
      });
      await page.getByRole('button', { name: 'Reservar el recuadro' }).click();
      await page.getByRole('img', { name: /^Reservado/ }).waitFor();
      await closeExhibit();
    },
  );

  it('makes a collection of marked exhibits, filters by it, puts it in order, renames and dissolves it', async () => {
    const grid = page.getByRole('grid');
    for (const name of ['foto.jpg', 'captura.png'])
      await grid.locator('tbody tr', { hasText: name }).getByRole('checkbox').check();
    await page.getByRole('combobox', { name: 'Añadir a una colección…' }).click();
    await page.getByRole('option', { name: 'Nueva colección…' }).click();
    await page.getByPlaceholder('Nombre de la colección').fill('Captación');
    await page.getByRole('button', { name: 'Añadir', exact: true }).click();
    await page.getByRole('combobox', { name: 'Colección', exact: true }).click();
    await page.getByRole('option', { name: 'Captación' }).click();
    await eventually(() => grid.locator('tbody tr').count()).toBe(2);

    await page.getByRole('button', { name: 'Colecciones del caso' }).click();
    const dialog = page.getByRole('dialog');
    const rows = dialog.getByRole('region', { name: 'Evidencias de la colección' }).getByRole('listitem');
    await eventually(async () =>
      (await rows.allTextContents()).map((text) => /foto|captura/.exec(text)?.[0]),
    ).toEqual(['foto', 'captura']);
    await rows.first().getByRole('button', { name: 'Bajar' }).click();
    await eventually(async () =>
      (await rows.allTextContents()).map((text) => /foto|captura/.exec(text)?.[0]),
    ).toEqual(['captura', 'foto']);
    await dialog.getByRole('button', { name: 'Renombrar' }).click();
    await dialog.getByLabel('Nombre de la colección').fill('Primer contacto');
    await page.keyboard.press('Enter');
    await dialog.getByRole('heading', { name: 'Primer contacto' }).waitFor();
    await rows.first().getByRole('button', { name: 'Sacar' }).click();
    await rows.first().getByLabel('Motivo').fill('Es de otro hecho');
    await rows.first().getByRole('button', { name: 'Sacar' }).click();
    await eventually(() => rows.count()).toBe(1);
    await page.keyboard.press('Escape');
    await eventually(() => grid.locator('tbody tr').count()).toBe(1);

    await page.getByRole('button', { name: 'Colecciones del caso' }).click();
    await dialog.getByRole('button', { name: 'Disolver' }).click();
    await dialog.getByLabel('Motivo').fill('Ya no hace falta');
    await dialog.getByRole('button', { name: 'Disolver' }).click();
    await dialog.getByText('Este caso no tiene colecciones.').waitFor();
    await page.keyboard.press('Escape');
    await eventually(() => grid.locator('tbody tr').count()).toBeGreaterThan(5);
  });

  it('writes a transcript beside its film, and shows it again after the vault was closed', async () => {
    await openExhibit(film);
    await page.locator('video').waitFor();
    await page.getByRole('button', { name: 'Transcribir…' }).click();
    const aside = page.getByRole('complementary', { name: 'Testimonio' });
    await aside.getByRole('button', { name: /^Nuevo fragmento/ }).click();
    await aside.getByLabel('Qué se dice').fill('Llegaron de noche, jl, y no dijeron nada.');
    await aside.getByPlaceholder('Quién habla').fill('Testigo');
    await page.locator('video').evaluate(async (media) => {
      const player = media as unknown as {
        currentTime: number;
        addEventListener: (n: string, f: () => void, o: object) => void;
      };
      player.currentTime = 1.5;
      await new Promise<void>((resolve) => player.addEventListener('seeked', resolve, { once: true }));
    });
    await aside.getByLabel('Qué se dice').focus();
    await page.keyboard.press('F9');
    await eventually(() => aside.getByLabel('Termina', { exact: true }).inputValue()).toBe('0:00:01.500');
    // Left alone it would be lost: the window asks.
    await page.getByRole('tab', { name: 'Resumen' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Seguir aquí' }).click();
    await aside.getByRole('button', { name: 'Guardar como nueva versión' }).click();
    await aside.getByRole('button', { name: 'Corregir transcripción…' }).waitFor();

    await page.keyboard.press('Control+l');
    await unlock(page, user.name, user.passphrase);
    await openCase();
    await openExhibit(film);
    await aside.getByText('Llegaron de noche, jl, y no dijeron nada.').waitFor();
  });

  it('divides and mends a transcript, and goes back to an earlier version', async () => {
    const aside = page.getByRole('complementary', { name: 'Testimonio' });
    await aside.getByRole('button', { name: 'Corregir transcripción…' }).click();
    const text = aside.getByLabel('Qué se dice');
    await text.evaluate((area) => {
      const field = area as unknown as {
        focus: () => void;
        setSelectionRange: (a: number, b: number) => void;
      };
      field.focus();
      field.setSelectionRange(19, 19);
    });
    await aside.getByRole('button', { name: 'Dividir en el cursor' }).click();
    await eventually(() => text.inputValue()).toBe('jl, y no dijeron nada.');
    await text.fill('Y no dijeron nada.');
    await page.keyboard.press('Control+ArrowUp');
    await eventually(() => text.inputValue()).toBe('Llegaron de noche,');
    await aside.getByPlaceholder('Motivo (opcional)').fill('Dos momentos');
    await aside.getByRole('button', { name: 'Guardar como nueva versión' }).click();
    await aside.getByText('Y no dijeron nada.').waitFor();
    await aside.getByRole('combobox', { name: 'Versión de la transcripción' }).click();
    await page.getByRole('option', { name: /^Anterior/ }).click();
    await aside.getByText('Llegaron de noche, jl, y no dijeron nada.').waitFor();
    await aside.getByRole('button', { name: 'Volver a ésta' }).click();
    await eventually(() => aside.getByRole('button', { name: 'Volver a ésta' }).count()).toBe(0);
    await aside.getByText('Llegaron de noche, jl, y no dijeron nada.').waitFor();
    await closeExhibit();
  });

  it.each([
    ['trampa.pdf', '.textLayer span'],
    ['trampa.svg', 'text=TRAMPERO dibujado'],
    ['trampa.html', 'text=TRAMPERO escrito'],
    ['trampa.eml', 'text=TRAMPERO por correo'],
  ])('shows %s and runs nothing of it', async (name, shown) => {
    const title = await page.title();
    let asked = 0;
    page.once('dialog', (dialog) => {
      asked += 1;
      void dialog.dismiss();
    });
    await openExhibit(name);
    await page.locator(shown).first().waitFor();
    // Time for what would run late.
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));
    expect(await page.title()).toBe(title);
    expect(await page.evaluate(() => 'ran' in globalThis)).toBe(false);
    expect(page.frames()).toHaveLength(1);
    expect(asked).toBe(0);
    await closeExhibit();
  });

  it('exports a bundle without what was drawn and sought, and with all the rest', async () => {
    await page.getByRole('tab', { name: 'Legajos' }).click();
    await page.getByRole('tab', { name: 'Exportar sin guardar' }).click();
    await page.getByLabel(/^Elegir las \d+ que se muestran/).check();
    await page.getByRole('button', { name: /^Exportar \d+ evidencias/ }).click();
    await page.getByText('El legajo está listo').waitFor({ timeout: 120_000 });
    const [folder = ''] = readdirSync(place.exports);
    const file = join(place.exports, folder, 'data', 'legajo.pdf');
    const text = execFileSync('pdftotext', [file, '-'], { encoding: 'utf8' }).normalize('NFKC');
    // A page that cannot be cleaned otherwise is drawn again, and says nothing to `pdftotext`.
    for (const gone of ['ALAMEDA', 'CIPRESAL', 'DURAZNAL', 'Quispe']) expect(text).not.toContain(gone);
    for (const left of [
      'BRUMOSO queda a la vista',
      'declara Juana',
      'Mamani',
      'ENCINAR queda tambien',
      'firma',
    ])
      expect(text).toContain(left);
    const originals = readdirSync(join(place.exports, folder, 'data', 'native')).join(' ');
    expect(originals).toContain('portico');
    expect(originals).not.toMatch(/declaracion|foto|captura/);

    const pictures = coloursByPage(readFileSync(file)).filter(
      (seen) => seen.green && seen.blue && seen.yellow,
    );
    expect(pictures).toHaveLength(2);
    for (const seen of pictures) expect(seen.red).toBe(false);
  });

  it('asked for nothing outside and wrote no error', () => {
    expect(window.refused).toEqual([]);
    expect(window.errors).toEqual([]);
  });
});

/** The four colours by whether red, green and blue are in them. */
const pure: Readonly<Record<string, 'red' | 'green' | 'blue' | 'yellow'>> = {
  '100': 'red',
  '010': 'green',
  '001': 'blue',
  '110': 'yellow',
};

/** Full, none, or something between: a photograph's colours are not quite those that were painted. */
const level = (value: number): string => (value > 200 ? '1' : value < 60 ? '0' : '?');

/** Which of the four colours of the pictures are seen on each page, in more than a few pixels. */
function coloursByPage(bytes: Uint8Array) {
  const pdf = mupdf.Document.openDocument(bytes, 'application/pdf');
  return Array.from({ length: pdf.countPages() }, (_, index) => coloursOf(pdf.loadPage(index)));
}

function coloursOf(page: mupdf.Page) {
  const pixmap = page.toPixmap(mupdf.Matrix.identity, mupdf.ColorSpace.DeviceRGB, false);
  const pixels = pixmap.getPixels();
  const counts = { red: 0, green: 0, blue: 0, yellow: 0 };
  for (let at = 0; at < pixels.length; at += 3) {
    const name = pure[[...pixels.subarray(at, at + 3)].map(level).join('')];
    if (name !== undefined) counts[name] += 1;
  }
  // A hair's breadth at the edge of what was drawn may stay: the mouse goes by whole pixels.
  const seen = (count: number): boolean => count > 1_000;
  return {
    red: seen(counts.red),
    green: seen(counts.green),
    blue: seen(counts.blue),
    yellow: seen(counts.yellow),
  };
}
