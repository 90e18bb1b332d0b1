import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressHolds } from '../../../../electron/core/features/seizures/addresses.ts';
import { detailsOf, detailTexts, tidyDetails } from '../../../../electron/core/features/seizures/details.ts';
import { circlesIn, reachesOf } from '../../../../electron/core/features/seizures/graph.ts';
import { chassisDigitHolds, isChassis } from '../../../../electron/core/features/seizures/identifiers.ts';
import type { AssetDetails } from '../../../../electron/core/features/seizures/model.ts';
import { mostHeld, shareOf, shareText } from '../../../../electron/core/features/seizures/shares.ts';

const forms = {
  plate: '^\\d{3,4}[A-Z]{3}$',
  registryNumber: '^\\d{1,2}\\.\\d{2}\\.\\d{1,2}\\.\\d{2}\\.\\d{7}$',
};
const tidy = (details: AssetDetails) => tidyDetails(details, forms);
const codes = (details: AssetDetails): string[] => tidy(details).warnings.map(({ code }) => code);

describe('a chassis number', () => {
  // Real numbers from makers' own documents and the standard's test (all ones).
  it.each(['11111111111111111', '1M8GDM9AXKP042788', '5GZCZ43D13S812715', '1HGCM82633A004352'])(
    '%s holds',
    (vin) => {
      expect([isChassis(vin), chassisDigitHolds(vin)]).toEqual([true, true]);
      expect(codes({ kind: 'vehicle', chassis: vin })).toEqual([]);
    },
  );

  it('is told where its ninth character is not the one that the others ask for', () => {
    expect(codes({ kind: 'vehicle', chassis: '1M8GDM9A1KP042788' })).toEqual(['chassisCheckDigit']);
    fc.assert(
      fc.property(fc.nat(16), fc.constantFrom(...'0123456789'), (place, digit) => {
        const vin = '1M8GDM9AXKP042788';
        const other = `${vin.slice(0, place)}${digit}${vin.slice(place + 1)}`;
        // A digit in place of another of the same weight is seen, unless it counts the same (a letter may).
        if (/\d/.test(vin[place] ?? '') && other !== vin && place !== 8)
          expect(chassisDigitHolds(other)).toBe(false);
      }),
    );
  });

  it('has seventeen characters without I, O and Q, unless it is confirmed to stand so', () => {
    for (const chassis of [
      '1M8GDM9AXKP04278',
      '1M8GDM9AXKP0427888',
      'IM8GDM9AXKP042788',
      '1M8GDM9AXKPO42788',
      '?',
    ])
      expect(() => tidy({ kind: 'vehicle', chassis })).toThrow(
        expect.objectContaining({ code: 'seizure.detail', params: { field: 'chassis', value: chassis } }),
      );
    expect(tidy({ kind: 'vehicle', chassis: 'bj40-123456 (sic)' })).toMatchObject({
      details: { chassis: 'BJ40123456 (sic)' },
      warnings: [{ code: 'chassisForm', field: 'chassis' }],
    });
    expect(tidy({ kind: 'vehicle', chassis: ' 1m8gdm9axkp042788 ' }).details).toMatchObject({
      chassis: '1M8GDM9AXKP042788',
    });
  });
});

