import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { format, subDays } from 'date-fns';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createClient } from '../../electron/core/client.ts';
import { has } from '../support/tools.ts';
import { makePlace, openWindow, type Place, shells, unlock, type Window } from './window.ts';

/*
 * A phone's way through the real window: handed to somebody who signs with the passphrase, opened by a break of its
 * seal, handed over by one who did not have it, out too long; its papers, its label read by a foreign scanner and typed into
 * the search field, and a year later the question who had it on a day.
 */

const giver = { name: 'Ana Quispe', passphrase: 'molino abierto siete corderos' };
const receiver = { name: 'Beto Rocha', passphrase: 'laguna verde cinco caminos 31' };
const past = (days: number): Date => subDays(new Date(), days);
const typed = (days: number): string => format(past(days), 'dd/MM/yyyy');
const moment = (days: number, time: string): string => `${format(past(days), 'yyyy-MM-dd')}T${time}:00-04:00`;

async function makeCase(place: Place): Promise<string> {
  const client = createClient(place.vault, undefined, place.exports);
  const office = { name: 'Fiscalía', jurisdiction: 'bolivia', language: 'es' } as const;
  const { sheet } = await client.call('vault.create', { office, user: giver });
  await client.call('vault.confirmRecovery', { lastCharacters: sheet.key.slice(-6) });
  const other = await client.call('users.add', { ...receiver, roles: ['investigator'] });
  const { id } = await client.call('cases.open', { title: 'Dos teléfonos' });
  await client.call('cases.join', { case: id, user: other.id });
  const where = { source: '', place: '', collectedOn: '', collectedAt: '', collectedBy: '' };
  const [item] = await client.call('evidence.recordItems', {
    case: id,
    occasion: { ...where, coordinates: '', present: [] },
    items: [{ name: 'Teléfono negro', category: 'phone' }],
  });
  const exhibit = item?.exhibit ?? '';
  const of = { case: id, exhibit };
  await client.call('custody.record', {
    ...{ ...of, event: 'received', when: moment(9, '10:00'), to: giver.name, place: 'Secretaría' },
  });
  await client.call('custody.record', { ...of, event: 'sealed', when: moment(9, '10:30'), seal: 'P-7781' });
  await client.core.stop();
  return item?.number ?? '';
}

