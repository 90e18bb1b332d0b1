export { CollectInto } from './Collections.tsx';
export { KeepTermBack } from './KeepTermBack.tsx';
export { MarksSection } from './MarksSection.tsx';
export { RemoveWithReason } from './RemoveWithReason.tsx';
export { RegionBar } from './regions/RegionBar.tsx';
export { RegionLayer } from './regions/RegionLayer.tsx';
export { type Marked, type Regions, useRegions } from './regions/useRegions.ts';
