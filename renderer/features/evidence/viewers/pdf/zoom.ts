/** What the keys do to a PDF viewer. */
export interface Zoomable {
  currentScaleValue: string;
  /** Degrees, a multiple of 90. */
  pagesRotation: number;
  increaseScale(): void;
  decreaseScale(): void;
}

interface Key {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** The keys that the image viewer knows too: `+` `-` zoom, `r` turns, `0` fits. True when the key was one of them. */
export function zoomed(viewer: Zoomable, event: Key): boolean {
  const action = event.ctrlKey || event.metaKey || event.altKey ? undefined : keys[event.key];
  action?.(viewer);
  return action !== undefined;
}

/** A quarter turn clockwise. */
export function turn(viewer: Zoomable): void {
  viewer.pagesRotation = (viewer.pagesRotation + 90) % 360;
}

const keys: Readonly<Record<string, (viewer: Zoomable) => void>> = {
  '+': (viewer) => viewer.increaseScale(),
  '-': (viewer) => viewer.decreaseScale(),
  '0': (viewer) => {
    viewer.currentScaleValue = 'page-width';
  },
  r: turn,
};