describe('an address of a chain', () => {
  it.each([
    ['bitcoin', '1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2'],
    ['bitcoin', '3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy'],
    ['bitcoin', 'bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq'],
    ['bitcoin', 'BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4'],
    ['bitcoin', 'bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0'],
    ['ethereum', '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed'],
    ['ethereum', '0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359'],
    ['ethereum', '0x52908400098527886E0F7030069857D2E4169EE7'],
    ['ethereum', '0xde709f2102306220921060314715629080e2fb77'],
    ['tron', 'TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t'],
    ['monero', 'whatever is not known here'],
  ])('%s: %s', (chain, address) => {
    expect(addressHolds(chain, address)).toBe(true);
  });

  it.each([
    ['bitcoin', '1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN3'],
    ['bitcoin', 'bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdp'],
    // A version 0 program under the newer check sum, and a version 1 under the older: BIP 350's own examples.
    ['bitcoin', 'bc1q0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqh2y7hd'],
    ['bitcoin', 'bc1p38j9r5y49hruaue7wxjce0updqjuyyx0kh56v8s25huc6995vvpql3jow4'],
    ['bitcoin', 'tb1qw508d6qejxtdg4y5r3zarvary0c5xw7kxpjzsx'],
    ['bitcoin', 'bc1pw5dgrnzv'],
    ['bitcoin', 'TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t'],
    ['ethereum', '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeD'],
    ['ethereum', '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAe'],
    ['ethereum', '5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed'],
    ['tron', 'TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6s'],
    ['tron', '1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2'],
  ])('%s: %s is refused', (chain, address) => {
    expect(() => tidy({ kind: 'cryptocurrency', chain, address })).toThrow(
      expect.objectContaining({ code: 'seizure.detail', params: { field: 'address', value: address } }),
    );
  });

  it('is seen through when one character is wrong', () => {
    const alphabet = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
    const good = 'TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t';
    fc.assert(
      fc.property(fc.nat(good.length - 1), fc.constantFrom(...alphabet), (place, letter) => {
        const other = good.slice(0, place) + letter + good.slice(place + 1);
        expect(addressHolds('tron', other)).toBe(other === good);
      }),
    );
  });
});

describe('cash', () => {
  const counts = [
    { value: '200', count: 14 },
    { value: '0,50', count: 3 },
  ];
  it('comes to what its notes and coins come to', () => {
    expect(tidy({ kind: 'cash', currency: 'BOB', counts, total: '2.801,50' }).details).toEqual({
      kind: 'cash',
      currency: 'BOB',
      counts: [
        { value: '200.00', count: 14 },
        { value: '0.50', count: 3 },
      ],
      total: '2801.50',
    });
  });

  it.each([
    [{ total: '2.801,51' }, 'seizure.countsDisagree'],
    [{ counts: [{ value: '0', count: 1 }] }, 'seizure.detail'],
    [{ counts: [{ value: '1.000', count: 1 }] }, 'money.ambiguous'],
    [{ counts: [{ value: '-5', count: 1 }] }, 'money.form'],
    [{ currency: 'XXZ' }, 'money.currency'],
    [{ currency: 'CLP' }, 'money.decimals'],
    [{ counts: [{ value: '999999999', count: 999_999_999 }] }, 'money.tooLarge'],
  ])('%j is refused as %s', (change, code) => {
    expect(() => tidy({ kind: 'cash', currency: 'BOB', counts, ...change })).toThrow(
      expect.objectContaining({ code }),
    );
  });
});

