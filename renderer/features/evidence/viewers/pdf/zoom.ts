import type { KeyboardEvent } from 'react';
import type { OpenPdf } from './open.ts';

type Viewer = OpenPdf['viewer'];

/** The keys that the image viewer knows too: `+` `-` zoom, `r` turns, `0` fits. True when the key was one of them. */
export function zoomed(viewer: Viewer, event: KeyboardEvent): boolean {
  const action = event.ctrlKey || event.metaKey || event.altKey ? undefined : keys[event.key];
  action?.(viewer);
  return action !== undefined;
}

export function turn(viewer: Viewer): void {
  viewer.pagesRotation = (viewer.pagesRotation + 90) % 360;
}

const keys: Readonly<Record<string, (viewer: Viewer) => void>> = {
  '+': (viewer) => viewer.increaseScale(),
  '-': (viewer) => viewer.decreaseScale(),
  '0': (viewer) => {
    viewer.currentScaleValue = 'page-width';
  },
  r: turn,
};
