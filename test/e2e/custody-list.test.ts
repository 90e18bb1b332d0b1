import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createClient } from '../../electron/core/client.ts';
import { makePlace, openWindow, type Place, shells, unlock, type Window } from './window.ts';

/*
 * A former register through the real window: chosen, its columns said, every row looked at, the refused rows saved,
 * the good ones written, and the chain that says where they come from.
 */

const user = { name: 'Ana Quispe', passphrase: 'molino abierto siete corderos' };
const list = [
  'Pieza;Acto;Fecha;Hora;Entrega;Recibe;Motivo',
  'E-001;Entregado a otra persona;06/05/2025;10:00;Secretaría;IDIF;Pericia',
  'E-001;Recibido;05/05/2025;09:15;;Secretaría;',
  'E-009;Recibido;05/05/2025;09:15;;Secretaría;',
  'E-001;Apertura;07/05/2025;11:00;;Perito;',
].join('\n');

describe.for(shells)('a custody register in the $name window', ({ here, open }) => {
  if (!here) {
    it.skip('its program is not on this machine');
    return;
  }
  let place: Place;
  let window: Window;
  let page: Page;

  beforeAll(async () => {
    place = makePlace();
    writeFileSync(join(place.sources, 'libro.csv'), list);
    const client = createClient(place.vault, undefined, place.exports);
    const office = { name: 'Fiscalía', jurisdiction: 'bolivia', language: 'es' } as const;
    const { sheet } = await client.call('vault.create', { office, user });
    await client.call('vault.confirmRecovery', { lastCharacters: sheet.key.slice(-6) });
    const { id } = await client.call('cases.open', { title: 'Libro de custodia' });
    const where = { source: '', place: '', collectedOn: '', collectedAt: '', collectedBy: '' };
    await client.call('evidence.recordItems', {
      case: id,
      occasion: { ...where, coordinates: '', present: [] },
      items: [{ name: 'Teléfono negro', category: 'phone' }],
    });
    await client.core.stop();
    window = await openWindow(open, place);
    page = window.page;
    page.setDefaultTimeout(60_000);
    await unlock(page, user.name, user.passphrase);
    await page.getByText('Libro de custodia').first().click({ timeout: 120_000 });
    await page.getByRole('tab', { name: /Evidencias/ }).click();
  });
  afterEach(async ({ task }) => {
    if (process.env.CUSTODIA_SCREENSHOTS !== undefined)
      await page.screenshot({ path: join(process.env.CUSTODIA_SCREENSHOTS, `list ${task.name}.png`) });
  });
  afterAll(async () => {
    await window?.close();
    place?.remove();
  });

  it('asks which column is the exhibit', async () => {
    await page.getByRole('button', { name: 'Objetos y listas' }).click();
    await page.getByRole('menuitem', { name: 'Importar registro de custodia' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.locator('input[type=file]').setInputFiles(join(place.sources, 'libro.csv'));
    await dialog.getByText('No se reconoció: Evidencia').waitFor();
    await dialog.getByRole('combobox', { name: 'Evidencia' }).click();
    await page.getByRole('option', { name: 'Pieza' }).click();
    await dialog.getByRole('button', { name: 'Volver a leer' }).click();
    await dialog.getByText('Se escribirá · 2').waitFor();
    await dialog.getByText('Rechazada · 2').waitFor();
  });

  it('says of every row what comes of it and why', async () => {
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Rechazada · 2').click();
    const rows = dialog.getByRole('grid').getByRole('row');
    await expect.poll(() => rows.count()).toBe(3);
    await dialog.getByText(/Regístrela primero/).waitFor();
    await dialog.getByText(/no consta ningún precinto que abrir/).waitFor();
    // Nothing is written until that is said.
    expect(await dialog.getByRole('button', { name: 'Anotar sólo las 2 filas buenas' }).isDisabled()).toBe(
      true,
    );
  });

  it('saves the refused rows to be mended', async () => {
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Guardar las rechazadas (CSV)' }).click();
    await dialog.getByText(/Corrija esas filas/).waitFor();
    const [name = ''] = readdirSync(place.exports).filter((each) => each.endsWith('.csv'));
    const saved = readFileSync(join(place.exports, name), 'utf8').trim().split(/\r?\n/);
    expect(saved).toHaveLength(3);
    expect(saved[1]).toMatch(/^E-009;Recibido;.*Regístrela primero/);
  });

  it('writes the good ones when the person says so', async () => {
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('checkbox').check();
    await dialog.getByRole('button', { name: 'Anotar sólo las 2 filas buenas' }).click();
    await dialog.getByText('Quedaron anotados 2 actos').waitFor();
    await dialog.getByRole('button', { name: 'Cerrar', exact: true }).last().click();
  });

  it('shows in the chain and in the timeline where they come from', async () => {
    await page.getByRole('grid').getByText('Teléfono negro').click();
    await page.getByRole('tab', { name: /Cadena de custodia/ }).click();
    await page.getByText('Copiado del registro «libro.csv», fila 3; no se firmó aquí').waitFor();
    await page.getByText('Copiado del registro «libro.csv», fila 2; no se firmó aquí').waitFor();
    await page.getByText('IDIF').first().waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('tab', { name: /Cronología/ }).click();
    await page.getByText('Importó el registro de custodia «libro.csv»').waitFor();
    await page.getByText(/copiado del registro «libro.csv», fila 2/).waitFor();
    expect(window.errors).toEqual([]);
  });
});