describe.for(shells)('custody in the $name window', { timeout: 300_000 }, ({ here, open }) => {
  if (!here) {
    it.skip('its program is not on this machine');
    return;
  }
  let place: Place;
  let window: Window;
  let page: Page;
  let number: string;

  beforeAll(async () => {
    place = makePlace();
    number = await makeCase(place);
    window = await openWindow(open, place);
    page = window.page;
    page.setDefaultTimeout(30_000);
    await unlock(page, giver.name, giver.passphrase);
    await page.getByText('Dos teléfonos').first().click({ timeout: 120_000 });
    await page.getByRole('tab', { name: /Evidencias/ }).click();
    await page.getByRole('grid').getByText('Teléfono negro').click();
    await page.getByRole('tab', { name: /Cadena de custodia/ }).click();
  }, 300_000);
  afterEach(async ({ task }) => {
    if (process.env.CUSTODIA_SCREENSHOTS !== undefined)
      await page.screenshot({ path: join(process.env.CUSTODIA_SCREENSHOTS, `custody ${task.name}.png`) });
  });
  afterAll(async () => {
    await window?.close();
    place?.remove();
  });

  const dialog = () => page.getByRole('dialog').last();
  /** Fills a day as it is typed, and the time of the two fields of the picker. */
  const at = async (day: string, hour: string, minute: string): Promise<void> => {
    await dialog().getByLabel('Día del hecho').fill(day);
    await page.keyboard.press('Tab');
    const [hours, minutes] = [
      dialog().getByRole('spinbutton').first(),
      dialog().getByRole('spinbutton').last(),
    ];
    await hours.fill(hour);
    await minutes.fill(minute);
  };

  it('hands over only with the passphrase of who receives', async () => {
    await page.getByRole('button', { name: 'Entregar a otra persona' }).click();
    await at(typed(7), '09', '00');
    await dialog().getByRole('combobox', { name: 'Recibe' }).click();
    await page.getByRole('option', { name: receiver.name }).click();
    const passphrase = dialog().locator('input[type=password]');
    await passphrase.fill(giver.passphrase);
    await dialog().getByRole('button', { name: 'Entregar y firmar' }).click();
    await dialog().getByRole('alert').waitFor();
    await passphrase.fill(receiver.passphrase);
    await dialog().getByRole('button', { name: 'Entregar y firmar' }).click();
    await page.getByText('Firmado por quien recibe').waitFor();
    await page
      .getByText(/En poder de/)
      .getByText(receiver.name)
      .waitFor();
  });

  it('wants a reason for the break of a seal, and lists what is out too long', async () => {
    await page.getByRole('button', { name: 'Abrir', exact: true }).click();
    await at(typed(6), '11', '00');
    await dialog().getByRole('button', { name: 'Registrar' }).click();
    await dialog().getByText('Falta este dato').first().waitFor();
    await dialog().getByRole('textbox', { name: 'Motivo' }).fill('Extracción ordenada');
    await dialog().getByRole('button', { name: 'Registrar' }).click();
    await page.getByRole('button', { name: 'Examinar' }).click();
    await at(typed(5), '08', '00');
    await dialog().getByRole('combobox', { name: 'Quien lo hace' }).fill('Perita Flores');
    await dialog().getByLabel('Debe volver el').fill(typed(3));
    await page.keyboard.press('Tab');
    await dialog().getByRole('textbox', { name: 'Lugar' }).fill('IDIF');
    await dialog().getByRole('textbox', { name: 'Motivo' }).fill('Pericia');
    await dialog().getByRole('button', { name: 'Registrar' }).click();
    await page.getByText(/Vencido: debía volver a/).waitFor();
    await page.getByText('1 devolución vencida').first().waitFor();
  });

  it('shows that it was given by one who did not have it', async () => {
    await page.getByRole('button', { name: 'Entregar a otra persona' }).click();
    await at(typed(2), '16', '00');
    await dialog().getByRole('combobox', { name: 'Entrega' }).fill('Agente Mamani');
    await dialog().getByText('Firma en papel').click();
    await dialog().getByRole('combobox', { name: 'Recibe' }).fill('Depósito policial');
    await dialog().getByLabel('Documento de identidad').fill('4455667');
    await dialog().getByLabel('Explicación').fill('La perita no estaba');
    await dialog().getByRole('button', { name: 'Registrar la entrega' }).click();
    await page
      .getByText(/consta en poder de Perita Flores, pero la entregó Agente Mamani/)
      .first()
      .waitFor();
  });

  it('says who had it on a day, and where the record does not say so', async () => {
    const question = page.getByLabel('¿Quién la tenía el…?').getByRole('textbox');
    const answer = page.getByLabel('¿Quién la tenía el…?').getByRole('status');
    await question.fill(typed(6));
    await page.keyboard.press('Enter');
    await answer.getByText('Consta con certeza:').waitFor();
    await expect.poll(() => answer.textContent()).toContain(`en poder de ${receiver.name}`);
    await question.fill(typed(4));
    await page.keyboard.press('Enter');
    await answer.getByText('No consta con certeza:').waitFor();
    await expect.poll(() => answer.textContent()).toContain('Agente Mamani');
  });

  it('prints its sheet and a label that a scanner reads back into the search field', async () => {
    const printed = (): number => readdirSync(place.exports).filter((name) => name.endsWith('.pdf')).length;
    for (const [at, name] of ['Cadena de custodia (PDF)', 'Etiqueta Code 128 de 62 × 29 mm'].entries()) {
      await page.getByRole('button', { name: 'Imprimir', exact: true }).click();
      await page.getByRole('menuitem', { name }).click();
      await expect.poll(printed, { timeout: 60_000 }).toBe(at + 1);
      await page.getByText(/^Guardado: /).waitFor();
    }
    const papers = readdirSync(place.exports).map((name) => join(place.exports, name));
    const texts = papers.map((path) =>
      execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' }),
    );
    const sheet = texts.find((text) => text.includes('Perita Flores')) ?? '';
    for (const name of [giver.name, receiver.name, 'P-7781', 'Agente Mamani']) expect(sheet).toContain(name);
    const label = papers[texts.findIndex((text) => !text.includes('Perita Flores'))] ?? '';
    if (!has('zbarimg', 'the label read by a foreign scanner')) return;
    const picture = join(place.sources, 'etiqueta');
    execFileSync('pdftoppm', ['-r', '300', '-png', '-singlefile', label, picture]);
    const code = execFileSync('zbarimg', ['-q', '--raw', `${picture}.png`], { encoding: 'utf8' }).trim();
    expect(code).toContain(number);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+k');
    // A scanner types into the field that is there.
    await page.getByPlaceholder(/Caso, persona, evidencia/).fill(code);
    await page.getByRole('dialog').getByText('Teléfono negro').first().waitFor();
    expect(window.errors).toEqual([]);
  });
});
