import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createClient } from '../../electron/core/client.ts';
import { findCanaries } from './canary.ts';
import { makePlace, openWindow, type Place, shells, unlock, type Window } from './window.ts';

/*
 * An undercover operation through the real window: opened, authorised, an agent under a code name, the true identity
 * in its envelope, the log with what was allowed and what was not, money, the envelope opened for its holder. Then the
 * true name is looked for in every part of the page and in every file, and somebody of the same case who is no member
 * looks for any trace.
 */

const fiscal = { name: 'Ana Quispe', passphrase: 'molino abierto siete corderos' };
const outsider = { name: 'Beto Rocha', passphrase: 'laguna verde cinco caminos 31' };
/** Words that stand nowhere else. */
const secret = ['NOMBREZQXW', 'DOCUMENTOZQXW', 'ASUMIDOZQXW'] as const;
const [trueName, trueDocument, assumedName] = secret;
const operation = 'PUENTEZQXW';
const tabs = [
  'Resumen',
  'Autorizaciones',
  'Agentes',
  'Bitácora',
  'Informes',
  'Fondos',
  'Seguridad',
  'Cierre',
  'Revelación',
  'Cronología',
];

/** The case, its team of two, and a receipt among its exhibits: what is there before the operation. */
async function makeCase(place: Place): Promise<void> {
  const client = createClient(place.vault, undefined, place.exports);
  const office = { name: 'Fiscalía', jurisdiction: 'bolivia', language: 'es' } as const;
  const { sheet } = await client.call('vault.create', { office, user: fiscal });
  await client.call('vault.confirmRecovery', { lastCharacters: sheet.key.slice(-6) });
  const [me] = await client.call('users.list', {});
  // One person with two roles, as in a small office: a prosecutor alone leads no agent.
  await client.call('roles.grant', { user: me?.id ?? '', role: 'handler' });
  const other = await client.call('users.add', { ...outsider, roles: ['investigator'] });
  const { id } = await client.call('cases.open', { title: 'Agencia de empleo' });
  await client.call('cases.join', { case: id, user: other.id });
  const file = join(place.sources, 'recibo.txt');
  writeFileSync(file, 'recibo de la compra');
  const { handle } = await client.core.offerFile(file);
  const provenance = { source: '', place: '', collectedOn: '', collectedBy: '', description: '' };
  const intake = await client.call('evidence.attach', { case: id, files: [handle], provenance });
  await client.core.services.intakes.ended(intake.id);
  await client.core.stop();
}

