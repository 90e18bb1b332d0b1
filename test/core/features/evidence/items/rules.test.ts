import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decimalText,
  dmsText,
  parseCoordinates,
} from '../../../../../electron/core/features/evidence/items/coordinates.ts';
import { serialLabels } from '../../../../../electron/core/features/evidence/items/model.ts';
import { presentOf, presentText } from '../../../../../electron/core/features/evidence/items/present.ts';
import {
  tidyAmended,
  tidyItem,
  wouldCircle,
} from '../../../../../electron/core/features/evidence/items/rules.ts';
import {
  luhnHolds,
  problemWithSerial,
  serialOf,
  serialText,
  tidySerial,
} from '../../../../../electron/core/features/evidence/items/serials.ts';

const anyPlace = fc.record({
  latitude: fc.integer({ min: -90_000_000, max: 90_000_000 }).map((micro) => micro / 1_000_000 + 0),
  longitude: fc.integer({ min: -180_000_000, max: 180_000_000 }).map((micro) => micro / 1_000_000 + 0),
});

describe('coordinates', () => {
  it('come back from their decimal text and from a geo address', () => {
    fc.assert(
      fc.property(anyPlace, (place) => {
        expect(parseCoordinates(decimalText(place))).toEqual(place);
        expect(
          parseCoordinates(`geo:${place.latitude.toFixed(6)},${place.longitude.toFixed(6)};u=35`),
        ).toEqual(place);
      }),
    );
  });

  it('come back from degrees, minutes and seconds to a hand’s breadth', () => {
    fc.assert(
      fc.property(anyPlace, (place) => {
        const back = parseCoordinates(dmsText(place));
        expect(back?.latitude).toBeCloseTo(place.latitude, 5);
        expect(back?.longitude).toBeCloseTo(place.longitude, 5);
      }),
    );
  });

  it.each([
    ['-16.4897, -68.1193', -16.4897, -68.1193],
    ['-16.4897 -68.1193', -16.4897, -68.1193],
    ['-16,4897; -68,1193', -16.4897, -68.1193],
    ['geo:-16.4897,-68.1193', -16.4897, -68.1193],
    ['geo:-16.4897,-68.1193?z=17', -16.4897, -68.1193],
    [`16°29'22.92"S 68°07'09.48"W`, -16.4897, -68.1193],
    ['16° 29′ 22,92″ S, 68° 7′ 9,48″ O', -16.4897, -68.1193],
    ['S 16°29.382′ W 68°7.158′', -16.4897, -68.1193],
    ['68°07′09.48″W 16°29′22.92″S', -16.4897, -68.1193],
    ['−16.4897, −68.1193', -16.4897, -68.1193],
  ])('%s', (text, latitude, longitude) => {
    expect(parseCoordinates(text)).toEqual({ latitude, longitude });
  });

  it.each([
    '',
    'La Paz',
    '91, 0',
    '0, 181',
    '-16.4897',
    '-16,4897',
    '-16,48',
    '16°29′S',
    '16°61′00″S 68°07′09″W',
    `16°29'S 17°30'N`,
    '16°29′ 68°07′',
    '1e3, 2',
  ])('refuses %s', (text) => {
    expect(parseCoordinates(text)).toBeNull();
  });
});

