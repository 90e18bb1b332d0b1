interface Size {
  readonly width: number;
  readonly height: number;
}

/** The box that an image fills after so many quarter turns. */
export function turned(size: Size, turns: number): Size {
  return turns % 2 === 0 ? size : { width: size.height, height: size.width };
}

/** The scale at which `box` is seen whole in `stage`; small images are not blown up. */
export function fitScale(box: Size, stage: Size): number {
  if (box.width === 0 || box.height === 0 || stage.width === 0 || stage.height === 0) return 1;
  return Math.min(1, stage.width / box.width, stage.height / box.height);
}

/** One step larger or smaller, between 5 % and 1600 %. */
export function stepScale(scale: number, direction: 1 | -1): number {
  return Math.min(16, Math.max(0.05, scale * (direction > 0 ? 1.25 : 0.8)));
}