describe.for(shells)(
  'an undercover operation in the $name window',
  { timeout: 600_000 },
  ({ here, open }) => {
    if (!here) {
      it.skip('its program is not on this machine');
      return;
    }
    let place: Place;
    let window: Window;
    let page: Page;
    let codeName = '';

    beforeAll(async () => {
      place = makePlace();
      await makeCase(place);
      window = await openWindow(open, place);
      page = window.page;
      page.setDefaultTimeout(30_000);
      await unlock(page, fiscal.name, fiscal.passphrase);
      await page.getByText('Agencia de empleo').first().waitFor();
    }, 600_000);
    afterEach(async ({ task }) => {
      if (task.result?.state === 'fail' && process.env.CUSTODIA_SCREENSHOTS !== undefined)
        await page.screenshot({ path: join(process.env.CUSTODIA_SCREENSHOTS, 'operations.png') });
    });
    afterAll(async () => {
      await window?.close();
      place?.remove();
    });

    const tab = (name: string) => page.getByRole('tab', { name, exact: true }).click();
    const dialog = () => page.getByRole('dialog');
    const press = (name: string) => dialog().getByRole('button', { name, exact: true }).click();
    const closed = () => dialog().waitFor({ state: 'detached' });
    const fill = (label: string, text: string) =>
      dialog().getByLabel(label, { exact: false }).first().fill(text);
    const choose = async (label: string, option: string | RegExp) => {
      await dialog().getByRole('combobox', { name: label }).or(dialog().getByLabel(label)).first().click();
      await page.getByRole('option', { name: option }).first().click();
    };

    it('opens an operation that only its members see', async () => {
      await page.getByRole('navigation').getByText('Operaciones').click();
      await page.getByText('No hay operaciones').waitFor();
      await page.keyboard.press('Control+n');
      await choose('Caso', /Agencia de empleo/);
      await fill('Nombre de la operación', operation);
      await fill('Finalidad', 'Saber quién recluta');
      await press('Abrir la operación');
      await page.getByRole('heading', { name: operation }).waitFor();
      await page.getByText('Sin autorización', { exact: true }).first().waitFor();
    });

    it('records the ruling with what it allows, one by one', async () => {
      await tab('Autorizaciones');
      await page.getByRole('button', { name: 'Nueva autorización' }).click();
      await fill('Fecha de la solicitud', day(-3));
      await fill('Juzgado', 'Juzgado 3º de Instrucción');
      await fill('Jueza o juez', 'Dra. Salazar');
      await fill('Número de la resolución', 'RES-7');
      await fill('Fecha de la resolución', day(-2));
      await fill('Rige desde', day(-2));
      await fill('Rige hasta', day(40));
      await fill('Fundamentos', 'Se ofrece trabajo en el exterior');
      await fill('Por qué falta o no basta otra prueba', 'Las víctimas no declaran');
      // Without an act nothing would be allowed: it is not sent.
      await press('Anotar la autorización');
      await dialog().getByText('Falta al menos un acto: sin él nada está permitido.').waitFor();
      await choose('Actos: clase 1', 'Establecer contacto');
      await dialog().getByRole('button', { name: 'Añadir lugar' }).click();
      await fill('Lugares: detalle 1', 'Terminal de buses');
      await press('Anotar la autorización');
      await closed();
      await page.getByText('Resolución RES-7').waitFor();
      await page.getByText('Autorizada', { exact: true }).first().waitFor();
    });

    it('brings an agent in under a code name, and assigns one act', async () => {
      await tab('Agentes');
      await page.getByRole('button', { name: 'Añadir agente encubierto' }).click();
      const first = dialog().getByRole('radio').first();
      await first.waitFor({ state: 'attached' });
      codeName = (await first.getAttribute('value')) ?? '';
      expect(codeName).not.toBe('');
      await dialog().getByText(codeName, { exact: true }).click();
      await press('Añadir');
      await closed();
      await page.getByRole('heading', { name: codeName }).waitFor();
      await tab('Autorizaciones');
      await page.getByRole('button', { name: 'Encomendar un acto' }).click();
      await choose('Acto autorizado', /Establecer contacto/);
      await fill('Instrucción', 'Preguntar por los viajes');
      await press('Encomendar');
      await closed();
      await page.getByText('Preguntar por los viajes').waitFor();
    });

    it('seals both identities; the page does not show them', async () => {
      await tab('Agentes');
      await page.getByRole('button', { name: 'Cerrar el sobre' }).click();
      await fill('Nombre verdadero', `Sargento ${trueName}`);
      await dialog().getByLabel('Documento de identidad').first().fill(trueDocument);
      await fill('Nombre asumido', `Señora ${assumedName}`);
      await press('Cerrar el sobre');
      await closed();
      await page.getByText(`Lo pueden abrir solamente: ${fiscal.name}.`).waitFor();
      expect(await tellsSecret(page)).toEqual([]);
    });

    it('writes an assigned act; what is outside is refused, or stays as an irregularity', async () => {
      await tab('Bitácora');
      await page.getByText('La bitácora está vacía').waitFor();
      await page.keyboard.press('Control+n');
      await choose('Acto encomendado', /Establecer contacto/);
      await choose('Lugar de la resolución', 'Terminal de buses');
      await fill('Lo que se dijo o hizo', 'Se presentó ante el reclutador');
      await press('Anotar');
      await closed();
      await page.getByText('Se presentó ante el reclutador').waitFor();
      await page.getByText('0 irregularidades').waitFor();
      await page.keyboard.press('Control+n');
      // The dialog takes the keyboard to what was said once it stands: what is typed sooner would go there.
      await dialog().locator('textarea:focus').waitFor();
      await dialog().getByRole('textbox', { name: 'Lugar', exact: true }).fill('Alojamiento El Paso');
      await fill('Lo que se dijo o hizo', 'La llevaron a un alojamiento');
      await press('Anotar');
      await dialog()
        .getByText(/fuera de lo autorizado o encomendado/)
        .waitFor();
      await fill('Ocurrió de todos modos', 'No pudo negarse sin descubrirse');
      await press('Anotar como irregularidad');
      await closed();
      await page.getByText('Ocurrió de todos modos: No pudo negarse sin descubrirse').waitFor();
      await page.getByText('2 irregularidades').waitFor();
    });

    it('accounts for the reserved funds', async () => {
      await tab('Fondos');
      await page.getByRole('button', { name: 'Entregar', exact: true }).click();
      await fill('Importe', '1500,00');
      await fill('Concepto', 'Viáticos');
      await press('Anotar');
      await closed();
      await page.getByRole('button', { name: 'Anotar gasto' }).click();
      await fill('Importe', '420,5');
      await fill('Concepto', 'Pasaje');
      await press('Anotar');
      await dialog().getByText('Falta el recibo').waitFor();
      await choose('Recibo (evidencia)', /recibo\.txt/);
      await press('Anotar');
      await closed();
      await page
        .getByRole('cell', { name: /1[.\s]079,50/ })
        .first()
        .waitFor();
    });

    it('opens the envelope for its holder, with passphrase and reason', async () => {
      await tab('Agentes');
      await page.getByRole('button', { name: 'Abrir el sobre' }).click();
      await fill('Motivo', 'Audiencia cautelar');
      await dialog().locator('input[type=password]').fill('no es esta');
      await press('Abrir el sobre');
      await dialog()
        .getByText(/Esa no es su contraseña/)
        .waitFor();
      await dialog().locator('input[type=password]').fill(fiscal.passphrase);
      await press('Abrir el sobre');
      await dialog().getByText(`Sargento ${trueName}`).waitFor();
      // The lock takes what is open off the screen.
      await page.keyboard.press('Control+l');
      await page.getByText('La bóveda está cerrada').waitFor();
      expect(await tellsSecret(page)).toEqual([]);
      await unlock(page, fiscal.name, fiscal.passphrase);
      await page.getByRole('navigation').getByText('Operaciones').click();
      await page.getByRole('grid').getByText(operation).click();
      await tab('Agentes');
      await page.getByText('Audiencia cautelar').waitFor();
    });

    it('shows the true name in no part of the page, and finds it by no search', async () => {
      for (const name of tabs) {
        await tab(name);
        // Every part has its boxes, log and timeline their entries: they are there once the core has answered.
        await page.locator('main h3, main article, main ol li').first().waitFor();
        expect(await tellsSecret(page), name).toEqual([]);
      }
      await page.keyboard.press('Control+k');
      await page.getByPlaceholder(/Caso, persona, evidencia/).fill(trueName);
      await page.getByText('Nada coincide').waitFor();
      await page.keyboard.press('Escape');
    });

    it('leaves no trace for somebody of the same case who is no member', async () => {
      await page.keyboard.press('Control+l');
      await page.getByText('La bóveda está cerrada').waitFor();
      await unlock(page, outsider.name, outsider.passphrase);
      await page.getByText('Agencia de empleo').first().waitFor();
      const told = [operation, codeName, ...secret];
      const tells = async () => {
        const text = (await page.locator('body').textContent()) ?? '';
        return told.filter((word) => text.includes(word));
      };
      await page.getByRole('navigation').getByText('Operaciones').click();
      await page.getByText('No hay operaciones').waitFor();
      expect(await tells()).toEqual([]);
      await page.getByRole('navigation').getByText('Plazos').click();
      await page.getByText('No hay nada pendiente').waitFor();
      for (const word of told) {
        await page.keyboard.press('Control+k');
        await page.getByPlaceholder(/Caso, persona, evidencia/).fill(word);
        await page.getByText('Nada coincide').waitFor();
        await page.keyboard.press('Escape');
        await page.getByPlaceholder(/Caso, persona, evidencia/).waitFor({ state: 'detached' });
      }
      await page.getByRole('navigation').getByText('Casos').click();
      await page.getByText('Agencia de empleo').first().click();
      for (const name of [/Resumen/, /Personas/, /Evidencias/, /Cronología/, /Legajos/]) {
        await page.getByRole('tab', { name }).click();
        await expect
          .poll(async () => ((await page.locator('main').textContent()) ?? '').length, { timeout: 60_000 })
          .toBeGreaterThan(60);
        expect(await tells(), String(name)).toEqual([]);
        expect(await page.getByText(/material reservado/).count()).toBe(0);
      }
    });

    it('wrote no error, asked for nothing outside, and left no plaintext anywhere', async () => {
      const words = [...secret, operation];
      const during = findCanaries([place.vault, place.temporary, window.profile], words);
      expect(during.looked).toBeGreaterThan(20);
      expect(during.found).toEqual([]);
      expect(window.refused).toEqual([]);
      expect(window.errors).toEqual([]);
      await window.close();
      expect(existsSync(window.profile)).toBe(false);
      expect(findCanaries([place.vault, place.temporary, place.exports], words).found).toEqual([]);
    });
  },
);

/** A day as it is typed. */
function day(days: number): string {
  const at = new Date(Date.now() + days * 86_400_000);
  return `${at.getDate()}/${at.getMonth() + 1}/${at.getFullYear()}`;
}

/** Which secret words stand anywhere in the page: in its text, in what fields hold, in names of elements. */
async function tellsSecret(page: Page): Promise<string[]> {
  const text = await page.content();
  return secret.filter((word) => text.includes(word));
}