describe('serial numbers', () => {
  it('exactly one last digit holds', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{14}$/), (body) => {
        const holding = [...'0123456789'].filter((digit) => luhnHolds(body + digit));
        expect(holding).toHaveLength(1);
      }),
    );
  });

  it('one wrong digit never holds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 14 }), fc.integer({ min: 1, max: 9 }), (at, by) => {
        const good = '490154203237518';
        const wrong = [...good].map((digit, index) =>
          index === at ? String((Number(digit) + by) % 10) : digit,
        );
        expect(luhnHolds(good)).toBe(true);
        expect(luhnHolds(wrong.join(''))).toBe(false);
      }),
    );
  });

  it.each([
    ['imei', '49-015420-323751-8', null],
    ['imei', '490154203237517', 'checkDigit'],
    ['imei', '49015420323751', null],
    ['imei', '4901542032375181', null],
    ['imei', '4901', 'form'],
    ['imei', '49015420323751A', 'form'],
    ['iccid', '8959 1000 0000 0000 003', 'checkDigit'],
    ['iccid', '89591', 'form'],
    ['mac', 'aabb.ccdd.eeff', null],
    ['mac', 'aabbccddee', 'form'],
    ['plate', '1234 abc', null],
  ] as const)('%s %s: %s', (label, value, problem) => {
    expect(problemWithSerial(tidySerial({ label, value }))).toBe(problem);
  });

  it('come back from the text that the field keeps', () => {
    const anySerial = fc.record({
      label: fc.constantFrom(...serialLabels),
      value: fc.stringMatching(/^[A-Z0-9]{1,40}$/),
    });
    fc.assert(
      fc.property(anySerial, fc.boolean(), (serial, sic) => {
        const tidy = tidySerial(sic ? { ...serial, sic: true } : serial);
        expect(serialOf(serialText(tidy))).toEqual(tidy);
      }),
    );
    expect(serialOf('mac: AA:BB:CC:DD:EE:FF')).toEqual({ label: 'mac', value: 'AA:BB:CC:DD:EE:FF' });
    expect(serialOf('nonsense')).toBeNull();
  });

  it('a wrong check digit is kept only when it is confirmed, and a right one needs no confirmation', () => {
    const imei = { label: 'imei', value: '490154203237517' } as const;
    const item = { name: 'Teléfono', category: 'phone' } as const;
    expect(() => tidyItem({ ...item, serials: [imei] }, 3)).toThrow(
      'item.checkDigit {"row":3,"label":"imei"',
    );
    expect(tidyItem({ ...item, serials: [{ ...imei, sic: true }] }, 3).serials).toEqual([
      { ...imei, sic: true },
    ]);
    const right = { label: 'imei', value: '490154203237518', sic: true } as const;
    expect(tidyItem({ ...item, serials: [right] }, 1).serials).toEqual([
      { label: 'imei', value: right.value },
    ]);
    expect(() => tidyAmended('serials', ['imei: 490154203237517'])).toThrow('item.checkDigit');
    expect(tidyAmended('serials', ['imei: 490154203237517 (sic)'])).toEqual(['imei: 490154203237517 (sic)']);
  });
});

describe('amended fields', () => {
  it.each([
    ['coordinates', 'geo:-16.4897,-68.1193', '-16.489700, -68.119300'],
    ['collectedAt', '07:05', '07:05'],
    ['quantity', '12', '12'],
    ['category', 'sim', 'sim'],
    ['packaging', ' bolsa ', 'bolsa'],
    ['packaging', '', null],
  ] as const)('%s: %s', (field, value, kept) => {
    expect(tidyAmended(field, value)).toBe(kept);
  });

  it.each([
    ['coordinates', 'allá'],
    ['collectedAt', '24:00'],
    ['quantity', '-1'],
    ['category', 'spaceship'],
    ['category', null],
    ['serials', 'imei: 1'],
    ['packaging', ['a']],
  ] as const)('refuses %s: %s', (field, value) => {
    expect(() => tidyAmended(field, value)).toThrow('call.invalid');
  });

  it('people present come back with their capacity', () => {
    const someone = { name: 'Rosa Choque', capacity: 'testigo de actuación', person: 'p1' };
    expect(presentOf(presentText(someone))).toEqual(someone);
    expect(presentOf('Rosa Choque')).toEqual({ name: 'Rosa Choque', capacity: '' });
  });
});

describe('circles', () => {
  it('are seen at any depth, and end even where the case has one already', () => {
    const inside: Record<string, string> = { sim: 'phone', phone: 'bag', bag: 'box', a: 'b', b: 'a' };
    const parentOf = (exhibit: string): string | null => inside[exhibit] ?? null;
    expect(wouldCircle('box', 'sim', parentOf)).toBe(true);
    expect(wouldCircle('box', 'box', parentOf)).toBe(true);
    expect(wouldCircle('sim', 'box', parentOf)).toBe(false);
    expect(wouldCircle('sim', 'a', parentOf)).toBe(false);
  });
});
