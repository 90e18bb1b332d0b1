import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Client, createClient } from '../../electron/core/client.ts';
import { ago } from '../support/operation.ts';
import { makePlace, openWindow, type Place, shells, unlock, type Window } from './window.ts';

const user = { name: 'Fiscal', passphrase: 'molino abierto siete corderos' };
const count = 700;
/** More than the core gives at once. */
const logged = 520;

/** An operation with a long log. Nothing was allowed: every entry is irregular, and says so. */
async function keepLog(client: Client): Promise<void> {
  const [me] = await client.call('users.list', {});
  await client.call('roles.grant', { user: me?.id ?? '', role: 'handler' });
  const { id } = await client.call('cases.open', { title: 'Con operación' });
  const { id: operation } = await client.call('operations.open', { case: id, name: 'Puente', purpose: 'p' });
  const [codeName = ''] = await client.call('operations.codeNames', { operation });
  const { id: agent } = await client.call('operations.addAgent', { operation, codeName });
  for (let one = 1; one <= logged; one += 1)
    await client.call('operations.write', {
      ...{ operation, agent, place: 'Terminal', irregular: 'Sin orden' },
      ...{ when: ago(logged - one + 1), text: `Entrada ${one}` },
    });
}

describe.for(shells)('a long list in the $name window', ({ here, open }) => {
  if (!here) {
    it.skip('its program is not on this machine');
    return;
  }
  let place: Place;
  let window: Window;

  beforeAll(async () => {
    place = makePlace();
    const client = createClient(place.vault);
    const { sheet } = await client.call('vault.create', {
      office: { name: 'Fiscalía', jurisdiction: 'bolivia', language: 'es' },
      user,
    });
    await client.call('vault.confirmRecovery', { lastCharacters: sheet.key.slice(-6) });
    await keepLog(client);
    for (let one = 1; one < count; one += 1) await client.call('cases.open', { title: `Caso ${one}` });
    await client.core.stop();
    window = await openWindow(open, place);
    await unlock(window.page, user.name, user.passphrase);
    await window.page.getByText(`${count} casos`).waitFor();
  });
  afterAll(async () => {
    await window?.close();
    place?.remove();
  });

  it('is drawn a screen at a time, and comes to its end by the wheel and back by a key', async () => {
    const { page } = window;
    const grid = page.getByRole('grid');
    expect(await grid.getAttribute('aria-rowcount')).toBe(String(count + 1));
    await page.mouse.move(700, 400);
    for (let turn = 0; turn < 60; turn += 1) await page.mouse.wheel(0, 900);
    await grid.getByText('Con operación', { exact: true }).waitFor();
    expect(await grid.locator('tbody tr').count()).toBeLessThan(60);
    await grid.focus();
    await page.keyboard.press('Home');
    await grid.getByText(`Caso ${count - 1}`, { exact: true }).waitFor();
    expect(window.errors).toEqual([]);
  });

  it('is searched and sorted by the core', async () => {
    const { page } = window;
    await page.getByPlaceholder('Buscar por número, título, juzgado…').fill('caso 69');
    await page.getByText('11 casos').waitFor();
    await page.getByRole('columnheader', { name: 'Caso' }).click();
    await expect
      .poll(async () => (await page.getByRole('grid').locator('tbody tr').first().textContent()) ?? '')
      .toContain('Caso 69');
  });

  it('of an operation’s log is decided on as a whole, entry by entry', async () => {
    const { page } = window;
    await page.getByRole('navigation').getByText('Operaciones').click();
    await page.getByText('Puente').first().click();
    await page.getByRole('tab', { name: 'Revelación' }).click();
    await page.getByRole('button', { name: 'Preparar una revelación' }).click();
    await page.getByText(`cada una de las ${logged} entradas`).waitFor();
    const log = page.getByRole('list', { name: 'Bitácora' });
    expect(await log.getByRole('listitem').count()).toBeLessThan(40);
    const [one, last] = ['Entrada 1', `Entrada ${logged}`];
    const top = (await log.getByRole('listitem').first().textContent()) ?? '';
    const bottom = top.includes(last) ? one : last;
    await log.hover();
    await expect
      .poll(
        async () => {
          for (let turn = 0; turn < 20; turn += 1) await page.mouse.wheel(0, 4_000);
          return log.getByText(bottom, { exact: true }).count();
        },
        { timeout: 60_000 },
      )
      .toBe(1);
    await log
      .getByRole('listitem')
      .filter({ has: page.getByText(bottom, { exact: true }) })
      .getByText('Retenida')
      .click();
    await page.getByText('A 1 entrada le falta').waitFor();
    expect(window.errors).toEqual([]);
  });
});