describe('other kinds', () => {
  it.each([
    [{ kind: 'vehicle', plate: '1234 abc' }, []],
    [{ kind: 'vehicle', plate: 'ABC-1234' }, ['plateForm']],
    [{ kind: 'realEstate', address: 'x', registryNumber: '2.01.0.99.0012345' }, []],
    [{ kind: 'realEstate', address: 'x', registryNumber: 'Partida 12, foja 3' }, ['registryForm']],
    [{ kind: 'electronics', imei: '35 693803 564380 9' }, []],
    [{ kind: 'electronics', imei: '356938035643808' }, ['serialCheckDigit']],
  ] as const)('%j: %j', (details, warnings) => {
    expect(codes(details)).toEqual(warnings);
  });

  it.each([
    [{ kind: 'realEstate', address: 'x', coordinates: '95, 10' }, 'coordinates'],
    [{ kind: 'livestock', species: 'bovino', quantity: '0' }, 'quantity'],
    [{ kind: 'livestock', species: 'bovino', quantity: '12,5' }, 'quantity'],
    [{ kind: 'companyShare', company: 'x', portion: '101' }, 'portion'],
    [{ kind: 'vehicle', year: '20026' }, 'year'],
    [{ kind: 'electronics', imei: '123' }, 'imei'],
    [{ kind: 'cryptocurrency', chain: 'x', address: 'y', quantity: '1e3' }, 'quantity'],
    [{ kind: 'cryptocurrency', chain: 'x', address: 'y', quantity: '-1' }, 'quantity'],
  ] as const)('%j is refused for its %s', (details, field) => {
    expect(() => tidy(details)).toThrow(
      expect.objectContaining({ code: 'seizure.detail', params: expect.objectContaining({ field }) }),
    );
  });

  it('come back from the texts that their history keeps', () => {
    const all: AssetDetails[] = [
      { kind: 'cash', currency: 'BOB', counts: [{ value: '200', count: 3 }] },
      { kind: 'realEstate', address: 'Av. 1', coordinates: `16°29'23"S 68°07'09"W` },
      { kind: 'companyShare', company: 'X', portion: '33,3', quantity: '12' },
      {
        kind: 'cryptocurrency',
        chain: 'Tron',
        address: 'TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t',
        quantity: '0,000000000000000001',
      },
    ];
    for (const details of all) {
      const once = tidy(details).details;
      const again = tidyDetails(detailsOf(once.kind, detailTexts(once)) as unknown as AssetDetails, forms);
      expect(again.details).toEqual(once);
    }
  });
});

describe('shares', () => {
  it.each([
    ['50', 5_000],
    ['33,33', 3_333],
    ['0.01', 1],
    ['100 %', 10_000],
    ['0', null],
    ['100,01', null],
    ['33,333', null],
    ['-1', null],
    ['x', null],
  ])('%j is %j', (text, share) => {
    expect(shareOf(text)).toBe(share);
    if (share !== null) expect(shareOf(shareText(share))).toBe(share);
  });

  it('are added up for each day on which they are held at once', () => {
    const held = [
      { share: 6_000, from: '', until: '2026-01-01' },
      { share: 6_000, from: '2026-01-01', until: '' },
      { share: 4_000, from: '2025-06-01', until: '' },
      { share: null, from: '', until: '' },
    ];
    expect(mostHeld(held)).toBe(10_000);
    expect(mostHeld([...held, { share: 1, from: '2026-05-01', until: '2026-05-02' }])).toBe(10_001);
    expect(mostHeld([])).toBe(0);
  });
});

describe('who holds what through whom', () => {
  const edges = [
    { from: 'ana', to: 'holding' },
    { from: 'holding', to: 'shop' },
    { from: 'shop', to: 'holding' },
    { from: 'shop', to: 'house' },
    { from: 'ana', to: 'car' },
    { from: 'luis', to: 'luis' },
  ];
  const assets = new Set(['house', 'car']);

  it('is found the shortest way, and circles end', () => {
    expect(reachesOf(['ana', 'shop', 'luis'], assets, edges)).toEqual([
      { person: 'ana', asset: 'car', through: ['ana', 'car'] },
      { person: 'ana', asset: 'house', through: ['ana', 'holding', 'shop', 'house'] },
      { person: 'shop', asset: 'house', through: ['shop', 'house'] },
    ]);
    expect(circlesIn(edges)).toEqual(new Set(['holding', 'shop', 'luis']));
  });

  it('ends on any graph, and every way goes along edges', () => {
    const node = fc.constantFrom(...'abcdefgh');
    fc.assert(
      fc.property(fc.array(fc.record({ from: node, to: node }), { maxLength: 40 }), (any) => {
        const has = (from: string, to: string) => any.some((edge) => edge.from === from && edge.to === to);
        for (const { through } of reachesOf([...'abcd'], new Set('efgh'), any)) {
          expect(new Set(through).size).toBe(through.length);
          for (const [n, to] of through.entries())
            if (n > 0) expect(has(through[n - 1] ?? '', to)).toBe(true);
        }
      }),
    );
  });
});
