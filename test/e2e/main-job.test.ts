import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { makeExhibits } from '../../build/demo/make-exhibits.ts';
import { verifyBundle } from '../../electron/core/features/bundles/index.ts';
import { canaries, findCanaries } from './canary.ts';
import { makePlace, openWindow, type Place, shells, unlock, type Window } from './window.ts';

/*
 * The whole main job through the real window: set up, a case, people, a sealed identity, exhibits opened and handed
 * on, an amendment, the past, the court's bundle, the lock. Words that stand nowhere else are planted everywhere and
 * looked for afterwards in every file of the vault, the profile and the temporary folder.
 */

const user = `Fiscal ${canaries.user}`;
const passphrase = 'frase larga molino tren 4471';
describe.for(shells)('the main job in the $name window', ({ here, open }) => {
  if (!here) {
    it.skip('its program is not on this machine');
    return;
  }
  let place: Place;
  let window: Window;
  let page: Page;

  beforeAll(async () => {
    place = makePlace();
    await makeExhibits(place.sources);
    writeFileSync(join(place.sources, `${canaries.fileName}.txt`), `${canaries.content}\n`.repeat(200));
    window = await openWindow(open, place);
    page = window.page;
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail' && process.env.CUSTODIA_SCREENSHOTS !== undefined)
      await page.screenshot({ path: join(process.env.CUSTODIA_SCREENSHOTS, 'main-job.png') });
  });
  afterAll(async () => {
    await window?.close();
    place?.remove();
  });

  it('sets up the office, shows the recovery sheet once, and wants it confirmed', async () => {
    await page.getByLabel('Nombre de la oficina').fill(`Fiscalía ${canaries.office}`);
    await page.getByRole('button', { name: 'Continuar' }).click();
    await page.getByLabel('Nombre completo').fill(user);
    await page.getByLabel('Contraseña', { exact: true }).fill('corta');
    await page.getByLabel('La misma contraseña otra vez').fill('corta');
    await page.getByRole('button', { name: 'Crear la bóveda' }).click();
    // A weak passphrase makes no vault.
    expect(existsSync(join(place.vault, 'vault.json'))).toBe(false);
    await page.getByLabel('Contraseña', { exact: true }).fill(passphrase);
    await page.getByLabel('La misma contraseña otra vez').fill(passphrase);
    await page.getByRole('button', { name: 'Crear la bóveda' }).click();
    const key = await page.locator('body').evaluate(async (body) => {
      const text = () => body.textContent.replaceAll(/\s/g, '');
      for (let tries = 0; tries < 200 && !text().includes('AGE-SECRET-KEY-1'); tries += 1)
        await new Promise((resolve) => setTimeout(resolve, 100));
      return /AGE-SECRET-KEY-1[A-Z0-9]{58}/.exec(text())?.[0] ?? '';
    });
    expect(key).toMatch(/^AGE-SECRET-KEY-1/);
    await page
      .getByRole('button', { name: 'Ya la tengo' })
      .or(page.getByRole('button', { name: 'Continuar' }))
      .first()
      .click();
    await page.getByRole('textbox').last().fill('ZZZZZZ');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.getByText('Casos', { exact: true }).count()).toBe(0);
    await page.getByRole('textbox').last().fill(key.slice(-6));
    await page.keyboard.press('Enter');
    await page.getByText('Todavía no hay casos').waitFor();
  });

  it('opens a case with the office’s numbering', async () => {
    await page.keyboard.press('Control+n');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Título').fill(`Caso ${canaries.title}`);
    await dialog.getByLabel('Relación de los hechos').fill(`Hechos ${canaries.summary}`);
    await dialog.getByRole('button', { name: 'Abrir el caso' }).click();
    await page.getByRole('heading', { name: `Caso ${canaries.title}` }).waitFor();
    await page
      .getByText(/-2026-0001$/)
      .first()
      .waitFor();
  });

  it('adds a person and seals the true identity', async () => {
    await page.getByRole('tab', { name: /Personas/ }).click();
    await page.getByRole('button', { name: 'Añadir persona' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox').or(dialog.getByPlaceholder('Calidad en el caso')).first().click();
    await page.getByRole('option', { name: 'Víctima', exact: true }).click();
    await dialog.getByLabel('Nombre', { exact: false }).first().fill(`Clave ${canaries.person}`);
    await dialog.getByLabel('Notas').fill(canaries.note);
    await dialog.getByRole('button', { name: 'Añadir', exact: true }).click();
    await page.getByRole('heading', { name: `Clave ${canaries.person}` }).waitFor();
    await page.getByRole('button', { name: 'Cerrar el sobre' }).click();
    await dialog.getByLabel('Nombre verdadero').fill(`Nombre ${canaries.secret}`);
    await dialog.getByRole('button', { name: 'Cerrar el sobre' }).click();
    await page.getByText(`Lo pueden abrir solamente: ${user}`).waitFor();
    expect(await page.getByText(canaries.secret).count()).toBe(0);
  });

  it('opens the envelope for its holder, with a reason', async () => {
    await page.getByRole('button', { name: 'Abrir el sobre' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Motivo').fill('Audiencia');
    await dialog.locator('input[type=password]').fill(passphrase);
    await dialog.getByRole('button', { name: 'Abrir el sobre' }).click();
    await dialog.getByText(`Nombre ${canaries.secret}`).waitFor();
    await dialog.getByRole('button', { name: 'Ocultar' }).click();
  });

  it('attaches many files at once and notices what is there twice', async () => {
    await page.getByRole('tab', { name: /Evidencias/ }).click();
    const files = readdirSync(place.sources).map((name) => join(place.sources, name));
    await page.locator('input[type=file]').setInputFiles(files);
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Lugar de recolección').fill(`Calle ${canaries.place}`);
    await dialog.getByRole('button', { name: `Adjuntar ${files.length} archivos` }).click();
    await page.getByText(`Se adjuntaron ${files.length} evidencias`).waitFor({ timeout: 60_000 });
    await page.getByText('1 con contenido repetido').waitFor();
    await page.getByRole('button', { name: 'Cerrar el informe' }).click();
  });

  it.each([
    ['Foto 01 fachada.jpg', 'img'],
    ['Acta de allanamiento.pdf', '.textLayer span'],
    [`${canaries.fileName}.txt`, `text=${canaries.content}`],
    ['Audio ambiente del taller.wav', 'audio'],
    ['Cámara de la calle 2026-07-27.webm', 'video'],
  ])('opens %s inside the window', async (name, shown) => {
    await page.getByPlaceholder('Buscar por número, nombre o descripción').fill(name.slice(0, 14));
    await page.getByRole('grid').getByText(name, { exact: true }).click();
    await page.locator(shown).first().waitFor({ state: 'attached' });
    if (shown === 'video' || shown === 'audio') {
      await expect
        .poll(() => page.locator(shown).evaluate((media) => (media as unknown as Media).duration), {
          timeout: 20_000,
        })
        .toBeGreaterThan(0.5);
      const at = await page.locator(shown).evaluate(async (media) => {
        const player = media as unknown as Media;
        player.currentTime = player.duration / 2;
        await new Promise((resolve) => player.addEventListener('seeked', resolve, { once: true }));
        return player.currentTime / player.duration;
      });
      expect(at).toBeCloseTo(0.5, 1);
    }
    if (shown === 'img') {
      await expect
        .poll(() =>
          page
            .locator('img')
            .last()
            .evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth),
        )
        .toBeGreaterThan(100);
    }
    await page.getByRole('button', { name: 'Cerrar la evidencia' }).click();
  });

  it('records custody and refuses what cannot follow', async () => {
    await page.getByPlaceholder('Buscar por número, nombre o descripción').fill(canaries.fileName);
    await page.getByRole('grid').getByText(`${canaries.fileName}.txt`, { exact: true }).click();
    await page
      .getByRole('tab', { name: 'Cadena de custodia' })
      .or(page.getByText('Cadena de custodia'))
      .first()
      .click();
    expect(await page.getByRole('button', { name: 'Devolver' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Recibir' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Recibe').fill(`Depósito ${canaries.custody}`);
    await dialog.getByRole('button', { name: 'Registrar' }).click();
    await page.getByText(`Depósito ${canaries.custody}`).first().waitFor();
    await page.getByRole('button', { name: 'Cerrar la evidencia' }).click();
  });

  it('amends a fact and shows who changed what', async () => {
    await page.getByRole('tab', { name: 'Resumen' }).click();
    await page.getByRole('button', { name: `Caso ${canaries.title}` }).click();
    await page
      .getByRole('textbox', { name: 'Título' })
      .or(page.locator('form input').first())
      .first()
      .fill(`Caso ${canaries.title} enmendado`);
    await page.keyboard.press('Enter');
    await page.getByText('enmendado 1 vez').click();
    await page.getByText(`Caso ${canaries.title}`, { exact: true }).first().waitFor();
    await page.keyboard.press('Escape');
  });

  it('exports the bundle, and the foreign tools accept it', async () => {
    await page.getByRole('tab', { name: 'Legajos' }).click();
    await page.getByRole('tab', { name: 'Exportar sin guardar' }).click();
    await page.getByLabel(/^Elegir las \d+ que se muestran/).check();
    await page.getByRole('button', { name: /^Exportar \d+ evidencias/ }).click();
    await page.getByText('El legajo está listo').waitFor({ timeout: 120_000 });
    const [folder = ''] = readdirSync(place.exports);
    const bundle = join(place.exports, folder);
    expect(await verifyBundle(bundle)).toMatchObject({ valid: true, exhibits: 29 });
    execFileSync('sh', ['-c', 'sha256sum --quiet -c manifest-sha256.txt tagmanifest-sha256.txt'], {
      cwd: bundle,
    });
    const text = execFileSync('pdftotext', [join(bundle, 'data', 'legajo.pdf'), '-'], { encoding: 'utf8' });
    expect(text.normalize('NFKC')).toContain(canaries.content);
    expect(text).not.toContain(canaries.secret);
  });

  it('locks by shortcut, does not say what was wrong, and opens again', async () => {
    await page.keyboard.press('Control+l');
    await page.getByText('La bóveda está cerrada').waitFor();
    expect(await page.locator('body').textContent()).not.toContain(canaries.title);
    await unlock(page, user, 'no es esta');
    const wrongPassphrase = await refusal(page);
    await unlock(page, 'Nadie', passphrase);
    expect(await refusal(page)).toBe(wrongPassphrase);
    await unlock(page, user, passphrase);
    await page.getByText(canaries.title).first().waitFor();
  });

  it('asked for nothing outside, wrote no error, and left no plaintext anywhere', async () => {
    const words = Object.values(canaries).filter((word) => word !== canaries.passphrase);
    const during = findCanaries([place.vault, place.temporary, window.profile], words);
    expect(during.looked).toBeGreaterThan(30);
    expect(during.found).toEqual([]);
    expect(window.refused).toEqual([]);
    expect(window.errors).toEqual([]);
    await window.close();
    expect(existsSync(window.profile)).toBe(false);
    expect(findCanaries([place.vault, place.temporary], words).found).toEqual([]);
  });
});

/** What the page's own types would tell; this file runs outside of it. */
interface Media {
  readonly duration: number;
  currentTime: number;
  addEventListener(name: string, heard: (event: unknown) => void, options: { once: boolean }): void;
}

/** The words of a refusal, once they are there. */
async function refusal(page: Page): Promise<string> {
  const alert = page.getByRole('alert').first();
  await alert.waitFor();
  return (await alert.textContent()) ?? '';
}
