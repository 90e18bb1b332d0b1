import { expect, test } from 'vitest';
import {
  turn,
  type Zoomable,
  zoomed,
} from '../../../../../../renderer/features/evidence/viewers/pdf/zoom.ts';

function viewer(): Zoomable & { readonly steps: string[] } {
  const steps: string[] = [];
  return {
    steps,
    currentScaleValue: '1.5',
    pagesRotation: 0,
    increaseScale: () => steps.push('larger'),
    decreaseScale: () => steps.push('smaller'),
  };
}
const key = (name: string, held: { ctrlKey?: boolean; metaKey?: boolean; altKey?: boolean } = {}) => ({
  key: name,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...held,
});

test('plus and minus change the size', () => {
  const pdf = viewer();
  expect(zoomed(pdf, key('+'))).toBe(true);
  expect(zoomed(pdf, key('-'))).toBe(true);
  expect(pdf.steps).toEqual(['larger', 'smaller']);
});

test('zero fits the width', () => {
  const pdf = viewer();
  expect(zoomed(pdf, key('0'))).toBe(true);
  expect(pdf.currentScaleValue).toBe('page-width');
});

test('four turns come back to where they began', () => {
  const pdf = viewer();
  const seen = [0, 1, 2, 3].map(() => {
    turn(pdf);
    return pdf.pagesRotation;
  });
  expect(seen).toEqual([90, 180, 270, 0]);
  expect(zoomed(pdf, key('r'))).toBe(true);
  expect(pdf.pagesRotation).toBe(90);
});

test('with a modifier, or another key, nothing happens', () => {
  const pdf = viewer();
  for (const held of [{ ctrlKey: true }, { metaKey: true }, { altKey: true }]) {
    expect(zoomed(pdf, key('+', held))).toBe(false);
    expect(zoomed(pdf, key('r', held))).toBe(false);
  }
  expect(zoomed(pdf, key('x'))).toBe(false);
  expect(pdf).toMatchObject({ steps: [], pagesRotation: 0, currentScaleValue: '1.5' });
});
