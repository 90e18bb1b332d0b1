import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { day } from '../support/operation.ts';
import { adminName, createPlace } from './custodia.ts';

const place = createPlace();
let number: string;
let agent: { id: string; codeName: string };

beforeAll(async () => {
  await place.createLight();
  place.json(['role', 'grant', adminName, 'handler']);
  const opened = place.json<{ number: string }>(['case', 'open', '--title', 'Agencia']);
  number = place.json<{ number: string }>([
    'operation',
    'open',
    '--case',
    opened.number,
    '--name',
    'Agencia',
  ]).number;
  place.json([
    ...[
      'operation',
      'authorise',
      number,
      '--court',
      'Juzgado 3º',
      '--number',
      'RES-1',
      '--judge',
      'Dra. Salazar',
    ],
    ...[
      '--day',
      day(-5),
      '--from',
      day(-3),
      '--until',
      day(30),
      '--applied-by',
      'Fiscal',
      '--applied-on',
      day(-6),
    ],
    ...['--own-responsibility', '--grounds', 'Se recluta', '--insufficiency', 'Nadie declara'],
    ...['--act', 'contact: con la agencia', '--scope-place', 'Terminal', '--technique', 'audio'],
  ]);
  agent = place.json(['operation', 'agent', 'add', number]);
}, 300_000);
afterAll(() => place.clear());

it('assigns, writes, refuses what lies outside and marks it where it happened anyway', () => {
  const on = [number, agent.codeName];
  const span = ['--from', day(-3), '--until', day(30)];
  place.json(['operation', 'assign', ...on, '--act', 'contact', '--instruction', 'Llamar', ...span]);
  const log = ['operation', 'log', number, 'Llamó', '--agent', agent.codeName, '--place', 'Terminal'];
  place.json([...log, '--assignment', 'contact']);
  const outside = place.run([...log, '--json']);
  expect(outside.code).toBe(1);
  expect(outside.err).toContain('operation.outside');
  place.json([...log, '--irregular', 'No hubo otra forma']);
  const { irregularities } = place.json<{ irregularities: { kind: string }[] }>([
    'operation',
    'irregularities',
    number,
  ]);
  expect(irregularities.map(({ kind }) => kind)).toEqual(['notAssigned']);
  place.json([
    'operation',
    'correct',
    number,
    '1',
    'Llamó dos veces',
    ...log.slice(4),
    '--assignment',
    'contact',
  ]);
  const { entries } = place.json<{ entries: { position: number; correctedBy: string[] }[] }>([
    'operation',
    'entries',
    number,
  ]);
  expect(entries).toHaveLength(3);
  expect(entries.find(({ position }) => position === 1)?.correctedBy).toHaveLength(1);
}, 300_000);

it('keeps money to the centavo, and the count’s difference', () => {
  const on = (verb: string, amount: string) => [
    'operation',
    'money',
    verb,
    number,
    agent.codeName,
    amount,
    '--currency',
    'BOB',
  ];
  expect(place.run([...on('spend', '1'), '--what', 'pasaje', '--without-receipt', 'calle']).code).toBe(1);
  expect(place.run([...on('issue', '1.234'), '--what', 'x']).code).toBe(2);
  place.json([...on('issue', '250,50'), '--what', 'gastos']);
  place.json([...on('spend', '100'), '--what', 'pasaje', '--without-receipt', 'calle']);
  expect(place.run([...on('count', '150'), '--present', 'Ana']).code).toBe(1);
  const counted = place.json<{ difference: number }>([
    ...on('count', '150'),
    '--present',
    'Ana',
    '--note',
    'faltó',
  ]);
  expect(counted.difference).toBe(-50);
  const { balances } = place.json<{ balances: object[] }>(['operation', 'money', 'show', number]);
  expect(balances).toMatchObject([{ issued: 25_050, spent: 10_000, balance: 15_050 }]);
}, 300_000);

it('seals from a file, opens with a reason, prints the sheet, and takes no identity from an argument', () => {
  const file = place.file(
    'sobre.json',
    JSON.stringify({ trueName: 'Nombre Verdadero', assumedName: 'Nombre Asumido' }),
  );
  const on = [number, agent.codeName];
  place.json(['operation', 'seal', ...on, '--identity-file', file, '--holder', adminName]);
  const broken = place.run([
    'operation',
    'seal',
    ...on,
    '--identity-file',
    place.file('x.json', '{"Secreto'),
    '--holder',
    adminName,
  ]);
  expect(broken.code).toBe(2);
  expect(broken.err).not.toContain('Secreto');
  expect(place.run(['operation', 'open-seal', ...on]).code).toBe(2);
  const opened = place.json(['operation', 'open-seal', ...on, '--reason', 'Audiencia']);
  expect(opened).toMatchObject({ trueName: 'Nombre Verdadero', assumedName: 'Nombre Asumido' });
  const { path } = place.json<{ path: string }>([
    'operation',
    'print-envelope',
    ...on,
    '--reason',
    'Audiencia',
    '--out',
    join(place.dir, 'papel'),
  ]);
  expect(readFileSync(path).subarray(0, 5).toString()).toBe('%PDF-');
}, 300_000);

it('discloses with its JSON beside, withholding what was not decided', () => {
  const decisions = place.file(
    'd.json',
    JSON.stringify([
      {
        entry: 1,
        how: 'redacted',
        words: ['Terminal'],
        reason: 'r',
        order: { authority: 'J', number: '1', day: day(0) },
      },
    ]),
  );
  const order = ['--order-authority', 'Juzgado', '--order-number', '9', '--order-date', day(0)];
  const { path, json } = place.json<{ path: string; json: string }>([
    'operation',
    'disclose',
    number,
    '--to',
    'Defensa',
    ...order,
    '--out',
    join(place.dir, 'fuera'),
    '--decisions',
    decisions,
  ]);
  expect(existsSync(path)).toBe(true);
  const told = JSON.parse(readFileSync(json, 'utf8')) as {
    entries: { how: string; position: number }[];
    irregularities: object[];
  };
  expect(Object.fromEntries(told.entries.map(({ position, how }) => [position, how]))).toEqual({
    1: 'redacted',
    2: 'withheld',
    3: 'withheld',
  });
  expect(told.irregularities).toHaveLength(2);
  expect(readFileSync(json, 'utf8')).not.toContain('Terminal');
}, 300_000);

it('ends with a reason for what is open', () => {
  expect(place.run(['operation', 'end', number, '--reason', 'Cumplida']).code).toBe(1);
  const { steps } = place.json<{ steps: { step: string; done: boolean }[] }>(['operation', 'ending', number]);
  const open = steps.filter(({ done }) => !done).flatMap(({ step }) => ['--open', `${step}=después`]);
  place.json(['operation', 'end', number, '--reason', 'Cumplida', ...open]);
  const { operations } = place.json<{ operations: { state: string }[] }>(['operation', 'list']);
  expect(operations).toMatchObject([{ state: 'ended' }]);
}, 300_000);
