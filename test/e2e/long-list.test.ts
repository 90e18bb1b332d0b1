import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClient } from '../../electron/core/client.ts';
import { makePlace, openWindow, type Place, shells, unlock, type Window } from './window.ts';

const user = { name: 'Fiscal', passphrase: 'molino abierto siete corderos' };
const count = 700;

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
    for (let one = 1; one <= count; one += 1) await client.call('cases.open', { title: `Caso ${one}` });
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
    await grid.getByText('Caso 1', { exact: true }).waitFor();
    expect(await grid.locator('tbody tr').count()).toBeLessThan(60);
    await grid.focus();
    await page.keyboard.press('Home');
    await grid.getByText(`Caso ${count}`, { exact: true }).waitFor();
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
});
