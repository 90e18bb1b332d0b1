import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createClient } from '../../electron/core/client.ts';
import { makePlace, openWindow, type Place, shells, unlock, type Window } from './window.ts';

/*
 * The course of two assets through the real window: entered by keyboard alone, requested, ordered, seized, handed over,
 * claimed by a third party, split and forfeited in part; what is due, what it all comes to, and what was wrong.
 */

const user = { name: 'Fiscal Amalia', passphrase: 'molino abierto siete corderos' };
const today = new Intl.DateTimeFormat('es-BO', {
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
}).format();
const provenance = { source: '', place: '', collectedOn: '', collectedBy: '', description: '' };

describe.for(shells)('seized assets in the $name window', ({ here, open }) => {
  if (!here) {
    it.skip('its program is not on this machine');
    return;
  }
  let place: Place;
  let window: Window;
  let page: Page;
  let dialog: Locator;

  beforeAll(async () => {
    place = makePlace();
    const client = createClient(place.vault);
    const { sheet } = await client.call('vault.create', {
      office: { name: 'Fiscalía', jurisdiction: 'bolivia', language: 'es' },
      user,
    });
    await client.call('vault.confirmRecovery', { lastCharacters: sheet.key.slice(-6) });
    const { id } = await client.call('cases.open', { title: 'Red de la terminal' });
    const paper = join(place.sources, 'Auto 112-2026.txt');
    writeFileSync(paper, 'Se ordena la incautación.');
    const { handle } = await client.core.offerFile(paper);
    const intake = await client.call('evidence.attach', { case: id, files: [handle], provenance });
    await client.core.services.intakes.ended(intake.id);
    await client.core.stop();
    window = await openWindow(open, place);
    page = window.page;
    // Machines under load are slow, and nothing here measures how slow.
    page.setDefaultTimeout(60_000);
    dialog = page.getByRole('dialog');
    await unlock(page, user.name, user.passphrase);
    await page.getByRole('grid').getByText('Red de la terminal').click({ timeout: 120_000 });
    await page.keyboard.press('Control+4');
    await page.getByText('Todavía no hay bienes').waitFor();
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail' && process.env.CUSTODIA_SCREENSHOTS !== undefined)
      await page.screenshot({ path: join(process.env.CUSTODIA_SCREENSHOTS, 'seizures.png') });
  });
  afterAll(async () => {
    await window?.close();
    place?.remove();
  });

  /** Waits until the open asset stands there, as the line of the measure says. */
  const standsAt = (stage: string) =>
    page.locator('li[aria-current=step]').filter({ hasText: stage }).waitFor();
  const asset = () => page.getByRole('article');
  const save = async () => {
    await dialog.getByRole('button', { name: 'Guardar', exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
  };
  const choosePaper = async (name: string) => {
    await dialog.getByRole('combobox', { name }).click();
    await page.getByRole('option', { name: /Auto 112-2026/ }).click();
  };
  const decide = async () => {
    await dialog.getByLabel('Juzgado').fill('Juzgado 3.º de Instrucción Penal');
    await dialog.getByLabel('Número de la resolución').fill('Auto 112/2026');
    await dialog.getByLabel('Fecha de la resolución').fill(today);
    await page.keyboard.press('Tab');
  };
  const further = async (name: string) => {
    await asset().getByRole('button', { name: 'Otros actos' }).click();
    await page.getByRole('menuitem', { name }).click();
  };

  it('takes a vehicle by keyboard alone, and does not take a chassis that is none', async () => {
    await page.keyboard.press('n');
    await dialog.getByRole('radio', { name: 'Vehículo' }).waitFor();
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await dialog.getByLabel('Nombre del bien').waitFor();
    // Name, type, make, model, year, colour, plate, chassis: in the order in which they are asked.
    const typed = ['Vagoneta blanca', '', 'Toyota', 'Land Cruiser', '2019', 'Blanco', '4521KLM', 'OI23'];
    for (const text of typed) {
      await page.keyboard.press('Tab');
      if (text !== '') await page.keyboard.type(text);
    }
    await page.keyboard.press('Enter');
    await dialog.getByRole('alert').getByText('OI23').waitFor();
    await dialog.getByText('Revise este dato.').waitFor();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('1HGCM82633A004352');
    // On past the engine and the currency to the value.
    for (const text of ['', '', '38.500,00']) {
      await page.keyboard.press('Tab');
      if (text !== '') await page.keyboard.type(text);
    }
    await dialog.getByText(/Bs\s38\.500,00/).waitFor();
    await dialog.getByLabel('Quién lo avaluó').fill('Perito Arce');
    await dialog.getByLabel('Fuente').fill('Informe 45/2026');
    await page.keyboard.press('Control+Enter');
    await dialog.getByText('Se guardó B-001').first().waitFor();
    // The next one may be typed at once.
    await dialog.locator('input[data-name]:focus').waitFor();
  });

  it('counts cash along, and refuses a total that the notes do not come to', async () => {
    await dialog.getByRole('radio', { name: 'Dinero en efectivo' }).check();
    await dialog.getByLabel('Nombre del bien').fill('Dinero de la caja fuerte');
    await dialog.getByLabel('Cuántos de 200').fill('10');
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.type('3');
    expect(await dialog.getByLabel('Cuántos de 50', { exact: true }).inputValue()).toBe('3');
    expect(await dialog.getByLabel('Total contado').textContent()).toMatch(/^Bs\s2\.150,00$/);
    await dialog.getByLabel('Total según el acta').fill('2.200,00');
    await dialog.getByRole('button', { name: 'Guardar', exact: true }).click();
    await dialog
      .getByRole('alert')
      .getByText(/^Los billetes y monedas suman/)
      .waitFor();
    await dialog.getByLabel('Total según el acta').fill('2.150,00');
    await save();
    await asset().getByRole('heading', { name: 'B-002' }).waitFor();
    await page.getByRole('button', { name: 'Cerrar el bien' }).click();
    await page.getByText('2 bienes').waitFor();
  });

  it('follows the measure: asks for what each act must say, and for its document', async () => {
    await page.getByRole('grid').getByText('Vagoneta blanca').click();
    await standsAt('Identificado');
    await asset().getByRole('button', { name: 'Solicitar la medida' }).click();
    await dialog.getByRole('button', { name: 'Guardar', exact: true }).click();
    // The court and the document: neither is sent without.
    await dialog.getByText('Falta este dato.').nth(1).waitFor();
    expect(await dialog.getByText('Falta este dato.').count()).toBe(2);
    await dialog.getByLabel('Juzgado').fill('Juzgado 3.º de Instrucción Penal');
    await choosePaper('Requerimiento fiscal');
    await save();
    await standsAt('Solicitado al juzgado');

    await asset().getByRole('button', { name: 'Anotar la orden judicial' }).click();
    await decide();
    await dialog.getByLabel('Alcance: qué ordena').fill('Incautación y entrega a DIRCABI');
    await choosePaper('Resolución judicial');
    await save();
    await standsAt('Con orden judicial');

    await asset().getByRole('button', { name: 'Ejecutar la incautación' }).click();
    expect(await dialog.getByLabel('Por qué no se pudo esperar la orden').count()).toBe(0);
    await fillExecution(dialog);
    await choosePaper('Acta de incautación con inventario');
    await save();
    await standsAt('Incautado');
    await asset().getByText('Rosa Condori · 4567890 LP · Vecina').waitFor();

    await asset().getByRole('button', { name: 'Entregar en administración' }).click();
    await dialog.getByRole('combobox', { name: 'Depositario', exact: true }).fill('DIRCABI');
    await dialog.getByLabel('Lugar').fill('Depósito de El Alto');
    await choosePaper('Acta de entrega al depositario');
    await save();
    await standsAt('En administración');
  });

  it('keeps what was annulled in sight, with the reason', async () => {
    await further('Anotar un gasto');
    await dialog.getByLabel('Importe').fill('9.999,00');
    await dialog.getByText(/Bs\s9\.999,00/).waitFor();
    await dialog.getByLabel('En qué se gastó').fill('Parqueo');
    await save();
    const cost = asset().getByRole('listitem').filter({ hasText: 'En qué se gastó' });
    await cost.getByRole('button', { name: 'Anular' }).click();
    await dialog.getByLabel('Motivo').fill('Era de otro vehículo');
    await dialog.getByRole('button', { name: 'Anular', exact: true }).click();
    await cost.getByText(/Anulado por Fiscal Amalia .*: Era de otro vehículo/).waitFor();
    expect(await cost.getByRole('button', { name: 'Anular' }).count()).toBe(0);
  });

  it('does not forfeit over the head of a third party', async () => {
    await further('Anotar un reclamo');
    await dialog.getByLabel('Quién reclama').fill('Banco Sol S.A.');
    await dialog.getByLabel('Fundamento').fill('Prenda inscrita');
    await save();
    await asset().getByRole('button', { name: 'Confiscar o decomisar' }).click();
    await decide();
    await choosePaper('Sentencia o resolución que lo dispone');
    await dialog.getByRole('button', { name: 'Guardar', exact: true }).click();
    await dialog
      .getByRole('alert')
      .getByText(/reclamos de terceros sin resolver/)
      .waitFor();
    await dialog.getByRole('button', { name: 'Cancelar' }).click();
    await asset().getByRole('button', { name: 'Resolver el reclamo' }).click();
    await dialog.getByLabel('Juzgado').fill('Juzgado 3.º de Instrucción Penal');
    await save();
    await asset()
      .getByText(/^Se rechazó · /)
      .waitFor();
  });

  it('forfeits a part', async () => {
    await asset().getByRole('button', { name: 'Dividir en partes' }).click();
    await dialog.getByLabel('Motivo').fill('Se decomisa la mitad de uno de los esposos');
    await dialog.getByLabel('Qué parte 1').fill('Mitad de Rojas');
    await dialog.getByLabel('Importe 1').fill('19.250,00');
    await dialog.getByLabel('Qué parte 2').fill('Mitad de Mamani');
    await dialog.getByLabel('Importe 2').fill('19.000,00');
    await dialog.getByText(/^Faltan Bs\s250,00/).waitFor();
    await dialog.getByLabel('Importe 2').fill('19.250,00');
    await dialog.getByText(/^Suman el todo/).waitFor();
    await save();
    await asset()
      .getByRole('button', { name: /B-001\.1 · Mitad de Rojas/ })
      .click();
    await asset().getByRole('heading', { name: 'B-001.1' }).waitFor();
    await asset().getByRole('button', { name: 'Confiscar o decomisar' }).click();
    await decide();
    await choosePaper('Sentencia o resolución que lo dispone');
    await save();
    await standsAt('Confiscado o decomisado');
    await page.getByRole('button', { name: 'Cerrar el bien' }).click();
  });

  it('tells what is due of an urgent seizure, and leads from there to the asset', async () => {
    await page.getByRole('grid').getByText('Dinero de la caja fuerte').click();
    await asset().getByRole('button', { name: 'Ejecutar la incautación' }).click();
    await dialog.getByLabel('Por qué no se pudo esperar la orden').fill('Iban a retirarlo esa tarde');
    await fillExecution(dialog);
    await choosePaper('Acta de incautación con inventario');
    await save();
    await asset().getByText('Pedir la confirmación de la incautación urgente').waitFor();
    await page.getByRole('navigation').getByRole('button', { name: 'Plazos' }).click();
    await page
      .getByRole('grid')
      .getByText(/B-002 · Dinero de la caja fuerte/)
      .click();
    await asset().getByRole('heading', { name: 'B-002' }).waitFor();
    await page.getByRole('button', { name: 'Cerrar el bien' }).click();
  });

  it('adds up', async () => {
    await page.getByText('Cuentas', { exact: true }).click();
    const figures = (name: string) => page.getByRole('row', { name }).getByRole('cell').last().textContent();
    expect(await figures('Suma de lo anotado')).toMatch(/^Bs\s40\.650,00$/);
    expect(await figures('Suma de las etapas y lo gastado')).toBe(await figures('Suma de lo anotado'));
    expect(await figures('Confiscado o decomisado')).toMatch(/^Bs\s19\.250,00$/);
    expect(await figures('Incautado en total')).toMatch(/^Bs\s40\.650,00$/);
    expect(await figures('Gastos que no salieron')).toMatch(/^Bs\s0,00$/);
  });

  it('narrows the list, and says to what', async () => {
    await page.getByText('Lista', { exact: true }).click();
    await page.getByRole('button', { name: 'Filtros' }).click();
    await page.getByRole('combobox', { name: 'Clase de bien' }).click();
    await page.getByRole('option', { name: /Dinero en efectivo/ }).click();
    // The choices close, then the filters.
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.getByText('Clase de bien: Dinero en efectivo').waitFor();
    await page.getByText('1 bien', { exact: true }).waitFor();
    expect(await page.getByRole('grid').getByText('Vagoneta blanca').count()).toBe(0);
    await page.getByRole('button', { name: 'Quitar los filtros' }).click();
    await page.getByRole('grid').getByText('Vagoneta blanca').waitFor();
    expect(window.errors).toEqual([]);
    expect(window.refused).toEqual([]);
  });
});

async function fillExecution(dialog: Locator): Promise<void> {
  await dialog.getByLabel('Lugar').fill('Calle 7, El Alto');
  await dialog.getByRole('combobox', { name: 'Quién lo hizo' }).fill('Sgto. Huanca');
  await dialog.getByLabel('Nombre completo 1').fill('Rosa Condori');
  await dialog.getByLabel('Cédula 1').fill('4567890 LP');
  await dialog.getByLabel('En calidad de 1').fill('Vecina');
  await dialog.getByLabel('Nombre completo 2').fill('Luis Tarqui');
  await dialog.getByLabel('Cédula 2').fill('3456712 LP');
  await dialog.getByLabel('En calidad de 2').fill('Policía');
  await dialog.getByLabel('Descripción 1').fill('Lo que consta en el acta');
  await dialog.getByLabel('Cantidad 1').fill('1');
}
