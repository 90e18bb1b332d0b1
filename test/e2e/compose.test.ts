import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as mupdf from 'mupdf';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createClient } from '../../electron/core/client.ts';
import { verifyBundle } from '../../electron/core/features/bundles/index.ts';
import { onePagePdf } from '../fixtures/pdf.ts';
import { noProvenance } from '../support/vault.ts';
import { makePlace, openWindow, type Place, shells, unlock, type Window } from './window.ts';

/* A bundle that is kept: made, filled, put in order by mouse and by keyboard, looked at, saved, exported and checked. */

const user = { name: 'Fiscal', passphrase: 'molino abierto siete corderos' };
const eventually = <T>(look: () => T) => expect.poll(look, { timeout: 60_000 });

describe.for(shells)('composing a bundle in the $name window', ({ here, open }) => {
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
    const handles: string[] = [];
    for (const name of ['acta', 'informe', 'plano', 'oficio']) {
      const path = join(place.sources, `${name}.pdf`);
      writeFileSync(path, onePagePdf(`contenido de ${name}`));
      handles.push((await client.core.offerFile(path)).handle);
    }
    const intake = await client.call('evidence.attach', {
      case: id,
      files: handles,
      provenance: noProvenance,
    });
    await client.core.services.intakes.ended(intake.id);
    await client.core.stop();
    window = await openWindow(open, place);
    page = window.page;
    page.setDefaultTimeout(60_000);
    await unlock(page, user.name, user.passphrase);
    await page.getByText('Hotel Mirador').first().click();
    await page.getByRole('tab', { name: 'Legajos' }).click();
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail' && process.env.CUSTODIA_SCREENSHOTS !== undefined)
      await page.screenshot({ path: join(process.env.CUSTODIA_SCREENSHOTS, 'compose.png') });
  });
  afterAll(async () => {
    await window?.close();
    place?.remove();
  });

  const list = () => page.getByRole('list', { name: 'Secciones y evidencias' });
  const index = () => page.getByRole('list', { name: 'Índice' });
  /** Sections and exhibits as they stand in the list. */
  const lines = async (): Promise<string> => {
    const labels = await list()
      .getByRole('group')
      .evaluateAll((groups) => groups.map((group) => group.getAttribute('aria-label') ?? ''));
    return labels.map((label) => label.replace('Sección: ', '').replace(/ .*\.pdf$/, '')).join(' ');
  };
  const add = async (what: string) => {
    await page.getByRole('button', { name: 'Añadir', exact: true }).click();
    await page.getByRole('menuitem', { name: what }).click();
  };
  /** The index as it will be printed. */
  const printed = async (): Promise<string> =>
    (await index().getByRole('button').allInnerTexts()).join(' ').replace(/\s+/g, ' ');

  it('is made, filled by choice and by rule, and put in order by mouse and by keyboard', async () => {
    await page.getByRole('button', { name: 'Nuevo legajo' }).click();
    await page.getByRole('textbox', { name: 'Nombre', exact: true }).fill('Juicio oral');
    await page.getByRole('button', { name: 'Crear y componer' }).click();
    await add('Elegir evidencias…');
    for (const number of ['E-001', 'E-002']) await page.getByLabel(number).check();
    await page.getByRole('button', { name: 'Añadir 2' }).click();
    await add('Añadir por regla…');
    await page.getByRole('textbox', { name: 'Título de la sección' }).fill('Planos');
    await page.getByText('4 evidencias cumplen la regla; 2 no están aún en el legajo.').waitFor();
    await page.getByRole('button', { name: 'Añadir 2' }).click();
    await eventually(lines).toBe('Sin título E-001 E-002 Planos E-003 E-004');

    await list()
      .getByRole('group', { name: /^E-004/ })
      .dragTo(list().getByRole('group', { name: /^E-002/ }));
    await eventually(lines).toBe('Sin título E-001 E-004 E-002 Planos E-003');
    await list()
      .getByRole('group', { name: /^E-002/ })
      .focus();
    await page.keyboard.press('Alt+ArrowDown');
    await eventually(lines).toBe('Sin título E-001 E-004 Planos E-002 E-003');
    await page.keyboard.press('F2');
    await page.keyboard.type('Informe pericial');
    await page.keyboard.press('Enter');
    await list().getByRole('group', { name: 'E-002 Informe pericial' }).waitFor();
    await list().getByRole('group', { name: 'Sección: Sin título' }).focus();
    await page.keyboard.press('F2');
    await page.keyboard.type('Documentos');
    await page.keyboard.press('Enter');
  });

  it('is seen before it is exported: its index with numbers, and a page', async () => {
    await eventually(printed).toBe(
      'E-001 acta.pdf 6–7 E-004 oficio.pdf 8–9 E-002 Informe pericial 11–12 E-003 plano.pdf 13–14',
    );
    await index().getByRole('button', { name: /E-002/ }).click();
    await page.getByRole('img', { name: 'Página 11 como saldrá impresa' }).waitFor();
    await page.getByRole('button', { name: 'Página siguiente' }).click();
    const picture = page.getByRole('img', { name: 'Página 12 como saldrá impresa' });
    await eventually(() =>
      picture.evaluate((image) => ('naturalWidth' in image ? image.naturalWidth : 0)),
    ).toBe(1_000);
  });

  it('asks before it is left unsaved, is saved and exported, and then says what renumbers', async () => {
    const plano = list().getByRole('group', { name: /^E-003/ });
    // It saves itself after a while: whether it did so already is not asked here.
    const saved = async () => {
      await plano.focus();
      await page.keyboard.press('Control+s');
      await page.getByText(/· guardado$/).waitFor();
    };
    await saved();
    await plano.focus();
    await page.keyboard.press('F2');
    await page.keyboard.type('Plano');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Volver a los legajos' }).click();
    await page.getByRole('button', { name: 'Seguir aquí' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await saved();
    await page.getByRole('button', { name: 'Exportar…' }).click();
    await page.getByRole('button', { name: 'Exportar 4 evidencias' }).click();
    await page.getByText('El legajo está listo').waitFor();
    const [folder = ''] = readdirSync(place.exports);
    expect(await verifyBundle(join(place.exports, folder))).toMatchObject({ valid: true });
    const pdf = mupdf.Document.openDocument(join(place.exports, folder, 'data', 'legajo.pdf'));
    expect(pdf.loadPage(10).toStructuredText('').asText()).toMatch(/E-002[\s\S]*Foja 11/);

    await page.getByRole('button', { name: 'Preparar otro' }).click();
    await page.getByText(/entregada la \d/).waitFor();
    await list()
      .getByRole('group', { name: /^E-004/ })
      .focus();
    await page.keyboard.press('Alt+ArrowUp');
    await page.getByText(/Cambian fojas de la versión \d, que ya se entregó/).waitFor();
    await page.getByRole('button', { name: 'Deshacer' }).click();
    await eventually(() => page.getByText('Cambian fojas').count()).toBe(0);
    await page.getByRole('button', { name: 'Versiones y cambios' }).click();
    await page.getByRole('list', { name: 'Cambios' }).getByText('E-003 plano.pdf: «—» → «Plano»').waitFor();
  });

  it('asked for nothing outside and wrote no error', () => {
    expect(window.refused).toEqual([]);
    expect(window.errors).toEqual([]);
  });
});
